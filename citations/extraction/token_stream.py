"""The frame of a text: its words outside quotation marks, with a place for each quotation.

Attribution reads the frame: "“…” said Ana Duarte" is a quotation's place and three words.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from citations.extraction.marks.quotation_marks import Pair
from citations.text.spans import Span

# What stands in the frame for a quotation, for the end of a line, and for a blank one.
PLACE, LINE, GAP = "\ufffc", "\n", "\n\n"
DASHES = frozenset({"—", "–", "--", "-", "―"})

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|[ap]\.m\.|Ph\.D\."
    # Japanese: a name or noun, the title after it, a particle, the rest.
    r"|(?:(?!氏|首相|外相|大統領|大臣|長官|社長|会長|知事)[\u4e00-\u9fff々])+"
    r"|氏|さん|首相|外相|大統領|大臣|長官|社長|会長|知事|[はがもをにとで]"
    r"|(?:(?![はがもをにとで])[\u3041-\u309f])+|[\u30a0-\u30ff]+"
    r"|[^\W_]+(?:(?:[-'’&@‘]|\.(?=[0-9a-z]))[^\W_]+)*|\n\s*\n|\n|--+|[^\w\s]|_+"
)
# Characters read after the last quotation, for the names in them.
_FARTHEST = 5_000
_ABBREVIATIONS = frozenset(
    (
        "Mr Mrs Ms Dr Prof Sen Sens Rep Reps Gov Govs Gen Lt Col Sgt Capt Cmdr Maj Adm Rev Hon Jr "
        "Sr St Pres Atty Supt Sec Amb Fr Br Ft Mt vs etc Inc Ltd Co Corp Bros No Jan Feb Mar Apr "
        "Jun Jul Aug Sept Oct Nov Dec Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La "
        "Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Frame:
    """`words` and their `spans`; `places` holds, for each quotation, its word's number."""

    text: str
    words: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    # For each word, where its sentence begins; filled when it is first asked for.
    sentences: list[int] = field(default_factory=list)
    # The words that end a sentence; filled with them.
    stops: list[int] = field(default_factory=list)

    def span(self, start: int, end: int) -> Span:
        """Where the words from `start` up to, not including, `end` stand in the text."""
        return Span(self.spans[start].start, self.spans[end - 1].end)

    def said(self, start: int, end: int) -> str:
        """Those words as the text prints them, on one line."""
        return " ".join(self.span(start, end).text_in(self.text).split()) if end > start else ""

    def word(self, at: int) -> str:
        """That word; the end of a line beyond either end."""
        return self.words[at] if 0 <= at < len(self.words) else GAP

    def quotation(self, at: int) -> int | None:
        """The number of the quotation whose place this is."""
        number = bisect_left(self.places, at)
        return number if number < len(self.places) and self.places[number] == at else None


def frame(text: str, found: list[Pair]) -> Frame:
    """The text's words, with a place for each pair of marks."""
    made, reached = Frame(text), 0
    for pair in found:
        _read(made, reached, pair.outer.start)
        made.places.append(len(made.words))
        made.words.append(PLACE)
        made.spans.append(pair.outer)
        reached = pair.outer.end
    _read(made, reached, min(len(text), reached + _FARTHEST))
    return made


def _read(made: Frame, start: int, end: int) -> None:
    text = made.text
    for match in _WORD.finditer(text, start, end):
        word, last = match.group(), match.end()
        if word[0] == "\n":
            word = LINE if word == LINE else GAP
        elif word == "." and _shortens(made, match.start()):
            made.words[-1] += word
            made.spans[-1] = Span(made.spans[-1].start, last)
            continue
        made.words.append(word)
        made.spans.append(Span(match.start(), last))


def _shortens(made: Frame, at: int) -> bool:
    """Whether a full stop there belongs to the word before it."""
    return bool(made.words) and made.spans[-1].end == at and _is_shortened(made.words[-1])


def _is_shortened(word: str) -> bool:
    """An abbreviation or an initial, so that the full stop after it ends no sentence."""
    # The last part counts: R-Ky.
    word = word.rpartition("-")[2]
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isupper() and word != "I")

"""The token stream of a text: its words outside quotation marks, with a slot for each quotation.

Attribution reads this stream: "“…” said Ana Duarte" is a slot and three words.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import accumulate

from citations.extraction.marks.nicknames import nickname_span
from citations.extraction.marks.quotation_marks import MarkPair
from citations.text.spans import Span

# Tokens for a quotation, for a line end, and for a blank line.
QUOTE_SLOT, LINE, GAP = "\ufffc", "\n", "\n\n"
DASHES = frozenset({"—", "–", "--", "-", "―"})

# One group, so that `split` gives the words and what stands between them.
_WORD = re.compile(
    r"([A-Z]\.(?:[A-Z]\.)+|[ap]\.m\.|Ph\.D\."
    r"|[^\W_]+(?:(?:[-'’&@‘]|\.(?=[0-9a-z]))[^\W_]+)*"
    # A handle: @ana_duarte.
    r"|@\w+(?:\.\w+)*"
    r"|\n(?:\s*\n)?|--+|[^\w\s]|_+)"
)
# Characters read after the last quotation, for their names.
_FARTHEST = 5_000
_ABBREVIATIONS = frozenset(
    (
        "Mr Mrs Ms Dr Prof Sen Sens Rep Reps Gov Govs Gen Lt Col Sgt Capt Cmdr Maj Adm Rev Hon Jr "
        "Sr St Pres Atty Supt Sec Amb Cllr Insp Cdr Cpl Pte Brig Engr Barr Adv Smt Ven Esq Mx Mme "
        "Fr Br Ft Mt vs etc Inc Ltd Co Corp Bros No Jan Feb Mar Apr "
        "Jun Jul Aug Sept Oct Nov Dec Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La "
        "Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo"
    ).split()
)
# First names that are also words of other kinds, and the words after which they are names.
_DOUBTFUL_FIRST_NAMES = frozenset("May Will April June August".split())
_BEFORE_PEOPLE = frozenset(
    "said says added asked replied told wrote explained by with and Mr. Mrs. Ms. Dr. Sir Dame "
    "spokesman spokeswoman minister director founder owner resident coach professor".split()
)


@dataclass(frozen=True, slots=True)
class TokenStream:
    """The `words`, with the code points at which each starts and ends.

    `places` has the word number of each quotation's slot.
    """

    text: str
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    # The numbers of the line ends.
    line_ends: list[int] = field(default_factory=list)
    # For each word, where its sentence begins; computed on first use.
    sentences: list[int] = field(default_factory=list)
    # The words that end a sentence; computed at the same time.
    stops: list[int] = field(default_factory=list)
    # The slots of short quotations that are a whole paragraph; computed on first use.
    replies: list[int] = field(default_factory=list)

    def span(self, start: int, end: int) -> Span:
        """The span in the text of the words from `start` up to, but not including, `end`."""
        return Span(self.starts[start], self.ends[end - 1])

    def span_at(self, at: int) -> Span:
        """The span in the text of this word, or of the quotation with this slot."""
        return Span(self.starts[at], self.ends[at])

    def text_of(self, start: int, end: int) -> str:
        """These words as printed, on one line."""
        return " ".join(self.span(start, end).text_in(self.text).split()) if end > start else ""

    def word(self, at: int) -> str:
        """The word, or a line end before the first and after the last."""
        return self.words[at] if 0 <= at < len(self.words) else GAP

    def quotation(self, at: int) -> int | None:
        """The number of the quotation with this slot."""
        number = bisect_left(self.places, at)
        return number if number < len(self.places) and self.places[number] == at else None


def token_stream(text: str, found: list[MarkPair]) -> TokenStream:
    """The words of the text, with a slot for each pair of marks."""
    made, reached = TokenStream(text), 0
    for pair in found:
        nickname = nickname_span(text, pair)
        if nickname:
            # The name around it is read as one.
            _add_words(made, reached, nickname.start)
            reached = nickname.end
            continue
        _add_words(made, reached, pair.outer.start)
        made.places.append(len(made.words))
        made.words.append(QUOTE_SLOT)
        made.starts.append(pair.outer.start)
        made.ends.append(pair.outer.end)
        reached = pair.outer.end
    _add_words(made, reached, min(len(text), reached + _FARTHEST))
    return made


def _add_words(made: TokenStream, start: int, end: int) -> None:
    words, starts, ends = made.words, made.starts, made.ends
    pieces = _WORD.split(made.text[start:end])
    offsets = list(accumulate(map(len, pieces), initial=start))
    previous = words[-1] if words else ""
    for word, first, last in zip(pieces[1::2], offsets[1::2], offsets[2::2], strict=False):
        if word == "." and previous and ends[-1] == first and _is_abbreviation(previous):
            previous = words[-1] = previous + word
            ends[-1] = last
        elif previous in _DOUBTFUL_FIRST_NAMES and _goes_with_it(made, word, first):
            # One token, so that neither word is read as a month or a verb.
            previous = words[-1] = f"{previous} {word}"
            ends[-1] = last
        else:
            if word[0] == "\n":
                made.line_ends.append(len(words))
            previous = word if word[0] != "\n" else LINE if word == LINE else GAP
            words.append(previous)
            starts.append(first)
            ends.append(last)


def _goes_with_it(made: TokenStream, word: str, at: int) -> bool:
    """Whether a first name that is also a month or a verb belongs to this word: Will Ambler."""
    return (
        word[0].isupper()
        and len(made.words) > 1
        and made.ends[-1] == at - 1
        and made.words[-2] in _BEFORE_PEOPLE
    )


def _is_abbreviation(word: str) -> bool:
    """An abbreviation or an initial, so that a full stop after it does not end a sentence."""
    # The last part counts: R-Ky.
    word = word.rpartition("-")[2]
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isupper() and word != "I")

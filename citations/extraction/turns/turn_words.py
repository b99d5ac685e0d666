"""The words of a turn: its paragraphs without stage directions, headings and numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from citations.extraction.turns.labels.label_lines import Label
from citations.extraction.turns.transcript_lines import TIME, TextLine
from citations.extraction.turns.turn import Landmark
from citations.text.spans import Span

_DIRECTION = re.compile(
    r"\([^()\n]{1,300}\)\.?|\[[^\[\]\n]{1,300}\]\.?|♪[^\n]*|\*[^*\n]{1,200}\*|[-–—_=*·• ]{3,}"
)
# Markdown writes a backslash before a bracket that is no link's.
_DIRECTION_BEFORE = re.compile(r"(?:\([a-zà-ÿ][^()\n]{0,60}\)|\\?\[[a-zà-ÿ][^\[\]\n]{0,60}\])\s*")
_LANDMARK = re.compile(
    rf"\s*\\?\[{{1,2}}(?:({TIME})|(?:Page|page|p\.)\s?([A-Z]?\d{{1,5}})"
    r"|(?:Column|Col\.?)\s?(\d{1,5}[A-Z]{0,2}))\\?\]{1,2}\s*"
)
_CLOSING_TAG = re.compile(r"(?:</?[a-z][^<>\n]{0,40}>|\s)+\Z")
_ENDS = frozenset(".?!…:;—–”\"'’)]»。？！」』؟,")
_LONGEST_HEADING = 80
# Lines that end a transcript, and those of a parliament's record between speeches.
_CLOSING = re.compile(
    r"[(\[_*]*(?:end\sof\s(?:the\s)?(?:transcript|interview|recording)|(?:this|the)\s(?:interview|transcript|"
    r"conversation|transcription)\s(?:has\sbeen|was|is|may)\b|interview\s(?:by|conducted)|transcri(?:bed|pt)\sby|"
    r"copyright\b|©|photo(?:graph)?s?\sby\b|the\send\b|\(?end\)?\Z|curtain\Z|###|as\stold\sto\b)",
    re.IGNORECASE,
)
_PROCEDURE = re.compile(
    r"(?:Question\s(?:put|agreed|resolved)|The\s(?:House|committee|Committee|council|Council|Senate)\s(?:divided|adjourned|"
    r"rose|met)|Amendment\b[^.]{0,40}\b(?:agreed|negatived|withdrawn)|Motion\s(?:agreed|made|negatived)|"
    r"Debate\s(?:resumed|adjourned|interrupted)|Sitting\ssuspended|Bill\sread|Clause\s\d+|There\swas\sno\sobjection|"
    r"The\s(?:amendment|motion|question|resolution|bill|text|[Cc]lerk|yeas|ayes)\b[^?\n]{0,80}\b(?:agreed|rejected|"
    r"passed|laid|read|taken|ordered|designated|follows|adopted|lost)\b|"
    r"[A-Z][A-Z .,’'-]{5,80}\b(?:SWORN|AFFIRMED)\b|"
    r"Whereupon|\(Whereupon|EXAMINATION\b|(?:DIRECT|CROSS|REDIRECT|RECROSS)[- ]?EXAMINATION)"
)


# What is read into the record is nobody's speech.
_DOCUMENT = re.compile(r"The\s(?:text|material|amendment|article|letter)\b[^\n]{0,80}\bfollows:")


@dataclass(slots=True)
class TurnWords:
    """The segments of a turn's words, in order, and the landmarks among them."""

    segments: list[Span] = field(default_factory=list)
    landmarks: list[Landmark] = field(default_factory=list)


def words_of_turn(
    text: str, lines: Sequence[TextLine], label: Label, until: int, surname: str
) -> TurnWords:
    """The words from the label up to line number `until`.

    `surname` is given for the last turn: a paragraph that speaks of that person is no longer his.
    """
    words = TurnWords(landmarks=list(label.landmarks))
    goes_on = False
    for number in range(label.line, until):
        line = lines[number]
        is_first = number == label.line
        if not is_first:
            words.landmarks += line.landmarks
        if line.is_furniture:
            goes_on = False
            continue
        start = label.words_at if is_first else line.start
        if not is_first and _ends_turn(text, line, label, surname):
            break
        if not is_first and not _is_spoken(text, lines, number, not words.segments):
            goes_on = False
            continue
        pieces = list(_pieces(text, start, line.end, words))
        if pieces and goes_on and not line.gap and not line.landmarks:
            pieces[0] = Span(words.segments.pop().start, pieces[0].end)
        words.segments += pieces
        goes_on = bool(pieces)
    return words


def _ends_turn(text: str, line: TextLine, label: Label, surname: str) -> bool:
    printed = text[line.start : min(line.end, line.start + 400)]
    if (label.form == "cue" and line.gap) or _CLOSING.match(printed):
        return True
    if _DOCUMENT.match(printed):
        return True
    return bool(surname and line.gap and re.search(rf"\b{re.escape(surname)}\b", printed))


def _is_spoken(text: str, lines: Sequence[TextLine], number: int, begins: bool) -> bool:
    """No stage direction, heading or note of the record; no heading `begins` a turn."""
    printed = text[lines[number].start : min(lines[number].end, lines[number].start + 400)]
    if _DIRECTION.fullmatch(printed) or _PROCEDURE.match(printed) or printed.startswith("#"):
        return False
    return begins or not _is_heading(lines, number, printed)


def _is_heading(lines: Sequence[TextLine], number: int, printed: str) -> bool:
    """A short line by itself that ends like no sentence."""
    line = lines[number]
    if len(printed) > _LONGEST_HEADING or printed[-1] in _ENDS or printed[0].islower():
        return False
    alone = line.gap and (number + 1 == len(lines) or lines[number + 1].gap)
    timed = any(each.kind == "time" for each in (*line.landmarks, *lines[number - 1].landmarks))
    cased = printed.lower() != printed.upper()
    return cased and not timed and (alone or (printed.isupper() and len(printed) > 8 and line.gap))


def _pieces(text: str, start: int, end: int, words: TurnWords) -> Iterator[Span]:
    """The words of one line, cut at times and pages in brackets."""
    if not words.segments and (direction := _DIRECTION_BEFORE.match(text, start, end)):
        start = direction.end()
    tag = _CLOSING_TAG.search(text, max(start, end - 60), end)
    end = tag.start() if tag else end
    for match in _LANDMARK.finditer(text, start, end):
        kind = ("time", "page", "column")[(match.lastindex or 1) - 1]
        value = match[match.lastindex or 1]
        words.landmarks.append(Landmark(kind, value, match.start(match.lastindex or 1)))  # type: ignore[arg-type]
        if text[start : match.start()].strip():
            yield Span(start, match.start())
        start = match.end()
    if text[start:end].strip():
        yield Span(start, end)

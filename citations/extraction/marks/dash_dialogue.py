"""Dialogue in which a dash begins each speech, as in Ireland: —We go, said Ana. To Rome."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from citations.extraction.marks.quotation_marks import MarkPair
from citations.extraction.marks.unclosed_marks import is_attribution
from citations.text.spans import Span

_LINE = re.compile(r"^[^\S\n]*[—―][^\S\n]?(?=[\w“‘'…])([^\n]+)$", re.MULTILINE)
# Where words of the writer may begin, and where they may end.
_STOP = re.compile(r"[,?!…]\s")
_SENTENCE_END = re.compile(r"[.?!]\s+(?=[A-Z“‘…])")
_FEWEST_LINES = 2
# Dialogue has no more lines than so many for its length; the rest of a text with more is ignored.
_LEAST_LIMIT, _LINE_LENGTH = 300, 100


def dash_dialogue(text: str) -> list[MarkPair]:
    """The words of each speech, in order; none where no line names its speaker, as in a list."""
    if "—" not in text and "―" not in text:
        return []
    lines = list(islice(_LINE.finditer(text), _LEAST_LIMIT + len(text) // _LINE_LENGTH))
    speeches = [list(_pieces(text, line)) for line in lines]
    is_dialogue = any(
        each[0].outer.end < line.end(1) for each, line in zip(speeches, lines, strict=True)
    )
    if len(lines) < _FEWEST_LINES or not is_dialogue:
        return []
    return [piece for each in speeches for piece in each]


def outside_dialogue(pairs: Sequence[MarkPair], dialogue: Sequence[MarkPair]) -> list[MarkPair]:
    """The pairs that are not in the lines of the dialogue."""
    taken = {each.paragraph.start for each in dialogue}
    return [each for each in pairs if each.paragraph.start not in taken]


def _pieces(text: str, line: re.Match[str]) -> Iterator[MarkPair]:
    """The speech in one or two pieces, where the words of the writer part it."""
    whole = Span(*line.span())
    start, end = line.start(1), line.start(1) + len(line[1].rstrip())
    stop = _attribution_at(text, start, end)
    if stop is None:
        yield MarkPair(Span(start, end), Span(whole.start, end), whole, closed=True)
        return
    cut = stop if text[stop] == "," else stop + 1
    yield MarkPair(Span(start, cut), Span(whole.start, cut), whole, closed=True)
    if resumed := _SENTENCE_END.search(text, stop + 1, end):
        rest = Span(resumed.end(), end)
        yield MarkPair(rest, rest, whole, closed=True)


def _attribution_at(text: str, start: int, end: int) -> int | None:
    """The stop before the words of the writer: —We go, said Ana; —Why? she asked."""
    stops = (match.start() for match in _STOP.finditer(text, start, end))
    return next((stop for stop in stops if is_attribution(text, stop + 1, end)), None)

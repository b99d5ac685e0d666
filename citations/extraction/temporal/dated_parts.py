"""The parts of a text that may date a quotation: paragraphs with a verb of saying and a date."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from citations.extraction.quotation import Quotation
from citations.text.spans import Span

# "A day earlier" counts from a day in the paragraphs before, so far back in code points.
_PARAGRAPHS_BACK = 3
_FARTHEST_BACK, _FARTHEST_ON = 2_000, 800


def dated_parts(text: str, quotations: Iterable[Quotation], triggers: frozenset[str]) -> list[Span]:
    """The parts around the verbs of the quotations that hold a word of time or a year, in order."""
    holds_date = _pattern(triggers).search
    return [part for part in _parts(text, quotations) if holds_date(text, *part)]


def _parts(text: str, quotations: Iterable[Quotation]) -> Iterator[Span]:
    anchors = filter(None, (each.cue or each.attribution for each in quotations))
    part: Span | None = None
    for anchor in sorted(anchors):
        start, end = _start_before(text, anchor.start), _end_behind(text, anchor.end)
        if part and start <= part.end:
            part = Span(part.start, max(part.end, end))
            continue
        if part:
            yield part
        part = Span(start, end)
    if part:
        yield part


def _start_before(text: str, at: int) -> int:
    least = max(0, at - _FARTHEST_BACK)
    for _ in range(_PARAGRAPHS_BACK):
        at = text.rfind("\n", least, at)
        if at < 0:
            return least
    return at


def _end_behind(text: str, at: int) -> int:
    most = min(len(text), at + _FARTHEST_ON)
    end = text.find("\n", at, most)
    return end if end >= 0 else most


@lru_cache(maxsize=32)
def _pattern(triggers: frozenset[str]) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, triggers), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words or '(?!)'})(?!\w)|\d\d\d\d", re.IGNORECASE)

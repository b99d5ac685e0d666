"""Block quotations: paragraphs set in, or behind >, after a colon; they have no marks."""

import re
from collections.abc import Iterator

from citations.text.marks import Pair
from citations.text.spans import Span

_LINE = re.compile(r"[^\n]+")
_SET_IN = re.compile(r"(?:\s*>+|\t| {4,})\s*(?=[^\s>])")
_BULLETS = frozenset("•◦▪-–—*·0123456789")
_MARKS = re.compile(r"[“”\"„«»「]|''|``")


def blocks(text: str) -> Iterator[Pair]:
    """Each paragraph of the block quotations, in order, as a pair of marks would hold it."""
    reached, expected = 0, False
    for match in _LINE.finditer(text):
        line = match.group()
        if not line.strip():
            continue
        start = _SET_IN.match(line) if expected else None
        if start and line[start.end()] not in _BULLETS and not _MARKS.search(line):
            words = Span(match.start() + start.end(), match.start() + len(line.rstrip()))
            # The outer span begins right after the colon, which then leads up to the words.
            yield Pair(words, Span(reached, words.end), Span(*match.span()), closed=True)
            reached = words.end
            continue
        reached, expected = match.start() + len(line.rstrip()), line.rstrip().endswith(":")

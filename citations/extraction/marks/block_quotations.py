"""Block quotations: paragraphs set in, or behind >, after a colon; they have no marks."""

import re
from collections.abc import Iterator

from citations.extraction.marks.quotation_marks import Pair
from citations.text.spans import Span

_COLON = re.compile(r":[^\S\n]*\n")
_LINE = re.compile(r"[^\n]+")
_SET_IN = re.compile(r"(?:\s*>+|\t| {4,})\s*(?=[^\s>])")
_BULLETS = frozenset("•◦▪-–—*·0123456789")
_MARKS = re.compile(r"[“”\"„«»「]|''|``")


def blocks(text: str) -> Iterator[Pair]:
    """Each paragraph of the block quotations, in order, as a pair of marks would hold it."""
    reached = 0
    for colon in _COLON.finditer(text):
        if colon.start() < reached:
            continue
        # The outer span begins right after the colon, which then leads up to the words.
        reached = colon.start() + 1
        for line in _LINE.finditer(text, colon.end()):
            if line.group().isspace():
                continue
            words = _set_in(line)
            if words is None:
                break
            yield Pair(words, Span(reached, words.end), Span(*line.span()), closed=True)
            reached = words.end


def _set_in(line: re.Match[str]) -> Span | None:
    """The words of a line that is set in; None for a line of the text, a list or marked words."""
    words = line.group()
    start = _SET_IN.match(words)
    if start is None or words[start.end()] in _BULLETS or _MARKS.search(words):
        return None
    return Span(line.start() + start.end(), line.start() + len(words.rstrip()))

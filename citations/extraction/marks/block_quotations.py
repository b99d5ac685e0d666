"""Block quotations: paragraphs after a colon, indented or after >, without marks."""

import re
from collections.abc import Iterator

from citations.extraction.marks.quotation_marks import MarkPair
from citations.text.spans import Span

_COLON = re.compile(r":[^\S\n]*\n")
_LINE = re.compile(r"[^\n]+")
_SET_IN = re.compile(r"(?:\s*>+|\t| {4,})\s*(?=[^\s>])")
_BULLETS = frozenset("•◦▪-–—*·0123456789")
_MARKS = re.compile(r"[“”\"„«»「]|''|``")


def block_quotations(text: str) -> Iterator[MarkPair]:
    """Each paragraph of the block quotations, in order, as if it were between marks."""
    reached = 0
    for colon in _COLON.finditer(text):
        if colon.start() < reached:
            continue
        # The outer span begins directly after the colon, which then introduces the words.
        reached = colon.start() + 1
        for line in _LINE.finditer(text, colon.end()):
            if line.group().isspace():
                continue
            words = _indented_words(line)
            if words is None:
                break
            yield MarkPair(words, Span(reached, words.end), Span(*line.span()), closed=True)
            reached = words.end


def _indented_words(line: re.Match[str]) -> Span | None:
    """The words of an indented line; None for body text, list items and words between marks."""
    words = line.group()
    start = _SET_IN.match(words)
    if start is None or words[start.end()] in _BULLETS or _MARKS.search(words):
        return None
    return Span(line.start() + start.end(), line.start() + len(words.rstrip()))

"""Paragraphs of a plain text."""

import re

from citations.text.spans import Span

BLANK_LINE = re.compile(r"\n(?:[^\S\n]*\n)+")
LINE_END = re.compile(r"\n")


def paragraphs(text: str) -> list[Span]:
    """Spans of the paragraphs, separated by blank lines or, if there are none, by line ends."""
    ends = list((BLANK_LINE if BLANK_LINE.search(text.strip()) else LINE_END).finditer(text))
    starts = [0, *(end.end() for end in ends)]
    stops = [*(end.start() for end in ends), len(text)]
    spans = map(Span, starts, stops)
    return [span for span in spans if text[span.start : span.end].strip()]


def paragraph_at(text: str, offset: int) -> int:
    """The number, from 1, of the paragraph that contains this code point; 0 if none does."""
    for number, span in enumerate(paragraphs(text), start=1):
        if span.start <= offset < span.end:
            return number
    return 0

"""The paragraphs of a text."""

import re

from citations.text.spans import Span

BLANK_LINE = re.compile(r"\n(?:[^\S\n]*\n)+")
LINE_END = re.compile(r"\n")


def paragraphs(text: str) -> list[Span]:
    """The paragraphs: parted by blank lines, or, in a text that has none, by the lines' ends."""
    ends = list((BLANK_LINE if BLANK_LINE.search(text.strip()) else LINE_END).finditer(text))
    starts = [0, *(end.end() for end in ends)]
    stops = [*(end.start() for end in ends), len(text)]
    spans = map(Span, starts, stops)
    return [span for span in spans if text[span.start : span.end].strip()]


def paragraph_at(text: str, offset: int) -> int:
    """The number of the paragraph in which this code point stands, from 1; 0 for none."""
    for number, span in enumerate(paragraphs(text), start=1):
        if span.start <= offset < span.end:
            return number
    return 0

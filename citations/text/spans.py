"""Spans of a text, counted in Unicode code points."""

from collections.abc import Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """The code points of a text from `start` up to, but not including, `end`.

    As in the W3C's TextPositionSelector. Browsers count UTF-16 units: convert at the border.
    """

    start: int
    end: int

    def text_in(self, text: str) -> str:
        return text[self.start : self.end]

    def shift(self, by: int) -> "Span":
        """The span `by` code points further on."""
        return Span(self.start + by, self.end + by)


def common_prefix_length(first: Sequence[str], second: Sequence[str]) -> int:
    """How many characters, or words, the two have in common at the start."""
    pairs = enumerate(zip(first, second, strict=False))
    shorter = min(len(first), len(second))
    return next((at for at, (one, other) in pairs if one != other), shorter)

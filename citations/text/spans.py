"""Places in a text, counted in Unicode code points."""

from collections.abc import Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch of a text: code points `start` up to, not including, `end`.

    As in the W3C's TextPositionSelector. Browsers count UTF-16 units: convert at the edge.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> "Span":
        """The same stretch, counted from `by` code points earlier."""
        return Span(self.start + by, self.end + by)


def shared_start(first: Sequence[str], second: Sequence[str]) -> int:
    """How many characters, or words, the two have in common from the start."""
    pairs = enumerate(zip(first, second, strict=False))
    shorter = min(len(first), len(second))
    return next((at for at, (one, other) in pairs if one != other), shorter)

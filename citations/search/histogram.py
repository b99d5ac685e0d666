"""When quotes were said, by year: how many of them share a day with any stretch of years."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

# In the place of a year: a date without a beginning, or without an end. Beyond all that are kept.
OPEN = 10_000


@dataclass(frozen=True)
class Years:
    """In which years the dates of quotes begin, and in which they end, with how many do.

    A date with two ends shares a day with a stretch of years unless it begins after it or ends
    before it: what is counted so is what a search for these years finds.
    """

    first: Mapping[int, int] = field(default_factory=dict)
    last: Mapping[int, int] = field(default_factory=dict)

    def between(self, first: int, last: int) -> int:
        """The quotes whose dates share a day with these years, both included."""
        begun = self.first.get(OPEN, 0) + _sum(self._begun, bisect_right(self._begun[0], last))
        return begun - _sum(self._ended, bisect_left(self._ended[0], first))

    @property
    def known(self) -> range:
        """From the first year that is an end of some date to the last one."""
        ends = [*self._begun[0], *self._ended[0]]
        return range(min(ends), max(ends) + 1) if ends else range(0)

    def each(self) -> dict[int, int]:
        """The years in which something was said, and how much."""
        counts = ((year, self.between(year, year)) for year in self.known)
        return {year: count for year, count in counts if count}

    @cached_property
    def _begun(self) -> "Running":
        return _running(self.first)

    @cached_property
    def _ended(self) -> "Running":
        return _running(self.last)


# Years in their order, and how many there are up to each.
Running = tuple[list[int], list[int]]


def _running(counts: Mapping[int, int]) -> Running:
    years = sorted(year for year in counts if year != OPEN)
    return years, list(accumulate(counts[year] for year in years))


def _sum(running: Running, number: int) -> int:
    return running[1][number - 1] if number else 0

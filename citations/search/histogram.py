"""Counts quotes by the year they were said in: how many share a day with any range of years."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from citations.index.facet_columns import OPEN_YEAR


@dataclass(frozen=True)
class YearHistogram:
    """How many dates begin in each year (`first`), and how many end in each (`last`).

    A date shares a day with a range of years unless it begins after it or ends before it, so
    the counts here equal the results of a search for the same years.
    """

    first: Mapping[int, int] = field(default_factory=dict)
    last: Mapping[int, int] = field(default_factory=dict)

    def count_between(self, first: int, last: int) -> int:
        """The quotes whose dates share a day with these years, both included."""
        years, totals = self._beginnings
        begun = self.first.get(OPEN_YEAR, 0) + _total_of_first(totals, bisect_right(years, last))
        years, totals = self._endings
        return begun - _total_of_first(totals, bisect_left(years, first))

    @property
    def year_range(self) -> range:
        ends = [*self._beginnings[0], *self._endings[0]]
        return range(min(ends), max(ends) + 1) if ends else range(0)

    def counts(self) -> dict[int, int]:
        counts = ((year, self.count_between(year, year)) for year in self.year_range)
        return {year: count for year, count in counts if count}

    @cached_property
    def _beginnings(self) -> "RunningTotals":
        return _running_totals(self.first)

    @cached_property
    def _endings(self) -> "RunningTotals":
        return _running_totals(self.last)


# Years in order, and the number of dates up to each.
RunningTotals = tuple[list[int], list[int]]


def _running_totals(counts: Mapping[int, int]) -> RunningTotals:
    years = sorted(year for year in counts if year != OPEN_YEAR)
    return years, list(accumulate(counts[year] for year in years))


def _total_of_first(totals: list[int], number: int) -> int:
    return totals[number - 1] if number else 0

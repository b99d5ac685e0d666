"""Years as bars: by decade or more if they are many, and each a search."""

from datetime import date

import pytest
from django.http import QueryDict

from citations.forms.quote_filters import QuoteFilterSet
from citations.pages.links import Addresses
from citations.pages.results.year_chart import YearChart, last_year, year_chart
from citations.search.request import DayRange


class Histogram:
    """Counts by year, as a search gives them."""

    def __init__(self, counts: dict[int, int]) -> None:
        self.counts = counts
        self.year_range = range(min(counts), max(counts) + 1) if counts else range(0)

    def count_between(self, first: int, last: int) -> int:
        return sum(count for year, count in self.counts.items() if first <= year <= last)


def chart_of(counts: dict[int, int], days: DayRange = DayRange()) -> YearChart | None:  # noqa: B008
    to = Addresses(QuoteFilterSet(QueryDict("lang=en&said_from=2021")))
    return year_chart(Histogram(counts), days, to)  # type: ignore[arg-type]


@pytest.mark.parametrize("counts", [{}, {2022: 5}])
def test_fewer_than_two_years_are_no_chart(db: None, counts: dict[int, int]) -> None:
    assert chart_of(counts) is None


UNITS = [(2000, "year"), (1900, "decade"), (1200, "century"), (0, "century")]


@pytest.mark.parametrize(("first", "unit"), UNITS)
def test_many_years_are_put_together(db: None, first: int, unit: str) -> None:
    chart = chart_of({first: 1, 2022: 2})
    assert chart
    assert chart.unit == unit
    assert len(chart.bars) <= 37


def test_bars_are_links_to_the_quotes_of_their_years(db: None) -> None:
    chart = chart_of({2020: 1, 2022: 200})
    assert chart
    assert [bar.label for bar in chart.bars] == ["2020", "2021", "2022"]
    assert [bar.height for bar in chart.bars] == ["1", "0", "100"]  # one quote can be seen
    assert chart.bars[0].url == "/quotes/?lang=en&said_from=2020&said_to=2020"
    assert chart.bars[1].url == ""
    assert [bar.label for bar in chart.filled] == ["2020", "2022"]
    assert chart.outline == "M0.1 100v-1h.8v1zM2.1 100v-100h.8v100z"
    assert not chart.is_crowded


def test_decades_are_named_by_their_first_and_last_year(db: None) -> None:
    chart = chart_of({1945: 1, 2022: 1})
    assert chart
    assert chart.bars[0].label == "1940 to 1949"
    assert "said_from=1940&said_to=1949" in chart.bars[0].url
    assert (chart.first, chart.last) == ("1945", "2022")


def test_the_days_of_the_search_limit_the_years(db: None) -> None:
    days = DayRange(date(2020, 5, 1), date(2021, 2, 1))
    chart = chart_of({2000: 1, 2020: 1, 2021: 1, 2030: 1}, days)
    assert chart
    assert [bar.label for bar in chart.bars] == ["2020", "2021"]


@pytest.mark.parametrize(
    ("year", "step", "last"), [(2020, 1, 2020), (1940, 10, 1949), (9990, 100, 9999)]
)
def test_dates_end_with_the_year_9999(year: int, step: int, last: int) -> None:
    assert last_year(year, step) == last

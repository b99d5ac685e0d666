"""The histogram counts for some years what a search for these years finds."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from citations.index.facet_columns import OPEN_YEAR
from citations.search.histogram import YearHistogram

YEAR = st.integers(1, 30)
DATES = st.lists(
    st.tuples(YEAR | st.none(), YEAR | st.none()).map(
        lambda ends: ends if None in ends else tuple(sorted(ends))
    )
)


@given(dates=DATES, stretch=st.tuples(YEAR, YEAR))
def test_it_counts_what_shares_a_day_with_the_years(
    dates: list[tuple[int | None, int | None]], stretch: tuple[int, int]
) -> None:
    first, last = sorted(stretch)
    years = YearHistogram(
        Counter(first or OPEN_YEAR for first, _ in dates),
        Counter(last or OPEN_YEAR for _, last in dates),
    )
    sharing = [one for one in dates if (one[0] or 0) <= last and (one[1] or 99) >= first]
    assert years.count_between(first, last) == len(sharing)


def test_the_range_of_years_goes_from_the_first_end_to_the_last() -> None:
    assert YearHistogram({1990: 1, OPEN_YEAR: 2}, {1992: 1, OPEN_YEAR: 2}).year_range == range(
        1990, 1993
    )
    assert not YearHistogram({OPEN_YEAR: 1}, {OPEN_YEAR: 1}).year_range
    assert YearHistogram().counts() == {}


def test_a_year_counts_though_no_date_begins_or_ends_in_it() -> None:
    assert YearHistogram({1990: 1}, {1992: 1}).counts() == {1990: 1, 1991: 1, 1992: 1}

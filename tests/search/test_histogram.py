"""How many quotes were said in some years: as many as a search for these years finds."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from citations.search.histogram import OPEN, Years

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
    years = Years(
        Counter(first or OPEN for first, _ in dates), Counter(last or OPEN for _, last in dates)
    )
    sharing = [one for one in dates if (one[0] or 0) <= last and (one[1] or 99) >= first]
    assert years.between(first, last) == len(sharing)


def test_the_known_years_are_those_of_ends_that_there_are() -> None:
    assert Years({1990: 1, OPEN: 2}, {1992: 1, OPEN: 2}).known == range(1990, 1993)
    assert not Years({OPEN: 1}, {OPEN: 1}).known
    assert Years().each() == {}


def test_a_year_counts_though_no_date_begins_or_ends_in_it() -> None:
    assert Years({1990: 1}, {1992: 1}).each() == {1990: 1, 1991: 1, 1992: 1}

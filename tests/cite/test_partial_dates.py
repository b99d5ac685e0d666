"""Formats without EDTF are given no more of a date than it says."""

import pytest

from citations.cite.partial_dates import (
    certain_parts,
    certain_year,
    w3cdtf_date,
    w3cdtf_day,
    w3cdtf_or_words,
)

# A date, in W3CDTF, its day, in W3CDTF or words, its certain year and its certain parts.
DATES = [
    ("2024-02-08", "2024-02-08", "2024-02-08", "2024-02-08", "2024", [2024, 2, 8]),
    (" 2024-02 ", "2024-02", "", "2024-02", "2024", [2024, 2]),
    ("2024", "2024", "", "2024", "2024", [2024]),
    ("2024-12", "2024-12", "", "2024-12", "2024", [2024, 12]),
    ("2024-22", "", "", "summer 2024", "2024", [2024]),
    ("1940~", "", "", "about 1940", "1940", [1940]),
    ("2022-03/2022-09", "", "", "March 2022 to September 2022", "2022", [2022]),
    ("2022-03-21/2022-03-31", "", "", "21 March 2022 to 31 March 2022", "2022", [2022, 3]),
    ("2021/2022", "", "", "2021 to 2022", "", []),
    ("2022-03/..", "", "", "from March 2022", "", []),
    ("2022-03/", "", "", None, "", []),
    ("[2022..2024]", "", "", "between 2022 and 2024", "", []),
    ("", "", "", "", "", []),
]


@pytest.mark.parametrize("row", DATES, ids=[each[0] for each in DATES])
def test_no_date_says_more_than_is_known(
    row: tuple[str, str, str, str | None, str, list[int]],
) -> None:
    text, date, day, shown, year, parts = row
    assert w3cdtf_date(text) == date
    assert w3cdtf_day(text) == day
    assert certain_year(text) == year
    assert certain_parts(text.strip()) == parts
    if shown is not None:
        assert w3cdtf_or_words(text) == shown


@pytest.mark.parametrize("function", [certain_year, certain_parts])
def test_what_is_not_edtf_is_refused(function: object) -> None:
    with pytest.raises(ValueError, match="yesterday"):
        function("yesterday")  # type: ignore[operator]

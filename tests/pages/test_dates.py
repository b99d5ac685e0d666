"""Dates in words, and in the form that programs read."""

import pytest

from citations.pages.dates import written_date

DATES = [
    # EDTF, in words, ISO 8601
    ("2022-03-22", "22 March 2022", "2022-03-22"),
    ("2022-12", "December 2022", "2022-12"),
    ("2022", "2022", "2022"),
    ("2022-21", "spring 2022", ""),
    ("2022-13", "2022-13", ""),  # no date at all
    ("2022~", "about 2022", ""),
]


@pytest.mark.parametrize(("edtf", "words", "iso"), DATES)
def test_only_iso_dates_can_be_read_by_programs(edtf: str, words: str, iso: str) -> None:
    assert written_date(edtf) == (words, iso)

"""Counting from a day of publication, or from a day in the text."""

from datetime import date

import pytest

from citations.extraction.temporal.day_counting import (
    Count,
    count_from_publication,
    exact_day,
    is_past,
    latest_day,
    latest_day_of_month,
    latest_month,
    latest_weekday,
    latest_weekend,
    month_before,
    shift,
    week_before,
    weekday_of_week,
)

THURSDAY = date(2016, 3, 10)


@pytest.mark.parametrize(
    ("count", "counted"),
    [
        (latest_weekday(4), "2016-03-10"),
        (latest_weekday(4, strictly=True), "2016-03-03"),
        (latest_weekday(5), "2016-03-04"),
        (latest_day(3, 10), "2016-03-10"),
        (latest_day(3, 11), "2015-03-11"),
        (latest_day(2, 29), "2016-02-29"),
        (latest_day_of_month(10), "2016-03-10"),
        (latest_day_of_month(31), "2016-01-31"),  # February has none
        (latest_month(3), "2016-03"),
        (latest_month(4), "2015-04"),
        (weekday_of_week(1, -1), "2016-02-29"),
        (latest_weekend, "2016-03-05/2016-03-06"),
    ],
)
def test_it_counts_back_to_the_latest(count: Count, counted: str) -> None:
    assert count(THURSDAY) == counted


def test_a_weekend_that_has_just_begun_is_open() -> None:
    assert latest_weekend(date(2016, 3, 12)) == ""
    assert latest_weekend(date(2016, 3, 13)) == "2016-03-12/2016-03-13"


@pytest.mark.parametrize(
    ("published", "counted"),
    [
        ("2016-03-10", "2016-02"),
        ("2016-03", "2016-02"),  # the same for every day
        ("2016", ""),
        ("", ""),
        ("2016-03-10/..", ""),
        ("tomorrow", ""),
    ],
)
def test_all_possible_days_of_publication_must_agree(published: str, counted: str) -> None:
    assert count_from_publication(published, lambda day: month_before(day, 1)) == counted


@pytest.mark.parametrize(
    ("edtf", "published", "is_it"),
    [
        ("2016-03-10", "2016-03-10", True),
        ("2016-03-11", "2016-03-10", False),
        ("2016", "2016-03-10", True),  # it began before
        ("2017", "2016-03-10", False),
        ("2017", "", True),
    ],
)
def test_nothing_is_said_after_its_publication(edtf: str, published: str, is_it: bool) -> None:
    assert is_past(edtf, published) is is_it


@pytest.mark.parametrize(
    ("unit", "number", "shifted"),
    [
        ("day", 1, "2016-03-11"),
        ("day", -10, "2016-02-29"),
        ("week", -1, "2016-03-03"),
        ("fortnight", 1, "2016-03-24"),
        ("month", -3, "2015-12"),
        ("year", 1, "2017"),
    ],
)
def test_it_shifts_a_day(unit: str, number: int, shifted: str) -> None:
    assert shift(THURSDAY, unit, number) == shifted


def test_a_week_runs_from_monday() -> None:
    assert week_before(THURSDAY, 1) == "2016-02-29/2016-03-06"
    assert week_before(THURSDAY, 0) == "2016-03-07/2016-03-10"
    assert week_before(date(2016, 3, 7), 0) == "2016-03-07"


def test_days_and_months_that_do_not_exist() -> None:
    assert exact_day(2016, 2, 29) == "2016-02-29"
    assert exact_day(2015, 2, 29) == exact_day(2015, 13, 1) == ""
    with pytest.raises(ValueError, match="too far"):
        month_before(THURSDAY, 99_999)

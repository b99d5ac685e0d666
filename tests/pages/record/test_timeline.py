"""Time drawn and ordered."""

from dataclasses import dataclass
from datetime import date

import pytest

from citations.pages.record.timeline import (
    OfficeBar,
    TimeAxis,
    by_year_and_month,
    outline_of_columns,
    time_axis,
    year_columns,
)


@dataclass
class Office:
    start_earliest: date | None
    end_latest: date | None


@dataclass
class Event:
    date_earliest: date | None
    date_latest: date | None


def test_it_lays_offices_on_a_line_of_whole_years() -> None:
    held = Office(date(2021, 1, 1), date(2023, 1, 1))
    line = time_axis([held])
    assert line == TimeAxis(2021, 2024)
    assert line.bar(held) == OfficeBar(0, 66.67)


def test_an_office_still_held_reaches_the_end_of_the_line() -> None:
    assert TimeAxis(2020, 2024).bar(Office(date(2022, 1, 1), None)) == OfficeBar(50, 50)


def test_an_office_without_a_start_has_no_bar() -> None:
    assert TimeAxis(2020, 2024).bar(Office(None, date(2022, 1, 1))) is None


def test_there_is_no_line_without_dates() -> None:
    assert time_axis([Office(None, None)]) is None


@pytest.mark.parametrize("years", [1, 2, 9, 60, 2000])
def test_a_line_has_a_handful_of_years_written_under_it(years: int) -> None:
    ticks = TimeAxis(1, 1 + years).ticks()
    assert 1 <= len(ticks) <= 8
    assert ticks[0].at == 0


def test_a_year_without_quotes_keeps_its_column() -> None:
    assert [(one.year, one.height) for one in year_columns({2020: 1, 2022: 4})] == [
        (2020, 25),
        (2021, 0),
        (2022, 100),
    ]


def test_columns_are_drawn_from_the_ground_up_and_empty_ones_not_at_all() -> None:
    drawing = outline_of_columns(year_columns({2020: 1, 2023: 4}))
    assert drawing == "M3.75 100V75.0h17.5V100zM78.75 100V0.0h17.5V100z"


def test_there_are_no_columns_of_nothing() -> None:
    assert year_columns({}) == []


def test_it_orders_events_by_year_and_month_newest_first() -> None:
    events = [
        Event(date(2024, 2, 7), date(2024, 2, 7)),
        Event(date(2022, 3, 1), date(2022, 12, 31)),  # no single month
        Event(date(2022, 3, 22), date(2022, 3, 22)),
        Event(date(2022, 1, 1), date(2022, 1, 31)),
        Event(date(2021, 2, 7), date(2022, 2, 7)),  # no single year
        Event(None, None),
    ]
    ordered = [
        (year.number, [month.number for month in year.months]) for year in by_year_and_month(events)
    ]
    assert ordered == [(2024, [2]), (2022, [3, 1, None]), (None, [None])]

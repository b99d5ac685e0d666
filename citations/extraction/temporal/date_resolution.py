"""Resolves a date as written to EDTF, from the day of publication or from a day named before."""

from collections.abc import Callable
from datetime import date, timedelta

from citations.extraction.temporal.date_expressions import DateExpression
from citations.extraction.temporal.day_counting import (
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

_SPRING = 21
# Kinds that count from a day in the text.
ANCHORED = frozenset({"shift", "shift_weekday"})
# Kinds that are periods, so that somebody may have said it all the time.
PERIODS = frozenset({"decade", "season", "year_set"})


def resolve(found: DateExpression, published: str, anchor: str = "") -> str:
    """The date in EDTF, "" if the words leave it open or it lies after publication.

    `anchor` is the EDTF date that anchored kinds count from.
    """
    try:
        edtf = (
            _from_anchor(found, anchor) if found.kind in ANCHORED else _own_date(found, published)
        )
    except (ValueError, OverflowError):
        return ""
    return edtf if edtf and is_past(edtf, published) else ""


def _own_date(found: DateExpression, published: str) -> str:
    reader = _READERS.get(found.kind)
    return reader(found, published) if reader else ""


def _date(found: DateExpression, published: str) -> str:
    """Year, month and day, as many of them as are written."""
    year, month, day = _year_of(found), found.number("month"), found.number("day")
    if year and month and day:
        edtf = exact_day(year, month, day)
    elif year:
        edtf = f"{year:04}-{month:02}" if month else f"{year:04}"
    elif month and day:
        edtf = count_from_publication(published, latest_day(month, day))
    elif month:
        edtf = count_from_publication(published, latest_month(month))
    else:
        edtf = count_from_publication(published, latest_day_of_month(day or 0))
    weekday = found.number("weekday")
    fits = weekday is None or not edtf or date.fromisoformat(edtf).isoweekday() == weekday
    return edtf if fits else ""


def _year_of(found: DateExpression) -> int | None:
    """The year as written, or counted from the first year of a Japanese era."""
    era, number = found.number("era"), found.number("number")
    return era + number if era and number else found.number("year")


def _date_of_year(found: DateExpression, published: str) -> str:
    """June last year, 3 June this year; `sign` is -1 for the last."""
    month, day = found.number("month"), found.number("day")

    def count(last: date) -> str:
        year = last.year + found.form.sign
        return exact_day(year, month or 0, day) if day else f"{year:04}-{month:02}"

    return count_from_publication(published, count)


def _weekday(found: DateExpression, published: str) -> str:
    strictly = found.kind == "last_weekday"
    count = latest_weekday(found.number("weekday") or 1, strictly=strictly)
    return count_from_publication(published, count)


def _weekday_of_week(found: DateExpression, published: str) -> str:
    count = weekday_of_week(found.number("weekday") or 1, found.form.sign)
    return count_from_publication(published, count)


def _near(found: DateExpression, published: str) -> str:
    days = found.number("value")
    days = found.number("near") if days is None else days
    if days is None:
        return ""
    return count_from_publication(published, lambda day: (day - timedelta(days)).isoformat())


def _unit(found: DateExpression, published: str) -> str:
    """Last month, this year; a week is an interval of days."""
    unit = found.values.get("unit") or found.values["value"]
    return _units_before(unit, -found.form.sign, published)


def _ago(found: DateExpression, published: str) -> str:
    number = found.number("number")
    return _units_before(found.values["unit"], number, published) if number else ""


def _units_before(unit: str, number: int, published: str) -> str:
    counts: dict[str, Callable[[date], str]] = {
        "day": lambda day: shift(day, "day", -number),
        "week": lambda day: week_before(day, number),
        "month": lambda day: month_before(day, number),
        "year": lambda day: shift(day, "year", -number),
    }
    return count_from_publication(published, counts[unit]) if unit in counts else ""


def _season(found: DateExpression, published: str) -> str:
    return f"{found.number('year'):04}-{_SPRING - 1 + int(found.values['season'])}"


def _year_set(found: DateExpression, published: str) -> str:
    return f"{{{found.values['year']},{found.values['year2']}}}"


def _from_anchor(found: DateExpression, anchor: str) -> str:
    if not anchor:
        return ""
    sign, weekday = found.form.sign, found.number("weekday")
    if weekday is not None:
        return _weekday_beside(date.fromisoformat(anchor), weekday, sign)
    number = found.number("number")
    number = found.number("value") if number is None else number
    if number is None:
        return ""
    unit = found.values.get("unit") or "day"
    parts = anchor.count("-")
    if (parts, unit) in {(0, "month"), (0, "day"), (0, "week"), (1, "day"), (1, "week")}:
        return ""
    return shift(date.fromisoformat(f"{anchor}-01-01"[:10]), unit, sign * number)


def _weekday_beside(day: date, weekday: int, sign: int) -> str:
    """The next such day of the week, or the one before."""
    away = (weekday - day.isoweekday()) * sign % 7 or 7
    return (day + timedelta(sign * away)).isoformat()


_READERS: dict[str, Callable[[DateExpression, str], str]] = {
    "date": _date,
    "date_of_year": _date_of_year,
    "weekday": _weekday,
    "last_weekday": _weekday,
    "week_day": _weekday_of_week,
    "near": _near,
    "unit": _unit,
    "ago": _ago,
    "season": _season,
    "year_set": _year_set,
    "decade": lambda found, _: f"{found.values['decade'][:3]}X",
    "fixed": lambda found, _: f"{found.values['year']}-{found.values['fixed']}",
    "weekend": lambda _, published: count_from_publication(published, latest_weekend),
}

"""Counts days, months and years: from a day of publication, or from a day in the text."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from citations.edtf.parsing import parse_edtf

Count = Callable[[date], str]
_MOST_MONTHS = 12_000


def count_from_publication(published: str, count: Count) -> str:
    """The date counted from publication, if every possible day of publication gives the same.

    "" if they do not, or if the day of publication is open or unknown.
    """
    try:
        day = parse_edtf(published)
        if day.earliest is None or day.latest is None:
            return ""
        counted = {count(day.earliest), count(day.latest)}
    except (ValueError, OverflowError):
        return ""
    return counted.pop() if len(counted) == 1 else ""


def is_past(edtf: str, published: str) -> bool:
    """Whether a date may have begun when the text was published; unknown days do not forbid it."""
    try:
        latest, first = parse_edtf(published).latest, parse_edtf(edtf).earliest
    except ValueError:
        return True
    return latest is None or first is None or first <= latest


def exact_day(year: int, month: int, day: int) -> str:
    """This day in EDTF, "" if there is none."""
    is_day = 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    return f"{year:04}-{month:02}-{day:02}" if is_day else ""


def latest_day(month: int, day: int) -> Count:
    """The last such day of a year that is not after the day given."""

    def count(last: date) -> str:
        for year in range(last.year, last.year - 9, -1):
            if day <= monthrange(year, month)[1] and date(year, month, day) <= last:
                return date(year, month, day).isoformat()
        raise ValueError("There is no such day.")

    return count


def latest_day_of_month(day: int) -> Count:
    """The last such day of a month that is not after the day given."""

    def count(last: date) -> str:
        for back in range(3):
            month = month_before(last, back)
            year, number = int(month[:4]), int(month[5:])
            if day <= monthrange(year, number)[1] and date(year, number, day) <= last:
                return date(year, number, day).isoformat()
        raise ValueError("There is no such day.")

    return count


def latest_month(month: int) -> Count:
    return lambda last: f"{last.year - (month > last.month):04}-{month:02}"


def latest_weekday(weekday: int, *, strictly: bool = False) -> Count:
    """The last such day of the week (Monday is 1); `strictly` leaves out the day given itself."""

    def count(last: date) -> str:
        back = (last.isoweekday() - weekday) % 7
        return (last - timedelta(back or 7 * strictly)).isoformat()

    return count


def weekday_of_week(weekday: int, weeks: int) -> Count:
    """This day of the week so many weeks later, or earlier if the number is negative."""
    return lambda day: (day + timedelta(weekday - day.isoweekday() + 7 * weeks)).isoformat()


def latest_weekend(last: date) -> str:
    """The last Saturday and Sunday of which the first is past."""
    saturday = last - timedelta((last.weekday() - 5) % 7)
    sunday = min(saturday + timedelta(1), last)
    return f"{saturday.isoformat()}/{sunday.isoformat()}" if sunday > saturday else ""


def shift(day: date, unit: str, number: int) -> str:
    """The day, month or year so many units later, or earlier if the number is negative."""
    if unit == "year":
        return f"{day.year + number:04}"
    if unit == "month":
        return month_before(day, -number)
    days = {"day": 1, "week": 7, "fortnight": 14}[unit]
    return (day + timedelta(days * number)).isoformat()


def month_before(day: date, months: int) -> str:
    """The month so many months before the day."""
    if abs(months) > _MOST_MONTHS:
        raise ValueError("That is too far away.")
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, 1).isoformat()[:7]


def week_before(day: date, weeks: int) -> str:
    """The week so many weeks before the day, from Monday to Sunday; this week ends with the day."""
    monday = day - timedelta(day.weekday() + 7 * weeks)
    last = monday + timedelta(6) if weeks else day
    return f"{monday.isoformat()}/{last.isoformat()}" if last > monday else monday.isoformat()

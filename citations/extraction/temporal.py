"""Temporal expressions: days and months in words, as EDTF, relative to the day of publication.

A day without a year gets a date only if every possible day of publication gives the same one.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from citations.edtf.parsing import parse_edtf
from citations.extraction.syntax.lexicon import WEEKDAYS
from citations.extraction.token_stream import TokenStream

_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_BY_MONTH = {name: number for number, name in enumerate(_MONTHS, 1)} | {
    short: number
    for number, names in enumerate(
        "Jan. Jan|Feb. Feb|Mar. Mar|Apr. Apr||Jun. Jun|Jul. Jul|Aug. Aug|Sept. Sep Sept|Oct. Oct|"
        "Nov. Nov|Dec. Dec".split("|"),
        1,
    )
    for short in names.split()
}
_DAYS = dict(
    zip("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(), range(7), strict=True)
)
_NEAR = {"yesterday": 1, "today": 0, "tonight": 0, "Yesterday": 1, "Today": 0, "Tonight": 0}
_BEGINNINGS = frozenset(_BY_MONTH) | frozenset(_NEAR) | WEEKDAYS | {"last", "Last", "this", "in"}


@dataclass(frozen=True, slots=True)
class TemporalExpression:
    """A date in EDTF, and the words of the token stream that express it."""

    edtf: str
    start: int
    end: int


def temporal_expression(
    frame: TokenStream, start: int, end: int, published: str
) -> TemporalExpression | None:
    """The first date in these words of the token stream, or None."""
    for at in range(start, end):
        if frame.words[at] not in _BEGINNINGS:
            continue
        found = _at(frame, at, end, published)
        if found:
            return found
    return None


def _at(frame: TokenStream, at: int, end: int, published: str) -> TemporalExpression | None:
    word = frame.words[at]
    if word in _BY_MONTH:
        return _from_month(frame, at, end, published)
    if word in WEEKDAYS:
        return _weekday(frame, at, published)
    if word in _NEAR:
        days = _NEAR[word]
        return _count_from_publication(
            published, at, at + 1, lambda day: _iso(day - timedelta(days))
        )
    if word.lower() in {"last", "this"} and at + 1 < end:
        return _last(frame, at, published)
    if word == "in" and at + 1 < end and _is_year(frame.words[at + 1]):
        return _years(frame, at + 1, end)
    return None


def _from_month(frame: TokenStream, at: int, end: int, published: str) -> TemporalExpression | None:
    """March 22; March 22, 2022; March 2022; 22 March 2022; in March."""
    month = _BY_MONTH[frame.words[at]]
    day, after = _number(frame.word(at + 1)), at + 2
    start = at
    if day is None and at and (day := _number(frame.word(at - 1))) is not None:
        start, after = at - 1, at + 1
    elif day is None:
        after = at + 1
    year, after = _year_at(frame, after, end)
    if year and day:
        return _expression_for_day(year, month, day, start, after)
    if year:
        return TemporalExpression(f"{year:04}-{month:02}", start, after)
    if day:
        return _count_from_publication(
            published, start, after, lambda last: _latest_day(last, month, day)
        )
    if frame.word(at - 1).lower() not in {"in", "since", "last", "early", "late"}:
        return None
    return _count_from_publication(published, start, after, lambda last: _latest_month(last, month))


def _year_at(frame: TokenStream, at: int, end: int) -> tuple[int, int]:
    comma = at + (frame.word(at) == ",")
    if comma < end and _is_year(frame.word(comma)):
        return int(frame.words[comma]), comma + 1
    return 0, at


def _expression_for_day(
    year: int, month: int, day: int, start: int, end: int
) -> TemporalExpression | None:
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return TemporalExpression(f"{year:04}-{month:02}-{day:02}", start, end)


def _weekday(frame: TokenStream, at: int, published: str) -> TemporalExpression | None:
    prior = frame.word(at - 1).lower()
    if prior in {"next", "every", "each", "until", "by", "fox", "cyber", "black"}:
        return None
    wanted, strictly = _DAYS[frame.words[at]], prior == "last"

    def latest(day: date) -> str:
        back = (day.weekday() - wanted) % 7
        return _iso(day - timedelta(back or (7 if strictly else 0)))

    return _count_from_publication(published, at - (prior == "last"), at + 1, latest)


def _last(frame: TokenStream, at: int, published: str) -> TemporalExpression | None:
    """Last month, this year; a week is an interval of days."""
    unit, back = frame.words[at + 1], frame.words[at].lower() == "last"
    if unit == "month":
        return _count_from_publication(published, at, at + 2, lambda day: _months_back(day, back))
    if unit == "year":
        return _count_from_publication(published, at, at + 2, lambda day: f"{day.year - back:04}")
    if unit == "week":
        return _count_from_publication(published, at, at + 2, lambda day: _week(day, back))
    if unit in {"morning", "afternoon", "evening", "night"}:
        days = int(back and unit == "night")
        return _count_from_publication(
            published, at, at + 2, lambda day: _iso(day - timedelta(days))
        )
    return None


def _years(frame: TokenStream, at: int, end: int) -> TemporalExpression:
    """In 2019; in 2021 and 2022."""
    first = frame.words[at]
    if at + 2 < end and frame.words[at + 1] == "and" and _is_year(frame.words[at + 2]):
        return TemporalExpression(f"{{{first},{frame.words[at + 2]}}}", at, at + 3)
    return TemporalExpression(first, at, at + 1)


def _count_from_publication(
    published: str, start: int, end: int, count: Callable[[date], str]
) -> TemporalExpression | None:
    """The date counted from publication, if every possible day of publication gives the same."""
    try:
        day = parse_edtf(published)
        if day.earliest is None or day.latest is None:
            return None
        found = {count(day.earliest), count(day.latest)}
    except (ValueError, OverflowError):
        return None
    return TemporalExpression(found.pop(), start, end) if len(found) == 1 else None


def _latest_day(last: date, month: int, day: int) -> str:
    """The last such day that is not after `last`."""
    for year in (last.year, last.year - 1):
        if day <= monthrange(year, month)[1] and date(year, month, day) <= last:
            return _iso(date(year, month, day))
    raise ValueError("There is no such day.")


def _latest_month(last: date, month: int) -> str:
    return f"{last.year - (month > last.month):04}-{month:02}"


def _months_back(day: date, back: bool) -> str:
    return _iso(day.replace(day=1) - timedelta(int(back)))[:7]


def _week(day: date, back: bool) -> str:
    monday = day - timedelta(day.weekday() + 7 * back)
    return f"{_iso(monday)}/{_iso(monday + timedelta(6) if back else day)}"


def _iso(day: date) -> str:
    return day.isoformat()


def _number(word: str) -> int | None:
    digits = word.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 2):
        return None
    return int(digits) if 0 < int(digits) < 32 else None


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isascii() and word.isdigit() and "1000" < word < "2100"

"""Offices on a time axis, quotes by year as columns, and occasions by year and month."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

DAYS_IN_YEAR = 365.2425
MOST_TICKS = 8


class OfficeTerm(Protocol):
    """An office with its first and last possible day, as far as they are known."""

    start_earliest: date | None
    end_latest: date | None


class DatedEvent(Protocol):
    """Something with a first and a last possible day."""

    @property
    def date_earliest(self) -> date | None: ...

    @property
    def date_latest(self) -> date | None: ...


Office = TypeVar("Office", bound=OfficeTerm)
Event = TypeVar("Event", bound=DatedEvent)


@dataclass(frozen=True)
class OfficeBar:
    """The position of an office on the axis, in per cent of its length."""

    start: float
    length: float


@dataclass(frozen=True)
class AxisTick:
    """A year below the axis, and its position in per cent."""

    year: int
    at: float


@dataclass(frozen=True)
class TimeAxis:
    """An axis of whole years, without the last one: [first, last)."""

    first: int
    last: int

    def at(self, day: date) -> float:
        """The position of a day, in per cent of the length."""
        years = day.year - self.first + (day.timetuple().tm_yday - 1) / DAYS_IN_YEAR
        return round(100 * min(max(years / (self.last - self.first), 0), 1), 2)

    def bar(self, office: OfficeTerm) -> OfficeBar | None:
        """The bar of an office, to the end of the axis if it has no end; None without a start."""
        if not office.start_earliest:
            return None
        start = self.at(office.start_earliest)
        end = self.at(office.end_latest) if office.end_latest else 100
        return OfficeBar(start, round(max(end - start, 0.5), 2))

    def ticks(self) -> list[AxisTick]:
        """At most `MOST_TICKS` years at equal distances."""
        step = max(1, -(-(self.last - self.first) // MOST_TICKS))
        years = range(self.first, self.last, step)
        return [AxisTick(year, self.at(date(year, 1, 1))) for year in years]


def time_axis(offices: Iterable[OfficeTerm], days: Iterable[date | None] = ()) -> TimeAxis | None:
    """An axis for all these offices and days; None if none has a date."""
    edges = [edge for one in offices for edge in (one.start_earliest, one.end_latest)]
    years = [edge.year for edge in (*edges, *days) if edge]
    return TimeAxis(min(years), max(years) + 1) if years else None


@dataclass(frozen=True)
class YearColumn:
    """The column of one year in a chart, in per cent of its width and height."""

    year: int
    x: float
    width: float
    height: float


def year_columns(counts: Mapping[int, int]) -> list[YearColumn]:
    """A column for every year from the first to the last, also for years without quotes."""
    if not counts:
        return []
    first, last, fullest = min(counts), max(counts), max(counts.values())
    width = 100 / (last + 1 - first)
    return [
        YearColumn(
            year,
            x=round((year - first + 0.15) * width, 2),
            width=round(0.7 * width, 2),
            height=round(100 * counts.get(year, 0) / fullest, 2),
        )
        for year in range(first, last + 1)
    ]


def outline_of_columns(columns: Iterable[YearColumn]) -> str:
    """The columns as one SVG path, 100 wide and 100 high; its y axis points down."""
    return "".join(
        f"M{one.x} 100V{round(100 - one.height, 2)}h{one.width}V100z"
        for one in columns
        if one.height
    )


@dataclass(frozen=True)
class Month:
    """The occasions in one month; `number` is None if the month is not known."""

    number: int | None
    events: list[DatedEvent]

    @property
    def first_day(self) -> date | None:
        return date(2000, self.number, 1) if self.number else None


@dataclass(frozen=True)
class Year:
    """The occasions in one year; `number` is None if the year is not known."""

    number: int | None
    months: list[Month]


def by_year_and_month(events: Sequence[Event]) -> list[Year]:
    """The occasions by year and month, newest first; unknown years and months come last."""
    years: dict[int | None, dict[int | None, list[DatedEvent]]] = {}
    for event in events:
        year, month = _certain_year_and_month(event)
        years.setdefault(year, {}).setdefault(month, []).append(event)
    return [Year(year, list(_months(years[year]))) for year in _newest_first(years)]


def _months(months: dict[int | None, list[DatedEvent]]) -> Iterator[Month]:
    return (Month(number, months[number]) for number in _newest_first(months))


def _newest_first(numbers: Iterable[int | None]) -> list[int | None]:
    return sorted(numbers, key=lambda number: (number is None, -(number or 0)))


def _certain_year_and_month(event: DatedEvent) -> tuple[int | None, int | None]:
    """The year and month that the first and the last possible day have in common."""
    first, last = event.date_earliest, event.date_latest
    if not first or not last or first.year != last.year:
        return None, None
    return first.year, first.month if first.month == last.month else None

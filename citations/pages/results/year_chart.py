"""The years in which the quotes found were said: a chart whose bars are links, and a table."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.safestring import SafeString

from citations.pages.links import Addresses
from citations.search.histogram import YearHistogram
from citations.search.request import DayRange

# Bars that leave each room to be hit on a wide page, and on a narrow one to be labelled as well.
MOST_BARS = 37
FEW_BARS = 8
STEPS = {1: "year", 10: "decade", 100: "century", 1000: "millennium"}
HEIGHT = 100


class YearBar(NamedTuple):
    """Some years as a bar of a chart, and the address of the search for them; none if it is empty.

    `height` is in per cent of the highest, `tick` is what is written below it, if anything.
    """

    label: str
    tick: str
    number: int
    height: str
    url: str


@dataclass(frozen=True, slots=True)
class YearChart:
    """All bars, also of years without quotes, so that distances are true.

    `outline` draws the same as one path, one unit to a bar and 100 high.
    """

    bars: list[YearBar]
    unit: str
    first: str
    last: str

    @property
    def is_crowded(self) -> bool:
        """Whether the bars are too many to be hit on a narrow page."""
        return len(self.bars) > FEW_BARS

    @property
    def filled(self) -> list[YearBar]:
        """The bars that are not empty: the rows of the table."""
        return [bar for bar in self.bars if bar.number]

    @property
    def outline(self) -> str:
        return "".join(
            f"M{at + 0.1:.1f} {HEIGHT}v-{bar.height}h.8v{bar.height}z"
            for at, bar in enumerate(self.bars)
            if bar.number
        )


def year_chart(years: YearHistogram, said: DayRange, to: Addresses) -> YearChart | None:
    """The years as bars, by decade, century or millennium where they are many.

    Of those that the search is narrowed to; None where they are less than two. A quote counts in
    every year that its date may mean, as it is found in each.
    """
    shown = _within(years.year_range, said)
    if len(shown) < 2:
        return None
    first, last = shown[0], shown[-1]
    step = next(step for step in STEPS if last // step - first // step < MOST_BARS)
    span = range(first // step * step, last + 1, step)
    return YearChart(list(_bars(years, span, to)), STEPS[step], str(first), str(last))


def _within(known: range, said: DayRange) -> range:
    """The years among which to choose: those known, as far as the search reaches."""
    start = said.earliest.year if said.earliest else 0
    end = said.latest.year + 1 if said.latest else known.stop
    return range(max(known.start, start), min(known.stop, end))


def _bars(years: YearHistogram, span: range, to: Addresses) -> Iterator[YearBar]:
    step = span.step
    counts = {year: years.count_between(year, year + step - 1) for year in span}
    highest = max(counts.values()) or 1
    every = 1 if len(span) <= FEW_BARS else 5 * step
    start = to.open_end("said_from", "said_to")
    for year, count in counts.items():
        first, last = max(year, 1), last_of(year, step)
        url = SafeString(f"{start}said_from={first:04}&said_to={last:04}")
        yield YearBar(
            label=str(year) if step == 1 else f"{first} to {last}",
            tick=str(year) if year % every == 0 else "",
            number=count,
            # Rounded up: one is seen beside many.
            height=str(-(-HEIGHT * count // highest)),
            url=url if count else "",
        )


def last_of(year: int, step: int) -> int:
    """The last year of a decade or century, in so far as dates can be written."""
    return min(year + step - 1, 9999)

"""The years in which the quotes found were said, as a chart with links and as a table."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from citations.pages.links import Addresses
from citations.search.histogram import YearHistogram
from citations.search.request import DayRange

# The most bars that are wide enough to click on a wide page, and to have labels on a narrow one.
MOST_BARS = 37
FEW_BARS = 8
STEPS = {
    1: gettext_lazy("year"),
    10: gettext_lazy("decade"),
    100: gettext_lazy("century"),
    1000: gettext_lazy("millennium"),
}
HEIGHT = 100


class YearBar(NamedTuple):
    """One or more years as a bar, and the address of the search for them, "" if it is empty.

    `height` is in per cent of the highest bar; `tick` is the label below the bar, if any.
    """

    label: str
    tick: str
    number: int
    height: str
    url: str


@dataclass(frozen=True, slots=True)
class YearChart:
    """The bars of all years, also of years without quotes.

    `outline` draws them as one SVG path, 1 unit wide for each bar and 100 high.
    """

    bars: list[YearBar]
    unit: str | Promise
    first: str
    last: str

    @property
    def is_crowded(self) -> bool:
        """Whether the bars are too narrow to click on a narrow page."""
        return len(self.bars) > FEW_BARS

    @property
    def filled(self) -> list[YearBar]:
        """The bars with quotes: the rows of the table."""
        return [bar for bar in self.bars if bar.number]

    @property
    def outline(self) -> str:
        return "".join(
            f"M{at + 0.1:.1f} {HEIGHT}v-{bar.height}h.8v{bar.height}z"
            for at, bar in enumerate(self.bars)
            if bar.number
        )


def year_chart(years: YearHistogram, said: DayRange, to: Addresses) -> YearChart | None:
    """The years of the search as bars, by decade, century or millennium if there are many.

    None if there are fewer than two years. A quote counts in every year that its date may mean,
    as a search for each of these years finds it.
    """
    shown = _years_in_search(years.year_range, said)
    if len(shown) < 2:
        return None
    first, last = shown[0], shown[-1]
    step = next(step for step in STEPS if last // step - first // step < MOST_BARS)
    span = range(first // step * step, last + 1, step)
    return YearChart(list(_bars(years, span, to)), STEPS[step], str(first), str(last))


def _years_in_search(known: range, said: DayRange) -> range:
    """The years with quotes, limited to the days of the search."""
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
        first, last = max(year, 1), last_year(year, step)
        span_names = {"first": first, "last": last}
        url = SafeString(f"{start}said_from={first:04}&said_to={last:04}")
        yield YearBar(
            label=str(year) if step == 1 else _("%(first)s to %(last)s") % span_names,
            tick=str(year) if year % every == 0 else "",
            number=count,
            # Rounded up, so that a single quote is visible.
            height=str(-(-HEIGHT * count // highest)),
            url=url if count else "",
        )


def last_year(year: int, step: int) -> int:
    """The last year of a step that begins with this year; dates end with the year 9999."""
    return min(year + step - 1, 9999)

"""The years in which the quotes found were said: a chart whose bars are links, and a table."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.safestring import SafeString

from citations.views.addresses import Addresses

# Bars that leave each room to be hit on a wide page, and on a narrow one to be labelled as well.
MOST_BARS = 37
FEW_BARS = 8
STEPS = (1, 10, 100, 1000)
HEIGHT = 100


class YearCount(NamedTuple):
    """The quotes of one year, and the address of the search for them."""

    year: str
    number: int
    url: str


class Bar(NamedTuple):
    """Some years as a bar of a chart; no address if it is empty.

    `height` is in per cent of the highest, `tick` is what is written below it, if anything.
    """

    label: str
    tick: str
    number: int
    height: str
    url: str


@dataclass(frozen=True, slots=True)
class Chart:
    """All bars, also of years without quotes, so that distances are true.

    `outline` draws the same as one path, one unit to a bar and 100 high.
    """

    bars: list[Bar]
    step: int
    first: str
    last: str

    @property
    def is_crowded(self) -> bool:
        """Whether the bars are too many to be hit on a narrow page."""
        return len(self.bars) > FEW_BARS

    @property
    def outline(self) -> str:
        return "".join(
            f"M{at + 0.1:.1f} {HEIGHT}v-{bar.height}h.8v{bar.height}z"
            for at, bar in enumerate(self.bars)
            if bar.number
        )


def years(counts: Mapping[int, int], to: Addresses) -> list[YearCount]:
    """The years with quotes, earliest first."""
    start = to.open_end("said_from", "said_to")
    return [
        YearCount(str(year), count, SafeString(f"{start}said_from={year:04}&said_to={year:04}"))
        for year, count in counts.items()
    ]


def chart(counts: Mapping[int, int], to: Addresses) -> Chart | None:
    """The years as bars, by decade or century where they are many; None for less than two."""
    if len(counts) < 2:
        return None
    first, last = min(counts), max(counts)
    step = next(step for step in STEPS if last // step - first // step < MOST_BARS)
    heaps: Counter[int] = Counter()
    for year, count in counts.items():
        heaps[year // step * step] += count
    span = range(first // step * step, last + 1, step)
    return Chart(_bars(heaps, span, to), step, str(first), str(last))


def _bars(heaps: Counter[int], span: range, to: Addresses) -> list[Bar]:
    highest, step = max(heaps.values()), span.step
    every = 1 if len(span) <= FEW_BARS else 5 * step
    start = to.open_end("said_from", "said_to")
    return [
        Bar(
            label=str(year) if step == 1 else f"{year} to {last_of(year, step)}",
            tick=str(year) if year % every == 0 else "",
            number=heaps[year],
            # Rounded up: one is seen beside many.
            height=str(-(-HEIGHT * heaps[year] // highest)),
            url=SafeString(f"{start}said_from={max(year, 1):04}&said_to={last_of(year, step):04}")
            if heaps[year]
            else "",
        )
        for year in span
    ]


def last_of(year: int, step: int) -> int:
    """The last year of a decade or century, in so far as dates can be written."""
    return min(year + step - 1, 9999)

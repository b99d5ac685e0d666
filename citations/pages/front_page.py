"""What the front page shows: examples of searches, the quotation of the day, and counts."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.core.cache import cache
from django.db.models import Max, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from citations.models import Appearance, Article, Change, Quote, Speaker
from citations.pages.results.result_rows import Result, results_of
from citations.search.find import find_quotes
from citations.search.request import Search


class ExampleSearch(NamedTuple):
    """A search that teaches a part of the query language."""

    query: str
    meaning: str | Promise


EXAMPLES = (
    ExampleSearch("speaker:kishida said:2022", _("one person, one year")),
    ExampleSearch('"peace treaty"', _("these words, side by side")),
    ExampleSearch("japan -kishida", _("one word without the other")),
    ExampleSearch("disappoint*", _("all words that start with these letters")),
)
# The verdicts with which a quote counts as verified.
VERIFIED = ("verbatim", "typographic")
# Speakers and sources are counted up to this number, because counting all of them takes long.
MOST_COUNTED = 1_000


@dataclass(frozen=True)
class SiteCounts:
    """How much there is to search, and when it last changed."""

    quotations: int
    speakers: int
    sources: int
    verified: int
    changed: datetime | None
    most: int

    @property
    def share_verified(self) -> int:
        """In per cent, rounded down: 100 means all."""
        return 100 * self.verified // self.quotations if self.quotations else 0


def quotation_of_the_day(today: date) -> Result | None:
    appearance = Appearance.objects.of_the_day(today)
    lines = results_of([appearance.quote_id]) if appearance else []
    return next(iter(lines), None)


def site_counts() -> SiteCounts:
    """Counts of public records only, cached until something changes."""
    # The newest row of the log, and the newest one that no slower transaction can precede.
    newest = Change.objects.aggregate(last=Max("pk"))["last"]
    position = Change.objects.last_position()
    key = f"front-{newest}-{position.id}-{position.at}"
    cached: SiteCounts | None = cache.get(key)
    if cached:
        return cached
    counts, is_complete = fresh_counts()
    if is_complete:
        cache.set(key, counts)
    return counts


def fresh_counts() -> tuple[SiteCounts, bool]:
    """The counts as they are now, and whether the index includes all changes."""
    found = find_quotes(Search(), ("verdict",), years=False)
    verdicts = found.counts["verdict"]
    counts = SiteCounts(
        quotations=found.total,
        speakers=bounded_count(Speaker.objects.public()),
        sources=bounded_count(Article.objects.public()),
        verified=sum(verdicts.get(verdict, 0) for verdict in VERIFIED),
        changed=Quote.objects.published().aggregate(last=Max("changed"))["last"],
        most=MOST_COUNTED,
    )
    return counts, not found.catching_up


def bounded_count(rows: QuerySet[Any]) -> int:
    """The number of rows; `MOST_COUNTED` + 1 stands for every larger number."""
    return rows.order_by()[: MOST_COUNTED + 1].count()

"""The front page: the search box, a quotation of the day, and what there is to search."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.core.cache import cache
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from citations.models import Appearance, Article, Change, Quote, Speaker
from citations.pages.open_graph import of_front
from citations.pages.results.result_rows import results_of
from citations.search.find import Search, find


class Example(NamedTuple):
    """A search that teaches a part of the query language."""

    query: str
    meaning: str


EXAMPLES = (
    Example("speaker:kishida said:2022", "one person, one year"),
    Example('"peace treaty"', "these words, side by side"),
    Example("japan -kishida", "one word without the other"),
    Example("disappoint*", "every word that begins so"),
)


# The verdicts that let a quote carry the seal.
VERIFIED = ("verbatim", "typographic")
# Speakers and sources are counted up to here: more is said to be more.
MOST_COUNTED = 1_000


@dataclass(frozen=True)
class Counts:
    """How much there is to search, and since when it is so."""

    quotations: int
    speakers: int
    sources: int
    verified: int
    changed: datetime | None
    most: int

    @property
    def share_verified(self) -> int:
        """Per cent of the quotations, rounded down: all is said only of all."""
        return 100 * self.verified // self.quotations if self.quotations else 0


def counts() -> Counts:
    """Counts of what everybody may read and nothing else, remembered until something changes."""
    # The newest row of the log, and the newest one that no slower transaction can precede.
    newest = Change.objects.aggregate(last=Max("pk"))["last"]
    mark = Change.objects.head()
    key = f"front-{newest}-{mark.id}-{mark.at}"
    remembered: Counts | None = cache.get(key)
    if remembered:
        return remembered
    made, is_complete = counted()
    if is_complete:
        cache.set(key, made)
    return made


def counted() -> tuple[Counts, bool]:
    """The counts as they are now, and whether the index has caught up with all changes."""
    found = find(Search(), ("verdict",), years=False)
    checked = found.counts["verdict"]
    made = Counts(
        quotations=found.total,
        speakers=up_to_most(Speaker.objects.public()),
        sources=up_to_most(Article.objects.public()),
        verified=sum(checked.get(verdict, 0) for verdict in VERIFIED),
        changed=Quote.objects.published().aggregate(last=Max("changed"))["last"],
        most=MOST_COUNTED,
    )
    return made, not found.catching_up


def up_to_most(rows: QuerySet[Any]) -> int:
    """How many rows there are, as far as they are counted: `MOST_COUNTED` and one are more."""
    return rows.order_by()[: MOST_COUNTED + 1].count()


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The front page; with any condition in the address, the results for it."""
    if request.GET:
        return HttpResponseRedirect(f"{reverse('search')}?{request.GET.urlencode()}")
    today = timezone.localdate()
    stands = Appearance.objects.of_the_day(today)
    shown = results_of([stands.quote_id]) if stands else []
    context = {
        "result": next(iter(shown), None),
        "examples": EXAMPLES,
        "counts": counts(),
        "preview": of_front(request),
    }
    return render(request, "citations/front.html", context)

"""The front page: the search box, a quotation of the day, and what there is to search."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db.models import Max
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from citations.models import Article, Quote, Speaker


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


@dataclass(frozen=True)
class Counts:
    """How much there is to search, and since when it is so."""

    quotations: int
    speakers: int
    sources: int
    verified: int
    changed: datetime | None

    @property
    def share_verified(self) -> int:
        """Per cent of the quotations, rounded down: all is said only of all."""
        return 100 * self.verified // self.quotations if self.quotations else 0


def counts() -> Counts:
    """Counts of what everybody may read, and of nothing else."""
    published = Quote.objects.published()
    return Counts(
        quotations=published.count(),
        speakers=Speaker.objects.public().count(),
        sources=Article.objects.public().count(),
        verified=published.verified().count(),
        changed=published.aggregate(last=Max("changed"))["last"],
    )


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The front page; with any condition in the address, the results for it."""
    if request.GET:
        return HttpResponseRedirect(f"{reverse('search')}?{request.GET.urlencode()}")
    today = timezone.localdate()
    quote = Quote.objects.with_sources().of_the_day(today)
    context = {"quote": quote, "examples": EXAMPLES, "counts": counts(), "today": today}
    return render(request, "citations/front.html", context)

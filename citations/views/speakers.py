"""Who said it: everybody, and each with names, offices and quotes over time."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from citations.models import Position, Speaker
from citations.timeline import Bar, Line, columns, line_of
from citations.views.paging import leaf


@dataclass(frozen=True)
class YearLink:
    """How many quotes were said in a year (None: not known which), and where they are listed."""

    year: int | None
    count: int
    url: str


@require_safe
def speaker_list(request: HttpRequest) -> HttpResponse:
    speakers = Speaker.objects.public().with_quote_count().with_record().order_by("name", "slug")
    return render(request, "citations/speaker_list.html", {"page": leaf(speakers, request, 100)})


@require_safe
def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """The speaker's page; a merged speaker's address leads on to the other for good."""
    merged = Speaker.objects.filter(slug=slug, merged_into__isnull=False).first()
    public = Speaker.objects.public().with_record()
    if merged:
        return HttpResponsePermanentRedirect(
            get_object_or_404(public, pk=merged.kept.pk).get_absolute_url()
        )
    found = get_object_or_404(public, slug=slug)
    quotes = found.quotes.published()
    per_year = quotes.per_year()
    context = {
        "speaker": found,
        "years": year_links(found, per_year),
        "columns": columns({year: count for year, count in per_year if year}),
        "page": leaf(quotes.newest_first().with_sources(), request),
    } | offices(list(found.positions.all()))
    return render(request, "citations/speaker.html", context)


def offices(positions: Sequence[Position]) -> dict[str, object]:
    """The offices on one line of time; what is held still reaches to this year."""
    held_still = [timezone.localdate()] if any(not one.end for one in positions) else []
    line = line_of(positions, held_still)
    return {"line": line, "offices": [(one, bar(line, one)) for one in positions]}


def bar(line: Line | None, position: Position) -> Bar | None:
    return line.bar(position) if line else None


def year_links(speaker: Speaker, counts: Sequence[tuple[int | None, int]]) -> list[YearLink]:
    """The counts, each leading to that year's quotes."""
    search = f"{reverse('search')}?speaker={speaker.slug}"
    links = {year: f"{search}&said_from={year:04}&said_to={year:04}" for year, _ in counts if year}
    return [YearLink(year, count, links.get(year or 0, "")) for year, count in counts]

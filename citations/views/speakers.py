"""Who said it: everybody, and each with names, offices and quotes over time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from string import ascii_uppercase

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from citations.models import Position, Speaker
from citations.search.facets import among, values
from citations.search.find import Days, Found, Search, count_each
from citations.timeline import Bar, Line, columns, line_of
from citations.views.paging import address_of, after_of, leaf, quotes_leaf

SPEAKERS_PER_PAGE = 50
LETTERS = [(letter, f"?from={letter.lower()}") for letter in ascii_uppercase]
EVER = Days(date.min, date.max)


class SpeakersForm(forms.Form):
    """How the list is asked for: by a name, or from a name or letter on."""

    q = forms.CharField(required=False, max_length=200)
    start = forms.CharField(required=False, max_length=200)

    def add_prefix(self, field_name: str) -> str:
        return {"start": "from"}.get(field_name, field_name)


@dataclass(frozen=True)
class YearLink:
    """How many quotes were said in a year (None: not known which), and where they are listed."""

    year: int | None
    count: int
    url: str


@require_safe
def speaker_list(request: HttpRequest) -> HttpResponse:
    """The speakers by name, from a letter on if asked; or those whose names fit, most quoted first.

    400 when what is asked cannot be read; then it counts as not asked.
    """
    form = SpeakersForm(request.GET)
    form.is_valid()
    query, start = (form.cleaned_data.get(name, "") for name in ("q", "start"))
    context = {"form": form, "query": query, "start": start, "letters": LETTERS}
    if query:
        context["found"] = speakers_named(query)
    else:
        speakers = Speaker.objects.public().by_name(start)
        if after := after_of(request):
            speakers = speakers.following(get_object_or_404(Speaker, slug=after))
        shown = Speaker.objects.with_record()
        page = leaf(speakers, request, SPEAKERS_PER_PAGE, shown=shown, name="slug")
        context |= {"page": page, "found": with_counts(page.rows)}
    status = 400 if form.errors else 200
    return render(request, "citations/speaker_list.html", context, status=status)


def speakers_named(query: str) -> list[tuple[Speaker, int]]:
    """The most quoted of the speakers with these words, or their beginnings, in a name."""
    counts = values(Search(), "speaker", within=query, size=SPEAKERS_PER_PAGE).buckets["speaker"]
    speakers = Speaker.objects.public().with_record().in_bulk(list(counts), field_name="slug")
    return [(speakers[slug], count) for slug, count in counts.items() if slug in speakers]


def with_counts(speakers: Iterable[Speaker]) -> list[tuple[Speaker, int]]:
    """Each with the number of its quotes."""
    speakers = list(speakers)
    counts = among("speaker", [one.slug for one in speakers]) if speakers else {}
    return [(one, counts.get(one.slug, 0)) for one in speakers]


@require_safe
def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """The speaker's page; a merged speaker's address leads on to the other for good."""
    public = Speaker.objects.public().with_record()
    found = public.filter(slug=slug).first()
    if not found:
        merged = get_object_or_404(Speaker, slug=slug, merged_into__isnull=False)
        kept = get_object_or_404(public, pk=merged.kept.pk)
        return HttpResponsePermanentRedirect(kept.get_absolute_url())
    search = Search(chosen={"speaker": (slug,)}, sort="newest")
    quotes, page = quotes_leaf(search, request, years=True)
    context = {
        "speaker": found,
        "total": quotes.total,
        "years": list(year_links(search, quotes)),
        "columns": columns(quotes.years),
        "page": page,
        "search_url": address_of(search),
    } | offices(list(found.positions.all()))
    return render(request, "citations/speaker.html", context)


def offices(positions: Sequence[Position]) -> dict[str, object]:
    """The offices on one line of time; what is held still reaches to this year."""
    held_still = [timezone.localdate()] if any(not one.end for one in positions) else []
    line = line_of(positions, held_still)
    return {"line": line, "offices": [(one, bar(line, one)) for one in positions]}


def bar(line: Line | None, position: Position) -> Bar | None:
    return line.bar(position) if line else None


def year_links(search: Search, found: Found) -> Iterable[YearLink]:
    """How many were said in each year, leading to them; last, of how many it is not known."""
    for year, count in found.years.items():
        days = {"said_from": f"{year:04}", "said_to": f"{year:04}"}
        yield YearLink(year, count, address_of(search, **days))
    [dated] = count_each([replace(search, said=EVER)])
    if undated := found.total - dated:
        yield YearLink(None, undated, "")

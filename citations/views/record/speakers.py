"""Who said it: everybody, and each with names, offices and quotes over time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from string import ascii_uppercase

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from citations.models import Position, Speaker, SpeakerName
from citations.models.history import last_change
from citations.models.speakers import SpeakerQuerySet
from citations.pages.links import addresses_of
from citations.pages.open_graph import of_speaker
from citations.pages.results.pagination import address_of, after_of, leaf, quotes_leaf
from citations.pages.timeline import Bar, Line, columns, drawn, line_of
from citations.search.facets import among, values
from citations.search.find import Days, Found, Search, count_each
from citations.views.responses.redirects import leads_on

SPEAKERS_PER_PAGE = 50
LETTERS = [(letter, f"?from={letter.lower()}") for letter in ascii_uppercase]
EVER = Days(date.min, date.max)


class SpeakersForm(forms.Form):
    """How the list is asked for: by a name, or from a name or letter on."""

    q = forms.CharField(required=False, max_length=200)
    start = forms.CharField(required=False, max_length=200)

    def add_prefix(self, field_name: str) -> str:
        return {"start": "from"}.get(field_name, field_name)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list of speakers.

    `foreign` are the names that are not English, each with its language.
    """

    slug: str
    name: str
    description: str
    url: str
    foreign: Sequence[tuple[str, str]]
    count: int


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
        after = after_of(request)
        # One place to begin at: of two, SQLite might go to the first and read on from there.
        speakers = Speaker.objects.public().by_name("" if after else start)
        if after:
            speakers = speakers.following(get_object_or_404(Speaker, slug=after))
        page = leaf(speakers, request, SPEAKERS_PER_PAGE, shown=listed(), name="slug")
        context |= {"page": page, "found": with_counts(page.rows)}
    status = 400 if form.errors else 200
    return render(request, "citations/speaker_list.html", context, status=status)


def listed() -> SpeakerQuerySet:
    """Speakers with no more than a line of the list shows."""
    return Speaker.objects.only("slug", "name", "description")


def speakers_named(query: str) -> list[Entry]:
    """The most quoted of the speakers with these words, or their beginnings, in a name."""
    counts = values(Search(), "speaker", within=query, size=SPEAKERS_PER_PAGE).buckets["speaker"]
    speakers = listed().public().in_bulk(list(counts), field_name="slug")
    return entries([speakers[slug] for slug in counts if slug in speakers], counts)


def with_counts(speakers: Sequence[Speaker]) -> list[Entry]:
    """Each with the number of its quotes."""
    counts = among("speaker", [one.slug for one in speakers]) if speakers else {}
    return entries(speakers, counts)


def entries(speakers: Sequence[Speaker], counts: Mapping[str, int]) -> list[Entry]:
    foreign, to_speaker = foreign_names(speakers), addresses_of("speaker")
    return [
        Entry(
            one.slug,
            one.name,
            one.description,
            to_speaker(one.slug),
            foreign.get(one.pk, ()),
            counts.get(one.slug, 0),
        )
        for one in speakers
    ]


def foreign_names(speakers: Iterable[Speaker]) -> Mapping[int, list[tuple[str, str]]]:
    """The names of each that are not English, with their languages."""
    names = SpeakerName.objects.filter(speaker__in=speakers).exclude(language="en")
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for number, name, language in names.values_list("speaker_id", "name", "language"):
        found[number].append((name, language))
    return found


@require_safe
def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """The speaker's page; a merged speaker's address leads on to the other for good."""
    public = Speaker.objects.public().with_record()
    found = public.filter(slug=slug).first()
    if not found:
        merged = get_object_or_404(Speaker, slug=slug, merged_into__isnull=False)
        kept = get_object_or_404(public, pk=merged.kept.pk)
        return leads_on(kept.get_absolute_url())
    search = Search(chosen={"speaker": (slug,)}, sort="newest")
    quotes, page = quotes_leaf(search, request, years=True)
    by_year = columns(quotes.years.each())
    context = {
        "speaker": found,
        "total": quotes.total,
        "years": list(year_links(search, quotes)),
        "columns": by_year,
        "drawn": drawn(by_year),
        "page": page,
        "search_url": address_of(search),
        "preview": of_speaker(found, request, page.number),
        "changed": last_change(found),
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
    address = address_of(search)
    for year, count in found.years.each().items():
        yield YearLink(year, count, f"{address}&said_from={year:04}&said_to={year:04}")
    [dated] = count_each([replace(search, said=EVER)])
    if undated := found.total - dated:
        yield YearLink(None, undated, "")

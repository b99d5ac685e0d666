"""The lines of the list of speakers, and a speaker's offices and quotes by year."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from citations.models import Position, Speaker, SpeakerName
from citations.models.speakers import SpeakerQuerySet
from citations.pages.links import addresses_of, search_address
from citations.pages.record.timeline import time_axis
from citations.search.facets import count_chosen_values, count_facet_values
from citations.search.find import QuoteResults, count_searches
from citations.search.request import DayRange, Search

ANY_DAY = DayRange(date.min, date.max)


@dataclass(frozen=True, slots=True)
class SpeakerLine:
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
    """The number of quotes said in a year (None if it is not known), and the search for them."""

    year: int | None
    count: int
    url: str


def speakers_for_lines() -> SpeakerQuerySet:
    """Speakers with only the columns that a line of the list shows."""
    return Speaker.objects.only("slug", "name", "description")


def lines_of_names(words: str, most: int) -> list[SpeakerLine]:
    """The most quoted speakers with these words, or words that begin with them, in a name."""
    found = count_facet_values(Search(), "speaker", within=words, size=most)
    counts = found.buckets["speaker"]
    speakers = speakers_for_lines().public().in_bulk(list(counts), field_name="slug")
    return speaker_lines([speakers[slug] for slug in counts if slug in speakers], counts)


def counted_lines(speakers: Sequence[Speaker]) -> list[SpeakerLine]:
    """A line for each of these speakers, with the number of quotes."""
    counts = count_chosen_values("speaker", [one.slug for one in speakers]) if speakers else {}
    return speaker_lines(speakers, counts)


def speaker_lines(speakers: Sequence[Speaker], counts: Mapping[str, int]) -> list[SpeakerLine]:
    """A line for each of these speakers; `counts` maps slugs to numbers of quotes."""
    foreign, to_speaker = foreign_names(speakers), addresses_of("speaker")
    return [
        SpeakerLine(
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
    """The names that are not English, each with its language, by the speaker's primary key."""
    names = SpeakerName.objects.filter(speaker__in=speakers).exclude(language="en")
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for number, name, language in names.values_list("speaker_id", "name", "language"):
        found[number].append((name, language))
    return found


def office_context(positions: Sequence[Position]) -> dict[str, object]:
    """The offices, each with its bar on one time axis; a current office reaches to this year."""
    today = [timezone.localdate()] if any(not one.end for one in positions) else []
    axis = time_axis(positions, today)
    bars = [(one, axis.bar(one) if axis else None) for one in positions]
    return {"line": axis, "offices": bars}


def year_links(search: Search, found: QuoteResults) -> Iterable[YearLink]:
    """A link for each year, and last the number of quotes whose year is not known."""
    address = search_address(search)
    for year, count in found.years.counts().items():
        yield YearLink(year, count, f"{address}&said_from={year:04}&said_to={year:04}")
    [dated] = count_searches([replace(search, said=ANY_DAY)])
    if undated := found.total - dated:
        yield YearLink(None, undated, "")

"""Loads the records that quotes refer to, many at a time, and caches them for the next batch.

Rows are plain values: a million model instances would take longer than the index itself.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from citations.index.analysis import indexable_text
from citations.models import Appearance, Article, Occasion, Position, Speaker, SpeakerName
from citations.models.offices import OfficeRow

# Records of a kind that are cached; past this number the cache starts over.
MAX_CACHED_RECORDS = 100_000

Record = TypeVar("Record")


class IndexedOccasion(NamedTuple):
    """An occasion: whether it has a date at all, the days that bound it, and its words."""

    has_date: bool
    earliest: date | None
    latest: date | None
    event: str
    place: str


class IndexedArticle(NamedTuple):
    headline: str
    has_date: bool
    earliest: date | None
    latest: date | None
    publication: str
    publication_id: int | None
    publication_words: str


@dataclass(slots=True)
class IndexedSpeaker:
    """A speaker, with every form of the name as indexed."""

    slug: str
    names: list[str]
    offices: list[OfficeRow] = field(default_factory=list)


class IndexedAppearance(NamedTuple):
    article: int
    prefix: str
    suffix: str
    verdict: str


class RecordCache(Generic[Record]):
    def __init__(self, load: Callable[[list[int]], dict[int, Record]]) -> None:
        self.load = load
        self.records: dict[int, Record] = {}

    def records_for(self, ids: Iterable[int | None]) -> dict[int, Record]:
        """At least the records with these ids, as far as they exist."""
        wanted = {number for number in ids if number}
        missing = wanted - self.records.keys()
        if len(self.records) > MAX_CACHED_RECORDS:
            missing = wanted
            self.records.clear()
        if missing:
            self.records |= self.load(sorted(missing))
        return self.records


def load_speakers(ids: list[int]) -> dict[int, IndexedSpeaker]:
    rows = Speaker.objects.filter(pk__in=ids).values_list("pk", "slug", "name")
    speakers = {pk: IndexedSpeaker(slug, [indexable_text(name)]) for pk, slug, name in rows}
    names = SpeakerName.objects.filter(speaker__in=ids).order_by("pk")
    for pk, name in names.values_list("speaker", "name"):
        speakers[pk].names.append(indexable_text(name))
    for speaker in speakers.values():
        speaker.names = list(dict.fromkeys(filter(None, speaker.names)))
    for pk, offices in Position.objects.filter(speaker__in=ids).rows_by_speaker().items():
        speakers[pk].offices = offices
    return speakers


def load_positions(ids: list[int]) -> dict[int, Position]:
    return Position.objects.in_bulk(ids)


def load_occasions(ids: list[int]) -> dict[int, IndexedOccasion]:
    rows = Occasion.objects.filter(pk__in=ids).values_list(
        "pk", "date", "date_earliest", "date_latest", "event", "place"
    )
    return {
        pk: IndexedOccasion(
            bool(text), earliest, latest, indexable_text(event), indexable_text(place)
        )
        for pk, text, earliest, latest, event, place in rows
    }


def load_articles(ids: list[int]) -> dict[int, IndexedArticle]:
    rows = Article.objects.filter(pk__in=ids).values_list(
        "pk",
        "headline",
        "published",
        "published_earliest",
        "published_latest",
        "publication",
        "publication__slug",
        "publication__name",
    )
    return {
        pk: IndexedArticle(
            indexable_text(headline),
            bool(text),
            earliest,
            latest,
            slug or "",
            publication,
            indexable_text(name or ""),
        )
        for pk, headline, text, earliest, latest, publication, slug, name in rows
    }


def load_appearances(quotes: list[int]) -> dict[int, list[IndexedAppearance]]:
    """The appearances of each quote, the primary one first."""
    rows = Appearance.objects.filter(quote__in=quotes).primary_first()
    appearances: dict[int, list[IndexedAppearance]] = defaultdict(list)
    columns = ("quote", "article", "prefix", "suffix", "verdict")
    for quote, *values in rows.values_list(*columns):
        appearances[quote].append(IndexedAppearance(*values))
    return appearances

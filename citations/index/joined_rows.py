"""What quotes show besides their own words, read many at a time and kept for the next batch.

Rows are read as plain values: a million model instances would take longer than the index itself.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, NamedTuple, TypeVar

from citations.index.analysis import for_index
from citations.models import Appearance, Article, Occasion, Position, Quote, Speaker, SpeakerName
from citations.models.offices import Held

# Records of a kind that are kept; when there are more, all are read again as they come.
KEPT = 100_000

Record = TypeVar("Record")


class Said(NamedTuple):
    """An occasion: whether it has a date at all, and the days that bound it."""

    has_date: bool
    earliest: date | None
    latest: date | None
    event: str
    place: str


class Source(NamedTuple):
    """An article, with its words as the index takes them."""

    headline: str
    has_date: bool
    earliest: date | None
    latest: date | None
    publication: str
    publication_number: int | None
    publication_words: str


@dataclass(slots=True)
class Who:
    """A speaker, with every form of the name as the index takes it."""

    slug: str
    names: list[str]
    held: list[Held] = field(default_factory=list)


class Printing(NamedTuple):
    """An appearance of a quote."""

    article: int
    prefix: str
    suffix: str
    verdict: str
    primary: bool


class About(NamedTuple):
    """A topic, and its words as the index takes them."""

    number: int
    slug: str
    words: str


class Kept(Generic[Record]):
    """Records by their numbers, read when they are first asked for."""

    def __init__(self, read: Callable[[list[int]], dict[int, Record]]) -> None:
        self.read = read
        self.records: dict[int, Record] = {}

    def of(self, numbers: Iterable[int | None]) -> dict[int, Record]:
        """At least the records with these numbers."""
        missing = {number for number in numbers if number} - self.records.keys()
        if len(self.records) > KEPT:
            missing |= set(numbers := {number for number in numbers if number})
            self.records.clear()
        if missing:
            self.records |= self.read(sorted(missing))
        return self.records


def speakers(numbers: list[int]) -> dict[int, Who]:
    found = {
        number: Who(slug, [for_index(name)])
        for number, slug, name in Speaker.objects.filter(pk__in=numbers).values_list(
            "pk", "slug", "name"
        )
    }
    names = SpeakerName.objects.filter(speaker__in=numbers).order_by("pk")
    for number, name in names.values_list("speaker", "name"):
        found[number].names.append(for_index(name))
    for who in found.values():
        who.names = list(dict.fromkeys(filter(None, who.names)))
    for number, offices in Position.objects.filter(speaker__in=numbers).by_speaker().items():
        found[number].held = offices
    return found


def positions(numbers: list[int]) -> dict[int, Position]:
    return Position.objects.in_bulk(numbers)


def occasions(numbers: list[int]) -> dict[int, Said]:
    rows = Occasion.objects.filter(pk__in=numbers).values_list(
        "pk", "date", "date_earliest", "date_latest", "event", "place"
    )
    return {
        number: Said(bool(text), earliest, latest, for_index(event), for_index(place))
        for number, text, earliest, latest, event, place in rows
    }


def articles(numbers: list[int]) -> dict[int, Source]:
    rows = Article.objects.filter(pk__in=numbers).values_list(
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
        number: Source(
            for_index(headline),
            bool(text),
            earliest,
            latest,
            slug or "",
            publication,
            for_index(name or ""),
        )
        for number, headline, text, earliest, latest, publication, slug, name in rows
    }


def printings(quotes: list[int]) -> dict[int, list[Printing]]:
    """The appearances of each quote, in the order of their numbers."""
    rows = Appearance.objects.filter(quote__in=quotes).order_by("pk")
    found: dict[int, list[Printing]] = defaultdict(list)
    columns = ("quote", "article", "prefix", "suffix", "verdict", "primary")
    for quote, *values in rows.values_list(*columns):
        found[quote].append(Printing(*values))
    return found


def topics(quotes: list[int]) -> dict[int, list[About]]:
    """The topics of each quote, by name."""
    through: Any = Quote.topics.through
    rows = through.objects.filter(quote__in=quotes).order_by("topic__name")
    found: dict[int, list[About]] = defaultdict(list)
    columns = ("quote", "topic", "topic__slug", "topic__name")
    for quote, number, slug, name in rows.values_list(*columns):
        found[quote].append(About(number, slug, for_index(name)))
    return found

"""A quote with what lists, downloads, the index and citations show of it: each rule once.

Rows are plain values: model instances by the thousand take several times as long.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Prefetch

from citations.cite.quote_title import LONGEST_TITLE, quote_title
from citations.models.appearances import Appearance, primary_first_order
from citations.models.base.prepared_queries import PreparedQuery
from citations.models.offices import OfficeRow, office_when_said, offices_by_speaker
from citations.models.quotes import Mode, Quote, QuoteQuerySet, Standing
from citations.models.speakers import Position

# The names under which rows hold values of other records, and their paths from a quote.
QUOTE_PATHS = {
    "speaker_slug": "speaker__slug",
    "speaker_name": "speaker__name",
    "office_title": "position__title",
    "office_organisation": "position__organisation",
    "said": "occasion__date",
    "said_earliest": "occasion__date_earliest",
    "said_latest": "occasion__date_latest",
    "event": "occasion__event",
    "place": "occasion__place",
}
# The same from an appearance, for its source.
SOURCE_PATHS = {
    "publication": "article__publication__name",
    "country": "article__publication__country",
    "issn": "article__publication__issn",
    "article_key": "article__key",
    "article_language": "article__language",
    "article_kind": "article__kind",
    "headline": "article__headline",
    "byline": "article__byline",
    "published": "article__published",
    "article_url": "article__url",
    "archived_url": "article__archived_url",
}


class ListedQuote(NamedTuple):
    """A published quote with its primary source; None where the record has no office, day, source.

    The fields are read in this order; each name is a column or one of the paths above.
    """

    id: int
    key: str
    text: str
    language: str
    mode: str
    standing: str
    speaker_id: int
    speaker_slug: str
    speaker_name: str
    office_title: str | None
    office_organisation: str | None
    said: str | None
    said_earliest: date | None
    said_latest: date | None
    verdict: str | None
    publication: str | None
    country: str | None
    issn: str | None
    article_key: str | None
    article_language: str | None
    article_kind: str | None
    headline: str | None
    byline: list[str] | None
    published: str | None
    article_url: str | None
    archived_url: str | None


class TopicRow(NamedTuple):
    """A topic of a quote."""

    id: int
    slug: str
    name: str


class OfficeFacts(NamedTuple):
    """What decides in which office a quote was said (`office_when_said`)."""

    quote_id: int
    speaker_id: int
    title: str | None
    organisation: str | None
    earliest: date | None
    latest: date | None


VIA = "appearances__"
OF_APPEARANCE = {"verdict": f"{VIA}verdict"} | {
    name: f"{VIA}{path}" for name, path in SOURCE_PATHS.items()
}
# A quote comes once for each of its appearances, first with the one to show.
LISTED_QUOTES = PreparedQuery(
    lambda quote_ids: (
        Quote.objects.published()
        .filter(pk__in=quote_ids)
        .order_by(*primary_first_order(VIA))
        .values_list(
            *((QUOTE_PATHS | OF_APPEARANCE).get(name, name) for name in ListedQuote._fields)
        )
    )
)
OFFICES = PreparedQuery(
    lambda speaker_ids: Position.objects.filter(speaker__in=speaker_ids).values_list(
        *OfficeRow._fields
    )
)


def read_listed_quotes(quote_ids: Sequence[int]) -> dict[int, ListedQuote]:
    """The published quotes among these, by their ids: one query."""
    quotes: dict[int, ListedQuote] = {}
    for values in LISTED_QUOTES.read_rows_of(quote_ids):
        if values[0] not in quotes:
            quotes[values[0]] = ListedQuote(*values)
    return quotes


def read_offices(quotes: Collection[OfficeFacts]) -> dict[int, str]:
    """The office in which each quote was said, in words, "" for none: one query, or none."""
    undecided = {
        quote.speaker_id
        for quote in quotes
        if quote.title is None and quote.earliest and quote.latest
    }
    offices = offices_by_speaker(OFFICES.read_rows_of(list(undecided)))
    return {
        quote.quote_id: _office_in_words(quote, offices.get(quote.speaker_id, ()))
        for quote in quotes
    }


def _office_in_words(quote: OfficeFacts, offices: Iterable[OfficeRow]) -> str:
    recorded = None
    if quote.title:
        organisation = quote.organisation or ""
        recorded = OfficeRow(quote.speaker_id, quote.title, organisation, None, "", None)
    return str(office_when_said(recorded, offices, quote.earliest, quote.latest) or "")


def read_topics(quote_ids: Iterable[int]) -> dict[int, list[TopicRow]]:
    """The topics of each quote that has any, in the order of their names: one query."""
    through: Any = Quote.topics.through
    rows = through.objects.filter(quote__in=quote_ids).order_by("topic__name")
    topics: dict[int, list[TopicRow]] = defaultdict(list)
    for quote_id, *values in rows.values_list("quote_id", "topic_id", "topic__slug", "topic__name"):
        topics[quote_id].append(TopicRow(*values))
    return topics


def with_sources(quotes: QuoteQuerySet) -> QuoteQuerySet:
    """Each quote with speaker, position, occasion and appearances, in two queries."""
    appearances = Appearance.objects.select_related("article__publication", "snapshot")
    joined = quotes.select_related("speaker", "position", "occasion", "correct_speaker")
    return joined.prefetch_related(Prefetch("appearances", appearances))


def with_record(quotes: QuoteQuerySet) -> QuoteQuerySet:
    """Each quote with all that belongs to it, in a fixed number of queries."""
    return with_sources(quotes).prefetch_related("speaker__names", "speaker__positions", "topics")


def title_of_quote(
    speaker: str, text: str, mode: str, standing: str, longest: int = LONGEST_TITLE
) -> str:
    """`A. Speaker (disputed): “First words…”`; a paraphrase has no quotation marks."""
    doubt = "" if standing == Standing.ACCEPTED else str(Standing(standing).label).lower()
    has_marks = mode != Mode.INDIRECT
    return quote_title(speaker, text, has_marks=has_marks, doubt=doubt, longest=longest)

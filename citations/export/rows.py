"""Reads quotes as flat rows for tables and feeds, in batches and in a given order.

Every value is the one that the quote's page shows. Reading columns instead of model instances takes
seconds for a hundred thousand quotes, and the memory of one batch.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F

from citations.models import Appearance, Quote
from citations.models.projections import (
    QUOTE_PATHS,
    SOURCE_PATHS,
    OfficeFacts,
    read_offices,
    read_topics,
)

QUOTES_PER_BATCH = 500
QuoteRow = dict[str, Any]
Address = Callable[[str], str]

# The columns of a table, in order.
COLUMNS = (
    *("key", "address", "text", "language", "original", "original_language", "mode"),
    *("speaker", "speaker_name", "office", "said", "said_earliest", "said_latest", "event"),
    *("place", "topics", "standing", "standing_note", "publication", "headline", "published"),
    *("article", "article_url", "verdict", "changed"),
)
QUOTE_FIELDS = (
    *("key", "text", "language", "original", "original_language", "mode", "standing"),
    *("standing_note", "changed"),
)
APPEARANCE_FIELDS = ("exact", "prefix", "suffix", "attribution", "cue", "verdict")
# Empty if the quote has no occasion.
OCCASION_FIELDS = ("said", "said_earliest", "said_latest", "event", "place")
JOINED_FIELDS = {name: F(path) for name, path in QUOTE_PATHS.items()}
ARTICLE_FIELDS = {
    name: F(SOURCE_PATHS[name])
    for name in ("publication", "headline", "published", "article_key", "article_url")
}
# Columns of the primary appearance.
SOURCE_COLUMNS = ("publication", "headline", "published", "article", "article_url", "verdict")
NO_SOURCE = dict.fromkeys(SOURCE_COLUMNS, "")


@dataclass(frozen=True)
class RecordAddresses:
    """`site` is the scheme and host; the others turn a record's key into an absolute address."""

    site: str
    quote: Address
    article: Address


def quote_rows(quote_ids: Sequence[int], addresses: RecordAddresses) -> Iterator[QuoteRow]:
    """The published quotes among those with these ids, in this order.

    Each row has the `COLUMNS`, with `topics` as a list of slugs, and `appearances`, the primary one
    first.
    """
    for start in range(0, len(quote_ids), QUOTES_PER_BATCH):
        batch = quote_ids[start : start + QUOTES_PER_BATCH]
        quotes = _quotes_by_id(batch)
        offices = read_offices([_office_facts(quote) for quote in quotes.values()])
        topics = read_topics(batch)
        appearances = _appearances_by_id(batch, addresses.article)
        for quote_id in batch:
            if quote := quotes.get(quote_id):
                quote["address"] = addresses.quote(quote["key"])
                quote["office"] = offices[quote_id]
                quote["topics"] = [topic.slug for topic in topics.get(quote_id, ())]
                yield _row(quote, appearances.get(quote_id, []))


def _quotes_by_id(quote_ids: Sequence[int]) -> dict[int, QuoteRow]:
    found = Quote.objects.published().filter(pk__in=quote_ids).order_by()
    values = found.values("id", "speaker_id", *QUOTE_FIELDS, **JOINED_FIELDS)
    return {row["id"]: row for row in values}


def _office_facts(quote: QuoteRow) -> OfficeFacts:
    office = quote["office_title"], quote["office_organisation"]
    days = quote["said_earliest"], quote["said_latest"]
    return OfficeFacts(quote["id"], quote["speaker_id"], *office, *days)


def _appearances_by_id(quote_ids: Sequence[int], article_at: Address) -> dict[int, list[QuoteRow]]:
    """The appearances of each quote, the primary one first."""
    found = Appearance.objects.filter(quote__in=quote_ids).primary_first()
    appearances = defaultdict(list)
    for row in found.values("quote_id", *APPEARANCE_FIELDS, **ARTICLE_FIELDS):
        row["article"] = article_at(row.pop("article_key"))
        row["publication"] = row["publication"] or ""
        appearances[row.pop("quote_id")].append(row)
    return appearances


def _row(quote: QuoteRow, appearances: list[QuoteRow]) -> QuoteRow:
    source = appearances[0] if appearances else NO_SOURCE
    quote["speaker"] = quote["speaker_slug"]
    row = {name: source[name] if name in SOURCE_COLUMNS else quote[name] for name in COLUMNS}
    for name in OCCASION_FIELDS:
        row[name] = row[name] or ""
    return row | {"appearances": appearances}

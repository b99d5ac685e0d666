"""Quotes as flat rows, for tables and feeds: read in batches, in the order asked for.

Every value is what the quote's page shows. Rows are made of columns, not of records, so that a
hundred thousand take seconds, and no more memory than one batch.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from django.db.models import F

from citations.models import Appearance, Position, Quote
from citations.models.offices import office_when_said

# Quotes read at a time.
BATCH = 500
QuoteRow = dict[str, Any]
Address = Callable[[str], str]

# The columns of a table, in their order.
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
SPEAKER_FIELDS = {"speaker_slug": F("speaker__slug"), "speaker_name": F("speaker__name")}
OCCASION_FIELDS = {
    "said": F("occasion__date"),
    "said_earliest": F("occasion__date_earliest"),
    "said_latest": F("occasion__date_latest"),
    "event": F("occasion__event"),
    "place": F("occasion__place"),
}
OFFICE_FIELDS = {"title": F("position__title"), "organisation": F("position__organisation")}
APPEARANCE_FIELDS = ("exact", "prefix", "suffix", "attribution", "cue", "verdict")
ARTICLE_FIELDS = {
    "publication": F("article__publication__name"),
    "headline": F("article__headline"),
    "published": F("article__published"),
    "article_key": F("article__key"),
    "article_url": F("article__url"),
}
# Of the appearance the wording was taken from.
SOURCE_COLUMNS = ("publication", "headline", "published", "article", "article_url", "verdict")
NO_SOURCE = dict.fromkeys(SOURCE_COLUMNS, "")


def quote_rows(
    numbers: Sequence[int], quote_at: Address, article_at: Address
) -> Iterator[QuoteRow]:
    """The published quotes among the numbered ones, in this order.

    `quote_at` and `article_at` make an address of a key. Each row has `COLUMNS`, of which
    `topics` is a list of slugs, and `appearances`, the one the wording was taken from first.
    """
    for start in range(0, len(numbers), BATCH):
        batch = numbers[start : start + BATCH]
        quotes = _quotes_by_number(batch)
        offices, topics = _offices_by_number(quotes.values()), _topics_by_number(batch)
        appearances = _appearances_by_number(batch, article_at)
        for number in batch:
            if quote := quotes.get(number):
                quote["address"] = quote_at(quote["key"])
                quote["office"] = offices[number]
                quote["topics"] = topics.get(number, [])
                yield _row(quote, appearances.get(number, []))


def _quotes_by_number(numbers: Sequence[int]) -> dict[int, QuoteRow]:
    found = Quote.objects.published().filter(pk__in=numbers).order_by()
    values = found.values(
        "id", "speaker_id", *QUOTE_FIELDS, **SPEAKER_FIELDS, **OCCASION_FIELDS, **OFFICE_FIELDS
    )
    return {row["id"]: row for row in values}


def _offices_by_number(quotes: Collection[QuoteRow]) -> dict[int, str]:
    """The office of each quote by the rule of `Quote.office`: as recorded, else held that day."""
    speakers = {quote["speaker_id"] for quote in quotes if quote["title"] is None and quote["said"]}
    held = Position.objects.filter(speaker__in=speakers).by_speaker()
    return {
        quote["id"]: office_when_said(
            quote["title"],
            quote["organisation"],
            held.get(quote["speaker_id"], ()),
            quote["said_earliest"],
            quote["said_latest"],
        )
        for quote in quotes
    }


def _topics_by_number(numbers: Sequence[int]) -> dict[int, list[str]]:
    about = Quote.topics.through.objects.filter(quote__in=numbers).order_by("topic__name")
    topics = defaultdict(list)
    for number, slug in about.values_list("quote_id", "topic__slug"):
        topics[number].append(slug)
    return topics


def _appearances_by_number(
    numbers: Sequence[int], article_at: Address
) -> dict[int, list[QuoteRow]]:
    """Those of each quote, the one it was taken from first, as `Quote.primary_appearance` says."""
    found = Appearance.objects.filter(quote__in=numbers).order_by("-primary", "pk")
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

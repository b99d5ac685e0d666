"""What the index holds: one document for each quote, whatever its state."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from django.db.models import Prefetch
from tantivy import Document, Schema, SchemaBuilder

from citations.models import Appearance, Quote
from citations.models.quotes import QuoteQuerySet
from citations.search.analysis import for_index

# Raise it with any change below: an index of another version is built anew.
VERSION = 3

# Facets: the name in addresses is the name of the field.
FACETS = ("speaker", "position", "publication", "topic", "lang", "mode", "standing", "verdict")
# Words as they stand, for phrases, prefixes and fields.
EXACT = ("text", "names", "office", "event", "place", "source", "headline", "topics", "context")
# Stemmed words: the quotation, what counts less, and the passage around.
STEMMED = ("text_stems", "about_stems", "context_stems")
NUMBERS = (
    "said_earliest",
    "said_latest",
    "published",
    "published_year",
    "newest",
    "oldest",
    "year",
)

NOT_CHECKED = "unchecked"
# Quotes read at a time.
CHUNK = 500
# Room for a quote's number beside a day in one sortable number.
NUMBER_BITS = 40


def build_schema() -> Schema:
    """The index's fields. Days are proleptic ordinals (1 is 0001-01-01), years are years."""
    builder = SchemaBuilder()
    # Not an unsigned field: deleting by term silently finds nothing in those.
    builder.add_integer_field("id", indexed=True, fast=True)
    for name in EXACT:
        builder.add_text_field(name, tokenizer_name="plain")
    for name in STEMMED:
        builder.add_text_field(name, tokenizer_name="stemmed")
    for name in (*FACETS, "state"):
        builder.add_text_field(name, tokenizer_name="raw", fast=True, index_option="basic")
    for name in NUMBERS:
        builder.add_integer_field(name, indexed=True, fast=True)
    return builder.build()


SCHEMA = build_schema()


def documents(quotes: QuoteQuerySet) -> Iterator[Document]:
    """The documents of the quotes, read in batches.

    Unpublished ones are there for the curators; every search says which states it is for.
    """
    # Joined, not prefetched: SQLite takes no more than 1,000 articles in one prefetch.
    appearances = Appearance.objects.select_related("article__publication").order_by("pk")
    rows = quotes.select_related("speaker", "position", "occasion").prefetch_related(
        "speaker__names",
        "speaker__positions",
        "topics",
        Prefetch("appearances", queryset=appearances),
    )
    for quote in rows.order_by("id").iterator(chunk_size=CHUNK):
        yield document(quote)


def document(quote: Quote) -> Document:
    """One quote as the index keeps it; nothing is stored but what is searched."""
    appearances = list(quote.appearances.all())
    fields = _words(quote, appearances) | _facets(quote, appearances) | _days(quote, appearances)
    return Document.from_dict({"id": quote.pk, "state": quote.state, **fields}, SCHEMA)


def _words(quote: Quote, appearances: list[Appearance]) -> dict[str, list[str]]:
    """Each value of a field by itself, so that no phrase runs from one into the next."""
    articles = [appearance.article for appearance in appearances]
    occasion = quote.occasion
    names = [quote.speaker.name, *(name.name for name in quote.speaker.names.all())]
    around = chain.from_iterable((a.prefix, a.suffix, a.article.headline) for a in appearances)
    values: dict[str, Iterable[str]] = {
        "text": [quote.text, quote.original],
        "names": names,
        "office": [str(quote.office or "")],
        "event": [occasion.event if occasion else ""],
        "place": [occasion.place if occasion else ""],
        "source": [a.publication.name for a in articles if a.publication],
        "headline": [article.headline for article in articles],
        "topics": [topic.name for topic in quote.topics.all()],
        "context": around,
    }
    plain = {name: _for_index(texts) for name, texts in values.items()}
    about = ("office", "event", "place", "source", "headline")
    return plain | {
        "text_stems": plain["text"],
        "about_stems": list(chain.from_iterable(plain[name] for name in about)),
        "context_stems": plain["context"],
    }


def _for_index(texts: Iterable[str]) -> list[str]:
    return [for_index(text) for text in dict.fromkeys(texts) if text]


def _facets(quote: Quote, appearances: list[Appearance]) -> dict[str, list[str]]:
    articles = [appearance.article for appearance in appearances]
    office, primary = quote.office, quote.primary_appearance
    return {
        "speaker": [quote.speaker.slug],
        "position": [office.title] if office else [],
        "publication": sorted({a.publication.slug for a in articles if a.publication}),
        "topic": [topic.slug for topic in quote.topics.all()],
        "lang": [quote.language],
        "mode": [quote.mode],
        "standing": [quote.standing],
        "verdict": [(primary.verdict if primary else "") or NOT_CHECKED],
    }


def _days(quote: Quote, appearances: list[Appearance]) -> dict[str, list[int]]:
    said, known = _said(quote)
    days, years = days_and_years(
        (a.article.published_earliest, a.article.published_latest)
        for a in appearances
        if a.article.published
    )
    newest = known[-1].toordinal() if known else 0
    oldest = (known[0] if known else date.max).toordinal()
    return {
        "said_earliest": said[:1],
        "said_latest": said[1:],
        # The quote's number beside the day, so that equal days keep their order.
        "newest": [newest << NUMBER_BITS | quote.pk],
        "oldest": [oldest << NUMBER_BITS | quote.pk],
        "year": _years(known),
        "published": sorted(days),
        "published_year": sorted(years),
    }


def _said(quote: Quote) -> tuple[list[int], list[date]]:
    """The bounds of the occasion's date, open ends as far as dates go; and those that are known."""
    occasion = quote.occasion
    if not occasion or not occasion.date:
        return [], []
    earliest, latest = occasion.date_earliest, occasion.date_latest
    bounds = [(earliest or date.min).toordinal(), (latest or date.max).toordinal()]
    return bounds, [day for day in (earliest, latest) if day]


def _years(days: list[date]) -> list[int]:
    """Every year from the first to the last known day; for a century or more, just those two."""
    years = sorted({day.year for day in days})
    return list(range(years[0], years[-1] + 1)) if years and years[-1] - years[0] < 100 else years


def days_and_years(
    dates: Iterable[tuple[date | None, date | None]],
) -> tuple[set[int], set[int]]:
    """All the days the dates cover: whole years as years, the rest as day numbers.

    Several dates cannot be kept as a pair of bounds, which would cover the time between them.
    """
    days: set[int] = set()
    years: set[int] = set()
    for earliest, latest in dates:
        first, last = earliest or date.min, latest or date.max
        begun = first > date(first.year, 1, 1)
        unended = last < date(last.year, 12, 31)
        whole = range(first.year + begun, last.year + 1 - unended)
        years.update(whole)
        if not whole:
            days.update(range(first.toordinal(), last.toordinal() + 1))
        if whole and begun:
            days.update(range(first.toordinal(), date(whole[0], 1, 1).toordinal()))
        if whole and unended:
            days.update(range(date(last.year, 1, 1).toordinal(), last.toordinal() + 1))
    return days, years

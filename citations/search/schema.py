"""What the index holds: one document for each quote, whatever its state."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from tantivy import Document, Schema, SchemaBuilder

from citations.models import Appearance, Article, Quote
from citations.models.quotes import QuoteQuerySet
from citations.search.analysis import for_index

# Raise it with any change below: an index of another version is built anew.
VERSION = 2

# Facets: the name in addresses is the name of the field.
FACETS = ("speaker", "position", "publication", "topic", "lang", "mode", "standing", "verdict")
# Words as they stand, for phrases, prefixes and fields.
EXACT = ("text", "names", "office", "event", "place", "source", "headline", "topics")
# Stemmed words: the quotation, what counts less, and the passage around.
STEMMED = ("text_stems", "about_stems", "context_stems")

NOT_CHECKED = "unchecked"
# An imprecise date is indexed day by day, as far as this.
LONGEST_RANGE = 40 * 366
UNKNOWN_LAST = {"newest": 0, "oldest": date.max.toordinal() + 1}


def build_schema() -> Schema:
    """The index's fields. Days are proleptic ordinals (1 is 0001-01-01)."""
    builder = SchemaBuilder()
    # Not an unsigned field: deleting by term silently finds nothing in those.
    builder.add_integer_field("id", indexed=True, fast=True)
    for name in EXACT:
        builder.add_text_field(name, tokenizer_name="plain")
    for name in STEMMED:
        builder.add_text_field(name, tokenizer_name="stemmed")
    for name in (*FACETS, "state"):
        builder.add_text_field(name, tokenizer_name="raw", fast=True, index_option="basic")
    for name in ("said_earliest", "said_latest", "published", "newest", "oldest", "year"):
        builder.add_integer_field(name, indexed=True, fast=True)
    return builder.build()


SCHEMA = build_schema()


def documents(quotes: QuoteQuerySet) -> Iterator[Document]:
    """The documents of the quotes, read in batches.

    Unpublished ones are there for the curators; every search says which states it is for.
    """
    rows = quotes.select_related("speaker", "position", "occasion").prefetch_related(
        "speaker__names", "topics", "appearances__article__publication"
    )
    for quote in rows.order_by("id").iterator(chunk_size=2000):
        yield document(quote)


def document(quote: Quote) -> Document:
    """One quote as the index keeps it; nothing is stored but what is searched."""
    appearances = list(quote.appearances.all())
    fields = _words(quote, appearances) | _facets(quote, appearances) | _days(quote, appearances)
    return Document.from_dict({"id": quote.pk, "state": quote.state, **fields}, SCHEMA)


def _words(quote: Quote, appearances: list[Appearance]) -> dict[str, str]:
    articles = [appearance.article for appearance in appearances]
    occasion = quote.occasion
    plain = {
        "text": f"{quote.text}\n{quote.original}",
        "names": _lines([quote.speaker.name, *(name.name for name in quote.speaker.names.all())]),
        "office": str(quote.position or ""),
        "event": occasion.event if occasion else "",
        "place": occasion.place if occasion else "",
        "source": _lines(a.publication.name for a in articles if a.publication),
        "headline": _lines(article.headline for article in articles),
        "topics": _lines(topic.name for topic in quote.topics.all()),
    }
    about = _lines(plain[name] for name in ("office", "event", "place", "source", "headline"))
    around = chain.from_iterable((a.prefix, a.suffix, a.article.headline) for a in appearances)
    stemmed = {
        "text_stems": plain["text"],
        "about_stems": about,
        "context_stems": _lines(around),
    }
    return {name: for_index(text) for name, text in (plain | stemmed).items()}


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(texts))


def _facets(quote: Quote, appearances: list[Appearance]) -> dict[str, list[str]]:
    articles = [appearance.article for appearance in appearances]
    primary = quote.primary_appearance
    return {
        "speaker": [quote.speaker.slug],
        "position": [quote.position.title] if quote.position else [],
        "publication": sorted({a.publication.slug for a in articles if a.publication}),
        "topic": [topic.slug for topic in quote.topics.all()],
        "lang": [quote.language],
        "mode": [quote.mode],
        "standing": [quote.standing],
        "verdict": [(primary.verdict if primary else "") or NOT_CHECKED],
    }


def _days(quote: Quote, appearances: list[Appearance]) -> dict[str, list[int]]:
    occasion = quote.occasion
    if not occasion or not occasion.date:
        said: list[int] = []
    else:
        said = _bounds(occasion.date_earliest, occasion.date_latest)
    known = [day for day in said if date.min.toordinal() < day < date.max.toordinal()]
    return {
        "said_earliest": said[:1],
        "said_latest": said[1:],
        "newest": known[:1] or [UNKNOWN_LAST["newest"]],
        "oldest": known[:1] or [UNKNOWN_LAST["oldest"]],
        "year": _years(known),
        "published": sorted(set(chain.from_iterable(_printed(a.article) for a in appearances))),
    }


def _bounds(earliest: date | None, latest: date | None) -> list[int]:
    return [(earliest or date.min).toordinal(), (latest or date.max).toordinal()]


def _years(days: list[int]) -> list[int]:
    """Every year from the first to the last known day; for a century or more, just those two."""
    years = sorted({date.fromordinal(day).year for day in days})
    return list(range(years[0], years[-1] + 1)) if years and years[-1] - years[0] < 100 else years


def _printed(article: Article) -> range:
    """Every day on which the article may have been published.

    Day by day, because with several articles a pair of bounds would also cover the time between
    them.
    """
    if not article.published:
        return range(0)
    earliest, latest = article.published_earliest, article.published_latest
    first, last = _bounds(earliest or latest, latest or earliest)
    return range(first, min(last, first + LONGEST_RANGE) + 1)

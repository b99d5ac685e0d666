"""The entries of an Atom feed (RFC 4287): the quotes of a search, the last changed first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from citations.cite.formats.xml import clean_xml_text
from citations.export.rows import QuoteRow, RecordAddresses, quote_rows
from citations.forms.quote_filters import QuoteFilterSet
from citations.models.projections import title_of_quote
from citations.pages.links import absolute_addresses_of
from citations.search.find import find_quote_ids

MOST_ENTRIES = 50


@dataclass(frozen=True)
class FeedEntry:
    """A quote in a feed. Its permanent address is also its id, which never changes."""

    address: str
    title: str
    author: str
    author_at: str
    text: str
    language: str
    topics: list[str]
    updated: datetime


def feed_entries(filterset: QuoteFilterSet, site: str) -> Iterator[FeedEntry]:
    """The last changed of the quotes found; `site` is the scheme and host of all addresses."""
    numbers = find_quote_ids(replace(filterset.search, sort="changed"), MOST_ENTRIES)
    to_quote, to_article, to_speaker = (
        absolute_addresses_of(kind, site) for kind in ("quote", "article", "speaker")
    )
    rows = quote_rows(numbers, RecordAddresses(site, to_quote, to_article))
    for row in sorted(rows, key=_change_time, reverse=True):
        speaker, words = row["speaker_name"], row["text"]
        title = title_of_quote(speaker, words, row["mode"], row["standing"])
        yield FeedEntry(
            address=row["address"],
            title=clean_xml_text(title),
            author=clean_xml_text(row["speaker_name"]),
            author_at=to_speaker(row["speaker"]),
            text=clean_xml_text(row["text"]),
            language=row["language"],
            topics=row["topics"],
            updated=row["changed"],
        )


def _change_time(row: QuoteRow) -> datetime:
    at: datetime = row["changed"]
    return at

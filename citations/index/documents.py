"""Turns quotes into index documents: one for each quote, whatever its state."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from typing import Any, NamedTuple

from tantivy import Document

from citations.index import joined_rows
from citations.index.analysis import indexable_text
from citations.index.facet_columns import (
    OPEN_YEAR,
    SHARED_FACETS,
    YEAR_COLUMNS,
    Value,
    fill_columns,
)
from citations.index.index_schema import NOT_CHECKED, SCHEMA, UNPUBLISHED
from citations.index.joined_rows import (
    IndexedAppearance,
    IndexedArticle,
    IndexedOccasion,
    IndexedSpeaker,
    RecordCache,
)
from citations.models import Position, State
from citations.models.offices import OfficeRow, office_when_said
from citations.models.projections import TopicRow, read_topics
from citations.models.quotes import QuoteQuerySet
from citations.text.languages import usual_form

QUOTES_PER_BATCH = 1000
# Bits for a quote's id next to a day in one sortable number.
ID_BITS = 40
# Stands for the occasion of a quote that has none.
UNKNOWN_OCCASION = IndexedOccasion(has_date=False, earliest=None, latest=None, event="", place="")

Fields = dict[str, Any]


class QuoteRow(NamedTuple):
    pk: int
    speaker: int
    position: int | None
    occasion: int | None
    text: str
    original: str
    language: str
    mode: str
    standing: str
    state: str
    changed: datetime


def index_documents(quotes: QuoteQuerySet) -> Iterator[Document]:
    """The documents of the quotes, in the order of their ids, read in batches.

    Includes unpublished quotes, for curators: every search names the states it may find.
    """
    builder, last = IndexDocumentBuilder(), 0
    ordered = quotes.order_by("pk").values_list(*QuoteRow._fields)
    while batch := [QuoteRow(*values) for values in ordered.filter(pk__gt=last)[:QUOTES_PER_BATCH]]:
        yield from builder.documents(batch)
        last = batch[-1].pk


class IndexDocumentBuilder:
    """Builds documents and caches the records that many quotes share, for one pass over them."""

    def __init__(self) -> None:
        self.speakers = RecordCache(joined_rows.load_speakers)
        self.positions = RecordCache(joined_rows.load_positions)
        self.occasions = RecordCache(joined_rows.load_occasions)
        self.articles = RecordCache(joined_rows.load_articles)

    def documents(self, rows: Sequence[QuoteRow]) -> Iterator[Document]:
        ids = [row.pk for row in rows]
        appearances, topics = joined_rows.load_appearances(ids), read_topics(ids)
        speakers = self.speakers.records_for(row.speaker for row in rows)
        positions = self.positions.records_for(row.position for row in rows)
        occasions = self.occasions.records_for(row.occasion for row in rows)
        articles = self.articles.records_for(each.article for each in chain(*appearances.values()))
        for row in rows:
            # A quote deleted a moment ago together with its speaker is no longer indexed.
            if speaker := speakers.get(row.speaker):
                own = appearances.get(row.pk, [])
                yield IndexedQuote(
                    row,
                    speaker,
                    occasion=occasions.get(row.occasion or 0, UNKNOWN_OCCASION),
                    position=positions.get(row.position or 0),
                    appearances=own,
                    articles=[articles[each.article] for each in own if each.article in articles],
                    topics=topics.get(row.pk, []),
                ).document()


@dataclass(frozen=True, slots=True)
class IndexedQuote:
    row: QuoteRow
    speaker: IndexedSpeaker
    occasion: IndexedOccasion
    position: Position | None
    appearances: Sequence[IndexedAppearance]
    articles: Sequence[IndexedArticle]
    topics: Sequence[TopicRow]

    def document(self) -> Document:
        said = self.occasion
        offices = self.speaker.offices
        office = office_when_said(self.position, offices, said.earliest, said.latest)
        fields = self._word_fields(office) | self._facet_fields(office) | self._date_fields()
        return Document.from_dict(fields, SCHEMA)

    def _word_fields(self, office: Position | OfficeRow | None) -> Fields:
        """Each value of a field by itself, so that no phrase runs from one into the next."""
        own_texts = (self.row.text, self.row.original)
        text = _unique_texts(indexable_text(each) for each in own_texts if each)
        around = (
            indexable_text(each)
            for appearance in self.appearances
            for each in (appearance.prefix, appearance.suffix)
        )
        headlines = _unique_texts(article.headline for article in self.articles)
        context = _unique_texts(chain(around, headlines))
        about = {
            "office": [indexable_text(str(office))] if office else [],
            "event": [self.occasion.event] if self.occasion.event else [],
            "place": [self.occasion.place] if self.occasion.place else [],
            "source": _unique_texts(article.publication_words for article in self.articles),
            "headline": headlines,
        }
        return about | {
            "text": text,
            "text_stems": text,
            "names": self.speaker.names,
            "topics": [indexable_text(topic.name) for topic in self.topics],
            "about_stems": list(chain(*about.values())),
            "context": context,
            "context_stems": context,
        }

    def _facet_fields(self, office: Position | OfficeRow | None) -> Fields:
        primary = next(iter(self.appearances), None)
        publications = {
            article.publication_id: article.publication
            for article in self.articles
            if article.publication_id
        }
        states = [self.row.state, *([] if self.row.state == State.PUBLISHED else [UNPUBLISHED])]
        counted: dict[str, Sequence[Value]] = {
            "speaker": [self.row.speaker],
            "position": [office.title] if office else [],
            "publication": sorted(publications),
            "topic": [topic.id for topic in self.topics],
            "lang": [usual_form(self.row.language)],
            "mode": [self.row.mode],
            "standing": [self.row.standing],
            "verdict": [(primary.verdict if primary else "") or NOT_CHECKED],
            **dict(zip(YEAR_COLUMNS, self._first_and_last_year(), strict=True)),
        }
        return {
            "id": self.row.pk,
            "state": states,
            "speaker": self.speaker.slug,
            "publication": sorted(publications.values()),
            "topic": [topic.slug for topic in self.topics],
            **{facet: counted[facet] for facet in SHARED_FACETS},
        } | fill_columns(counted, rotation=self.row.pk)

    def _first_and_last_year(self) -> Iterator[list[Value]]:
        for day in (self.occasion.earliest, self.occasion.latest):
            yield [day.year if day else OPEN_YEAR] if self.occasion.has_date else []

    def _date_fields(self) -> Fields:
        said, pk = self.occasion, self.row.pk
        known = [day for day in (said.earliest, said.latest) if day]
        days, years = days_and_years(
            (article.earliest, article.latest) for article in self.articles if article.has_date
        )
        newest = known[-1].toordinal() if known else 0
        oldest = (known[0] if known else date.max).toordinal()
        return {
            # Open ends reach to the first or last possible date.
            "said_earliest": [(said.earliest or date.min).toordinal()] if said.has_date else [],
            "said_latest": [(said.latest or date.max).toordinal()] if said.has_date else [],
            # The quote's id beside the day gives equal days a fixed order.
            "newest": newest << ID_BITS | pk,
            "oldest": oldest << ID_BITS | pk,
            "changed": int(self.row.changed.timestamp()),
            "published": sorted(days),
            "published_year": sorted(years),
        }


def _unique_texts(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, texts)))


def days_and_years(
    dates: Iterable[tuple[date | None, date | None]],
) -> tuple[set[int], set[int]]:
    """All the days that the dates cover: whole years as years, the rest as day ordinals.

    A single pair of bounds would also cover the time between several dates.
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

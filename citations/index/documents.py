"""From quotes to what the index holds of them: one document for each, whatever its state."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from typing import Any, NamedTuple

from tantivy import Document

from citations.index import joined_rows
from citations.index.analysis import for_index
from citations.index.facet_columns import OF_A_KIND, YEARS, Value, filled
from citations.index.joined_rows import About, Kept, Printing, Said, Source, Who
from citations.index.schema import NOT_CHECKED, SCHEMA, UNPUBLISHED
from citations.models import Position, State
from citations.models.offices import Held, held_through
from citations.models.quotes import QuoteQuerySet
from citations.search.histogram import OPEN
from citations.text.languages import usual_form

# Quotes read at a time.
BATCH = 1000
# Room for a quote's number beside a day in one sortable number.
NUMBER_BITS = 40
# What a quote without an occasion has instead.
UNKNOWN = Said(has_date=False, earliest=None, latest=None, event="", place="")

Fields = dict[str, Any]


class Row(NamedTuple):
    """A quote's own columns, in the order in which they are read."""

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


def documents(quotes: QuoteQuerySet) -> Iterator[Document]:
    """The documents of the quotes, in the order of their numbers, read in batches.

    Unpublished ones are there for the curators; every search says which states it is for.
    """
    reader, last = Reader(), 0
    ordered = quotes.order_by("pk").values_list(*Row._fields)
    while batch := [Row(*values) for values in ordered.filter(pk__gt=last)[:BATCH]]:
        yield from reader.documents(batch)
        last = batch[-1].pk


class Reader:
    """Makes documents, keeping what many quotes share. Good for one pass over the quotes."""

    def __init__(self) -> None:
        self.speakers = Kept(joined_rows.speakers)
        self.positions = Kept(joined_rows.positions)
        self.occasions = Kept(joined_rows.occasions)
        self.articles = Kept(joined_rows.articles)

    def documents(self, rows: Sequence[Row]) -> Iterator[Document]:
        numbers = [row.pk for row in rows]
        printings, topics = joined_rows.printings(numbers), joined_rows.topics(numbers)
        speakers = self.speakers.of(row.speaker for row in rows)
        positions = self.positions.of(row.position for row in rows)
        occasions = self.occasions.of(row.occasion for row in rows)
        articles = self.articles.of(one.article for one in chain(*printings.values()))
        for row in rows:
            # One that has just been deleted with all it stood on is no longer to be indexed.
            if who := speakers.get(row.speaker):
                printed = printings.get(row.pk, [])
                yield Shown(
                    row,
                    who,
                    said=occasions.get(row.occasion or 0, UNKNOWN),
                    position=positions.get(row.position or 0),
                    printed=printed,
                    sources=[articles[one.article] for one in printed if one.article in articles],
                    topics=topics.get(row.pk, []),
                ).document()


@dataclass(frozen=True, slots=True)
class Shown:
    """A quote with all that is shown of it."""

    row: Row
    who: Who
    said: Said
    position: Position | None
    printed: Sequence[Printing]
    sources: Sequence[Source]
    topics: Sequence[About]

    def document(self) -> Document:
        office = self.position or held_through(self.who.held, self.said.earliest, self.said.latest)
        fields = self._words(office) | self._facets(office) | self._days()
        return Document.from_dict(fields, SCHEMA)

    def _words(self, office: Position | Held | None) -> Fields:
        """Each value of a field by itself, so that no phrase runs from one into the next."""
        text = _each_once(for_index(each) for each in (self.row.text, self.row.original) if each)
        around = (for_index(each) for one in self.printed for each in (one.prefix, one.suffix))
        headlines = _each_once(source.headline for source in self.sources)
        context = _each_once(chain(around, headlines))
        about = {
            "office": [for_index(str(office))] if office else [],
            "event": [self.said.event] if self.said.event else [],
            "place": [self.said.place] if self.said.place else [],
            "source": _each_once(source.publication_words for source in self.sources),
            "headline": headlines,
        }
        return about | {
            "text": text,
            "text_stems": text,
            "names": self.who.names,
            "topics": [topic.words for topic in self.topics],
            "about_stems": list(chain(*about.values())),
            "context": context,
            "context_stems": context,
        }

    def _facets(self, office: Position | Held | None) -> Fields:
        first = next(iter(self.printed), None)
        primary = next((one for one in self.printed if one.primary), first)
        publications = {
            source.publication_number: source.publication
            for source in self.sources
            if source.publication_number
        }
        states = [self.row.state, *([] if self.row.state == State.PUBLISHED else [UNPUBLISHED])]
        counted: dict[str, Sequence[Value]] = {
            "speaker": [self.row.speaker],
            "position": [office.title] if office else [],
            "publication": sorted(publications),
            "topic": [topic.number for topic in self.topics],
            "lang": [usual_form(self.row.language)],
            "mode": [self.row.mode],
            "standing": [self.row.standing],
            "verdict": [(primary.verdict if primary else "") or NOT_CHECKED],
            **dict(zip(YEARS, self._years(), strict=True)),
        }
        return {
            "id": self.row.pk,
            "state": states,
            "speaker": self.who.slug,
            "publication": sorted(publications.values()),
            "topic": [topic.slug for topic in self.topics],
            **{facet: counted[facet] for facet in OF_A_KIND},
        } | filled(counted, turn=self.row.pk)

    def _years(self) -> Iterator[list[Value]]:
        """The year in which the date begins, and the one in which it ends."""
        for end in (self.said.earliest, self.said.latest):
            yield [end.year if end else OPEN] if self.said.has_date else []

    def _days(self) -> Fields:
        said, number = self.said, self.row.pk
        known = [day for day in (said.earliest, said.latest) if day]
        days, years = days_and_years(
            (source.earliest, source.latest) for source in self.sources if source.has_date
        )
        newest = known[-1].toordinal() if known else 0
        oldest = (known[0] if known else date.max).toordinal()
        return {
            # Open ends reach as far as dates go.
            "said_earliest": [(said.earliest or date.min).toordinal()] if said.has_date else [],
            "said_latest": [(said.latest or date.max).toordinal()] if said.has_date else [],
            # The quote's number beside the day, so that equal days keep their order.
            "newest": newest << NUMBER_BITS | number,
            "oldest": oldest << NUMBER_BITS | number,
            "changed": int(self.row.changed.timestamp()),
            "published": sorted(days),
            "published_year": sorted(years),
        }


def _each_once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, texts)))


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

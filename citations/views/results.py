"""One page of results: a line for each quote, in the order found, and the pages beside it."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Subquery

from citations.filters import LAST_PAGE
from citations.languages import direction_of
from citations.models import Appearance, Position, Quote, Standing
from citations.models.speakers import held_through
from citations.search.excerpts import Piece, excerpt
from citations.search.find import PAGE_SIZE, Found
from citations.search.query import Query
from citations.views.addresses import Addresses, addresses_of

# Standings that are worth a word.
STANDINGS = {each.value: each.label for each in Standing if each != Standing.ACCEPTED}

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a quote's wording was taken from; all "" where no article is known."""

    verdict: str = ""
    publication: str = ""
    headline: str = ""
    language: str = ""
    direction: str = ""
    url: str = ""
    live_url: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """One line of a list of quotes: every text and address that it shows."""

    key: str
    url: str
    excerpt: list[Piece]
    language: str
    direction: str
    mode: str
    standing: str
    speaker: str
    speaker_url: str
    office: str
    said: str
    source: Source

    @property
    def checked_url(self) -> str:
        """Where it says how the words were checked."""
        return f"{self.url}#stands"

    @property
    def place_url(self) -> str:
        """The quote's place in the text of its source."""
        return f"{self.source.url}#q-{self.key}"


@dataclass(frozen=True)
class Page:
    """One page of results; `first` and `last` number the results on it, from 1.

    `is_cut` says that more was found than pages can show.
    """

    number: int
    pages: int
    first: int
    last: int
    previous: str
    next: str
    is_cut: bool


def results_of(numbers: Sequence[int], query: Query | None = None) -> list[Result]:
    """The lines of the numbered quotes, in their order, with the query's hits marked.

    One that is not, or no longer, published is left out. Three queries, however many.
    """
    rows = _rows(numbers)
    sources = _sources([row["source"] for row in rows.values()])
    offices = _offices(list(rows.values()))
    words = query.words if query else ()
    to_quote, to_speaker = addresses_of("quote"), addresses_of("speaker")
    return [
        Result(
            key=row["key"],
            url=to_quote(row["key"]),
            excerpt=excerpt(row["text"], words),
            language=row["language"],
            direction=direction_of(row["language"]),
            mode=row["mode"],
            standing=STANDINGS.get(row["standing"], ""),
            speaker=row["speaker__name"],
            speaker_url=to_speaker(row["speaker__slug"]),
            office=offices.get(number, ""),
            said=row["occasion__date"] or "",
            source=sources.get(row["source"], Source()),
        )
        for number in numbers
        if (row := rows.get(number))
    ]


def _rows(numbers: Sequence[int]) -> dict[int, Row]:
    """What the lines show of the quotes themselves, and the number of the appearance shown."""
    shown = Appearance.objects.filter(quote=OuterRef("pk")).order_by("-primary", "pk")
    rows = Quote.objects.published().filter(pk__in=numbers).order_by()
    values = rows.values(
        "pk",
        "key",
        "text",
        "language",
        "mode",
        "standing",
        "speaker_id",
        "speaker__slug",
        "speaker__name",
        "position__title",
        "position__organisation",
        "occasion__date",
        "occasion__date_earliest",
        "occasion__date_latest",
        source=Subquery(shown.values("pk")[:1]),
    )
    return {row["pk"]: dict(row) for row in values}


def _sources(numbers: Collection[int | None]) -> dict[int, Source]:
    """Where the appearances with these numbers stand."""
    appearances = Appearance.objects.filter(pk__in=[number for number in numbers if number])
    rows = appearances.order_by().values_list(
        "pk",
        "verdict",
        "article__publication__name",
        "article__headline",
        "article__language",
        "article__key",
        "article__url",
    )
    article_url = addresses_of("article")
    return {
        pk: Source(verdict, name or "", headline, lang, direction_of(lang), article_url(key), url)
        for pk, verdict, name, headline, lang, key, url in rows
    }


def _offices(rows: Collection[Row]) -> dict[int, str]:
    """The offices in which the quotes were said, by the rule of `Quote.office`."""
    unrecorded = [row for row in rows if row["position__title"] is None]
    held: dict[int, list[Position]] = defaultdict(list)
    speakers = {row["speaker_id"] for row in unrecorded if row["occasion__date"]}
    for position in Position.objects.filter(speaker__in=speakers) if speakers else ():
        held[position.speaker_id].append(position)
    return {row["pk"]: str(_office(row, held[row["speaker_id"]]) or "") for row in rows}


def _office(row: Row, positions: Collection[Position]) -> Position | None:
    if title := row["position__title"]:
        return Position(title=title, organisation=row["position__organisation"])
    days = row["occasion__date_earliest"], row["occasion__date_latest"]
    return held_through(positions, *days)


def pages_of(total: int) -> int:
    """The number of pages there are to turn; nothing found is one page too."""
    return min(max(1, -(-total // PAGE_SIZE)), LAST_PAGE)


def page_of(found: Found, number: int, to: Addresses) -> Page:
    pages = pages_of(found.total)
    return Page(
        number=number,
        pages=pages,
        first=(number - 1) * PAGE_SIZE + 1 if found.total else 0,
        last=min(number * PAGE_SIZE, found.total),
        previous=to.to_page(number - 1) if number > 1 else "",
        next=to.to_page(number + 1) if number < pages else "",
        is_cut=number == LAST_PAGE and found.total > LAST_PAGE * PAGE_SIZE,
    )

"""The lines of a list of quotes, in the order in which the quotes were found."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from citations.cite import csl as cite
from citations.cite.formats.coins import coins_title
from citations.cite.name_parts import split_name
from citations.models import Position, Quote, Standing
from citations.models.citable import byline_names
from citations.models.offices import office_when_said
from citations.pages.links import addresses_of
from citations.query.parser import Query
from citations.search.highlighting import HighlightFragment, highlight_excerpt
from citations.text.languages import direction_of

# Standings that are worth a word.
STANDINGS = {each.value: each.label for each in Standing if each != Standing.ACCEPTED}

# What is read for the lines: prepared once, for that takes longer than to answer it. A quote comes
# with each of its appearances, last with the one to show: the primary one, else the first.
ROWS = (
    Quote.objects.published()
    .order_by("appearances__primary", "-appearances__pk")
    .values_list(
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
        "appearances__verdict",
        "appearances__article__publication__name",
        "appearances__article__headline",
        "appearances__article__language",
        "appearances__article__key",
        "appearances__article__url",
        "appearances__article__archived_url",
        "appearances__article__kind",
        "appearances__article__published",
        "appearances__article__publication__country",
        "appearances__article__publication__issn",
        "appearances__article__byline",
    )
)


class ResultRow(NamedTuple):
    """What is read of a quote and its source; None where no office, day or source is recorded."""

    number: int
    key: str
    text: str
    language: str
    mode: str
    standing: str
    speaker: int
    slug: str
    name: str
    title: str | None
    organisation: str | None
    said: str | None
    earliest: date | None
    latest: date | None
    verdict: str | None
    publication: str | None
    headline: str | None
    source_language: str | None
    article: str | None
    live_url: str | None
    archived_url: str | None
    kind: str | None
    published: str | None
    country: str | None
    issn: str | None
    byline: list[str] | None

    @property
    def cited(self) -> cite.CslSource:
        """The source; names in parts as far as the byline says which is which, for no query."""
        language, country = self.source_language or "", self.country or ""
        names = byline_names(self.byline)
        return cite.CslSource(
            id=self.article or "",
            kind=self.kind or "",
            title=self.headline or "",
            language=language,
            authors=tuple(split_name(name, language, country) for name in names),
            publication=self.publication or "",
            issued=self.published or "",
            url=self.live_url or "",
            archive_url=self.archived_url or "",
            issn=self.issn or "",
        )


class ResultSource(NamedTuple):
    """Where a quote's wording was taken from; all "" where no article is known."""

    verdict: str = ""
    publication: str = ""
    headline: str = ""
    language: str = ""
    direction: str = ""
    url: str = ""
    live_url: str = ""
    coins: str = ""  # at the first quote from it


class Result(NamedTuple):
    """One line of a list of quotes: every text and address that it shows."""

    key: str
    url: str
    excerpt: list[HighlightFragment]
    language: str
    direction: str
    mode: str
    standing: str
    speaker: str
    speaker_url: str
    office: str
    said: str
    source: ResultSource

    @property
    def checked_url(self) -> str:
        """Where it says how the words were checked."""
        return f"{self.url}#stands"

    @property
    def place_url(self) -> str:
        """The quote's place in the text of its source."""
        return f"{self.source.url}#q-{self.key}"


def results_of(numbers: Sequence[int], query: Query | None = None) -> list[Result]:
    """The lines of the numbered quotes, in their order, with the query's hits marked.

    One that is not, or no longer, published is left out. Two queries, however many.
    """
    rows = {row[0]: ResultRow(*row) for row in ROWS.filter(pk__in=numbers)}
    offices, words = _offices(rows.values()), query.words if query else ()
    to_quote, to_speaker = addresses_of("quote"), addresses_of("speaker")
    to_article, described = addresses_of("article"), coins_by_quote(map(rows.get, numbers))
    return [
        Result(
            key=row.key,
            url=to_quote(row.key),
            excerpt=highlight_excerpt(row.text, words),
            language=row.language,
            direction=direction_of(row.language),
            mode=row.mode,
            standing=STANDINGS.get(row.standing, ""),
            speaker=row.name,
            speaker_url=to_speaker(row.slug),
            office=offices[number],
            said=row.said or "",
            source=_source(row, to_article, described.get(number, "")),
        )
        for number in numbers
        if (row := rows.get(number))
    ]


def _source(row: ResultRow, to_article: Callable[[str], str], described: str) -> ResultSource:
    """Where the wording of the quote stands."""
    if not row.article:
        return ResultSource()
    return ResultSource(
        verdict=row.verdict or "",
        publication=row.publication or "",
        headline=row.headline or "",
        language=row.source_language or "",
        direction=direction_of(row.source_language or ""),
        url=to_article(row.article),
        live_url=row.live_url or "",
        coins=described,
    )


def coins_by_quote(rows: Iterable[ResultRow | None]) -> dict[int, str]:
    """Each source as COinS, by the number of the first quote from it."""
    first: dict[str, ResultRow] = {}
    for row in rows:
        if row and row.article:
            first.setdefault(row.article, row)
    return {row.number: coins_title(row.cited) for row in first.values()}


def _offices(rows: Collection[ResultRow]) -> dict[int, str]:
    """The offices in which the quotes were said, by the rule of `Quote.office`."""
    speakers = {row.speaker for row in rows if row.title is None and row.said}
    held = Position.objects.filter(speaker__in=speakers).by_speaker() if speakers else {}
    return {
        row.number: office_when_said(
            row.title, row.organisation, held.get(row.speaker, ()), row.earliest, row.latest
        )
        for row in rows
    }

"""The lines of a list of quotes, in the order in which the quotes were found."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from citations.cite.formats.coins import coins_title
from citations.models import Standing
from citations.models.citable import csl_source_of_row
from citations.models.projections import (
    ListedQuote,
    OfficeFacts,
    read_listed_quotes,
    read_offices,
)
from citations.pages.links import addresses_of
from citations.query.parser import Query
from citations.search.highlighting import HighlightFragment, highlight_excerpt
from citations.text.languages import direction_of

# The standings that a line names.
STANDINGS = {each.value: each.label for each in Standing if each != Standing.ACCEPTED}


class ResultSource(NamedTuple):
    """The source of a quote's wording; all fields are "" if no article is known."""

    verdict: str = ""
    publication: str = ""
    headline: str = ""
    language: str = ""
    direction: str = ""
    url: str = ""
    live_url: str = ""
    coins: str = ""  # only at the first quote from the source


class Result(NamedTuple):
    """One line of a list of quotes, with every text and address that it shows."""

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
        """Where the quote's page shows how the words were checked."""
        return f"{self.url}#stands"

    @property
    def place_url(self) -> str:
        """The quote's place in the text of its source."""
        return f"{self.source.url}#q-{self.key}"


def results_of(numbers: Sequence[int], query: Query | None = None) -> list[Result]:
    """The lines of the quotes with these primary keys, in their order, with the hits marked.

    Quotes that are not published are left out. Two queries for any number of quotes.
    """
    rows = read_listed_quotes(numbers)
    offices = read_offices([_office_facts(row) for row in rows.values()])
    words = query.highlight_terms if query else ()
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
            standing=str(STANDINGS.get(row.standing, "")),
            speaker=row.speaker_name,
            speaker_url=to_speaker(row.speaker_slug),
            office=offices[number],
            said=row.said or "",
            source=_source(row, to_article, described.get(number, "")),
        )
        for number in numbers
        if (row := rows.get(number))
    ]


def _source(row: ListedQuote, to_article: Callable[[str], str], described: str) -> ResultSource:
    if not row.article_key:
        return ResultSource()
    return ResultSource(
        verdict=row.verdict or "",
        publication=row.publication or "",
        headline=row.headline or "",
        language=row.article_language or "",
        direction=direction_of(row.article_language or ""),
        url=to_article(row.article_key),
        live_url=row.article_url or "",
        coins=described,
    )


def coins_by_quote(rows: Iterable[ListedQuote | None]) -> dict[int, str]:
    """Each source as COinS, by the primary key of the first quote from it."""
    first: dict[str, ListedQuote] = {}
    for row in rows:
        if row and row.article_key:
            first.setdefault(row.article_key, row)
    return {row.id: coins_title(csl_source_of_row(row)) for row in first.values()}


def _office_facts(row: ListedQuote) -> OfficeFacts:
    office = row.office_title, row.office_organisation
    return OfficeFacts(row.id, row.speaker_id, *office, row.said_earliest, row.said_latest)

"""One page of results: the quotes found, in the order found, and the pages beside it."""

from dataclasses import dataclass

from citations.models import Appearance, Quote
from citations.search.excerpts import Piece, excerpt
from citations.search.find import PAGE_SIZE, Found
from citations.search.query import Query
from citations.views.choices import Addresses


@dataclass(frozen=True)
class Result:
    quote: Quote
    excerpt: list[Piece]
    appearance: Appearance | None


@dataclass(frozen=True)
class Page:
    """One page of results; `first` and `last` number the results on it, from 1."""

    number: int
    pages: int
    first: int
    last: int
    previous: str
    next: str


def results(found: Found, query: Query) -> list[Result]:
    """The quotes of this page. One that has just ceased to be public is left out."""
    quotes = Quote.objects.published().with_sources().in_bulk(found.quotes)
    return [
        Result(quote, excerpt(quote.text, query.words), quote.primary_appearance)
        for number in found.quotes
        if (quote := quotes.get(number))
    ]


def pages_of(total: int) -> int:
    """The number of pages; nothing found is one page too."""
    return max(1, -(-total // PAGE_SIZE))


def page_of(found: Found, number: int, to: Addresses) -> Page:
    pages = pages_of(found.total)
    return Page(
        number=number,
        pages=pages,
        first=(number - 1) * PAGE_SIZE + 1 if found.total else 0,
        last=min(number * PAGE_SIZE, found.total),
        previous=to.to_page(number - 1) if number > 1 else "",
        next=to.to_page(number + 1) if number < pages else "",
    )

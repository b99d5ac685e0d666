"""Searching: what is asked, what is found, and how many there are of each kind."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.cache import cache
from tantivy import Order, Query, Searcher, SearchResult

from citations.index.facet_columns import YEARS
from citations.index.generations import Generation
from citations.index.schema import FACETS
from citations.search.engine_query import Matcher
from citations.search.execution import Days, Search, answered, looking
from citations.search.facets import countings, key_of, names_in, together
from citations.search.histogram import Years

__all__ = ["PAGE_SIZE", "Days", "Found", "Search", "count_each", "find", "find_numbers"]

PAGE_SIZE = 20

# Makes rows of the quotes with these numbers.
Read = Callable[[list[int]], Sequence[Any]]


def _unread(numbers: list[int]) -> Sequence[Any]:
    return ()


@dataclass(frozen=True)
class Found:
    """What was found: the number of all, one page of quote numbers, and the counts.

    `rows` is what was read of those quotes. `counts` maps each facet to its values and how many
    quotes have them, most first, and `more` names the facets that have further values, and
    `labels` the records among them; a facet's own choice does not narrow its own counts. `years`
    counts by the years said, whatever days are asked for.
    """

    total: int
    quotes: list[int]
    rows: Sequence[Any]
    counts: dict[str, dict[str, int]]
    more: frozenset[str]
    labels: Mapping[str, dict[str, str]]
    years: Years
    catching_up: bool


def find(
    search: Search, facets: Sequence[str] = FACETS, *, years: bool = True, read: Read = _unread
) -> Found:
    """Search the index, brought up to date first; one that cannot be read is built anew.

    Only the `facets` named are counted, and the years if they are asked for; meanwhile the quotes
    of the page are `read` by their numbers. Raises `IndexNotReadyError`, and `TooSlowError` when
    it takes longer than it may.
    """
    counted = (*facets, *(YEARS if years else ()))
    return looking(lambda generation, in_step: _find(generation, search, counted, in_step, read))


def count_each(searches: Sequence[Search]) -> list[int]:
    """How many quotes each of the searches finds."""
    return looking(lambda generation, _: _count_each(generation, searches)) if searches else []


def find_numbers(search: Search, most: int) -> list[int]:
    """The numbers of all quotes found, best first, at most so many; `search.page` is ignored.

    For lists that filter, order and count by themselves.
    """
    return looking(lambda generation, _: _numbers(generation, search, most))


def _find(
    generation: Generation, search: Search, counted: Sequence[str], in_step: bool, read: Read
) -> Found:
    # Asked first: what is counted below may be newer than what it is remembered by, not older.
    key = key_of(generation, search, counted)
    searcher = generation.searcher()
    matcher = Matcher(generation.schema)
    query = search.query(matcher)
    start = (search.page - 1) * PAGE_SIZE
    page = partial(_page, searcher, query, search.sort, limit=PAGE_SIZE, offset=start)
    counts = cache.get(key)
    calls = [] if counts else countings(searcher, matcher, search, query, counted)
    answers = answered(page, *calls)
    total, quotes = next(answers)
    rows = read(quotes)
    if not counts:
        counts = together(list(answers), counted, names_in(generation))
        cache.set(key, counts)
    buckets = dict(counts.buckets)
    years = Years(*(buckets.pop(facet, {}) for facet in YEARS))
    return Found(
        total, quotes, rows, buckets, counts.more, counts.labels, years, catching_up=not in_step
    )


def _count_each(generation: Generation, searches: Sequence[Search]) -> list[int]:
    searcher, matcher = generation.searcher(), Matcher(generation.schema)
    queries = [search.query(matcher) for search in searches]
    pages = answered(*(partial(_page, searcher, query, limit=1) for query in queries))
    return [total for total, _ in pages]


def _numbers(generation: Generation, search: Search, most: int) -> list[int]:
    searcher = generation.searcher()
    query = search.query(Matcher(generation.schema))
    [page] = answered(partial(_page, searcher, query, search.sort, limit=most))
    numbers: list[int] = page[1]
    return numbers


def _page(
    searcher: Searcher, query: Query, sort: str = "relevance", **part: int
) -> tuple[int, list[int]]:
    """How many there are in all, and the numbers of those asked for."""
    options: dict[str, Any] = dict(part)
    if sort != "relevance":
        order = Order.Asc if sort == "oldest" else Order.Desc
        options |= {"order_by_field": sort, "order": order}
    found = searcher.search(query, **options)
    total: int = found.count  # type: ignore[attr-defined]  # missing in the engine's stubs
    return total, _ids(searcher, found)


def _ids(searcher: Searcher, found: SearchResult) -> list[int]:
    numbers = searcher.fast_field_values("id", [address for _, address in found.hits])
    return [int(number) for number in numbers if number is not None]

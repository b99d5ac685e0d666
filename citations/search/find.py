"""Finds quotes: one page of results, their total, and the counts of every facet."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.cache import cache
from tantivy import Order, Query, Searcher, SearchResult

from citations.index.facet_columns import YEAR_COLUMNS
from citations.index.generations import Generation
from citations.index.index_schema import FACETS
from citations.search.engine_query import EngineQueryBuilder
from citations.search.execution import run_parallel, with_index
from citations.search.facets import cached_names, counts_cache_key, facet_counters, merge_counts
from citations.search.histogram import YearHistogram
from citations.search.request import Search

PAGE_SIZE = 20

# Loads rows for the quotes with these ids.
LoadRows = Callable[[list[int]], Sequence[Any]]


def _load_nothing(ids: list[int]) -> Sequence[Any]:
    return ()


@dataclass(frozen=True)
class QuoteResults:
    """The results of a search: the total, the ids of one page of quotes, and the counts.

    `rows` is what `load_rows` returned for these quotes. `counts` maps each facet to its values
    and how many quotes have them, most first; a facet's own filter does not narrow its counts.
    `more` names the facets with further values, `labels` the records among the values. `years`
    counts by the year said, regardless of the days chosen.
    """

    total: int
    quotes: list[int]
    rows: Sequence[Any]
    counts: dict[str, dict[str, int]]
    more: frozenset[str]
    labels: Mapping[str, dict[str, str]]
    years: YearHistogram
    catching_up: bool


def find_quotes(
    search: Search,
    facets: Sequence[str] = FACETS,
    *,
    years: bool = True,
    load_rows: LoadRows = _load_nothing,
) -> QuoteResults:
    """Search the index after bringing it up to date; an unreadable index is rebuilt first.

    Counts only the `facets` given, and the years if wanted; meanwhile `load_rows` loads the
    quotes of the page. Raises `IndexNotReadyError`, and `TooSlowError` past the deadline.
    """
    counted = (*facets, *(YEAR_COLUMNS if years else ()))
    return with_index(
        lambda generation, is_current: _find(generation, search, counted, is_current, load_rows)
    )


def count_searches(searches: Sequence[Search]) -> list[int]:
    return with_index(lambda generation, _: _count_each(generation, searches)) if searches else []


def find_quote_ids(search: Search, most: int) -> list[int]:
    """The ids of the quotes found, best first, at most `most`; ignores `search.page`.

    For lists that filter, sort and count by themselves.
    """
    return with_index(lambda generation, _: _find_ids(generation, search, most))


def _find(
    generation: Generation,
    search: Search,
    counted: Sequence[str],
    is_current: bool,
    load_rows: LoadRows,
) -> QuoteResults:
    # Take the cache key before searching, so that cached counts are never older than their key.
    key = counts_cache_key(generation, search, counted)
    searcher = generation.searcher()
    builder = EngineQueryBuilder(generation.schema)
    query = search.engine_query(builder)
    start = (search.page - 1) * PAGE_SIZE
    page = partial(_find_page, searcher, query, search.sort, limit=PAGE_SIZE, offset=start)
    counts = cache.get(key)
    counters = [] if counts else facet_counters(searcher, builder, search, query, counted)
    answers = run_parallel(page, *counters)
    total, quotes = next(answers)
    rows = load_rows(quotes)
    if not counts:
        counts = merge_counts(list(answers), counted, cached_names(generation))
        cache.set(key, counts)
    buckets = dict(counts.buckets)
    years = YearHistogram(*(buckets.pop(column, {}) for column in YEAR_COLUMNS))
    return QuoteResults(
        total, quotes, rows, buckets, counts.more, counts.labels, years, catching_up=not is_current
    )


def _count_each(generation: Generation, searches: Sequence[Search]) -> list[int]:
    searcher, builder = generation.searcher(), EngineQueryBuilder(generation.schema)
    queries = [search.engine_query(builder) for search in searches]
    pages = run_parallel(*(partial(_find_page, searcher, query, limit=1) for query in queries))
    return [total for total, _ in pages]


def _find_ids(generation: Generation, search: Search, most: int) -> list[int]:
    searcher = generation.searcher()
    query = search.engine_query(EngineQueryBuilder(generation.schema))
    [page] = run_parallel(partial(_find_page, searcher, query, search.sort, limit=most))
    ids: list[int] = page[1]
    return ids


def _find_page(
    searcher: Searcher, query: Query, sort: str = "relevance", **limits: int
) -> tuple[int, list[int]]:
    options: dict[str, Any] = dict(limits)
    if sort != "relevance":
        order = Order.Asc if sort == "oldest" else Order.Desc
        options |= {"order_by_field": sort, "order": order}
    found = searcher.search(query, **options)
    total: int = found.count  # type: ignore[attr-defined]  # missing in the engine's stubs
    return total, _ids_of(searcher, found)


def _ids_of(searcher: Searcher, found: SearchResult) -> list[int]:
    ids = searcher.fast_field_values("id", [address for _, address in found.hits])
    return [int(number) for number in ids if number is not None]

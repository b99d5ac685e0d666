"""The facets of a search: which quotes are counted for each, and the names of their values."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import Any

from django.db import connection
from django.db.models import CharField, Value
from tantivy import Query, Searcher

from citations.index.generations import Generation, SyncPosition
from citations.models import Publication, Speaker, Topic
from citations.search.engine_query import EngineQueryBuilder
from citations.search.execution import run_parallel, with_index
from citations.search.facet_counts import FacetCounter, FacetCounts
from citations.search.request import Search

# The index fields with the words of a facet's values, for facets with too many values to list.
NAME_FIELDS = {
    "speaker": "names",
    "position": "office",
    "publication": "source",
    "topic": "topics",
}

RECORD_FACETS: Mapping[str, type[Speaker | Publication | Topic]] = {
    "speaker": Speaker,
    "publication": Publication,
    "topic": Topic,
}

# Slugs and names of records, by facet and id.
RecordNames = dict[tuple[str, Any], tuple[str, str]]
MAX_CACHED_NAMES = 100_000


def facet_counters(
    searcher: Searcher,
    builder: EngineQueryBuilder,
    search: Search,
    query: Query,
    facets: Sequence[str],
) -> list[FacetCounter]:
    """The counters for the facets of a search, to be run in parallel; `query` is its own query.

    A facet's own filter does not narrow its counts.
    """
    by_filter: dict[str, list[str]] = defaultdict(list)
    for facet in facets:
        by_filter[search.own_filter(facet)].append(facet)
    return [
        FacetCounter(
            searcher,
            builder,
            search.engine_query(builder, own) if own else query,
            tuple(together),
        )
        for own, together in by_filter.items()
    ]


def merge_counts(
    counts: Sequence[FacetCounts], facets: Sequence[str], names: RecordNames
) -> FacetCounts:
    """All the counts as one, in the order of the facets, with slugs instead of record ids.

    Looks up the names that are missing in `names` and adds them there.
    """
    buckets = dict(chain.from_iterable(each.buckets.items() for each in counts))
    more = frozenset(chain.from_iterable(each.more for each in counts))
    counted = {(facet, n) for facet in RECORD_FACETS for n in buckets.get(facet, ())}
    names |= _load_names(counted - names.keys())
    labels: dict[str, dict[str, str]] = {}
    for facet in RECORD_FACETS.keys() & buckets.keys():
        known = [
            (*names[facet, n], count) for n, count in buckets[facet].items() if (facet, n) in names
        ]
        buckets[facet] = {slug: count for slug, _, count in known}
        labels[facet] = {slug: name for slug, name, _ in known}
    return FacetCounts({facet: buckets[facet] for facet in facets}, more, labels)


@lru_cache(maxsize=2)
def _name_cache(index: str, position: SyncPosition) -> RecordNames:
    return {}


def cached_names(generation: Generation) -> RecordNames:
    """The names loaded so far, valid until the index changes; for `merge_counts`.

    Inside a transaction, which may be rolled back, nothing is cached.
    """
    if connection.in_atomic_block:
        return {}
    names = _name_cache(generation.folder.name, generation.sync_position())
    if len(names) > MAX_CACHED_NAMES:
        names.clear()
    return names


def _load_names(missing: Iterable[tuple[str, Any]]) -> RecordNames:
    ids: dict[str, list[int]] = defaultdict(list)
    for facet, number in missing:
        ids[facet].append(number)
    queries = [
        RECORD_FACETS[facet]
        .objects.filter(pk__in=some)
        .order_by()
        .values_list(Value(facet, CharField()), "pk", "slug", "name")
        for facet, some in ids.items()
    ]
    rows = queries[0].union(*queries[1:], all=True) if queries else ()
    return {(facet, number): (slug, name) for facet, number, slug, name in rows}


def counts_cache_key(generation: Generation, search: Search, facets: Sequence[str]) -> str:
    """The key under which counts are cached: valid as long as the index does not change."""
    parts = (generation.folder.name, generation.sync_position(), search.conditions, tuple(facets))
    return f"counts-{hashlib.sha256(repr(parts).encode()).hexdigest()}"


def count_facet_values(
    search: Search, facet: str, within: str = "", size: int = 200
) -> FacetCounts:
    """The values of one facet, including those that the facet's own filter excludes.

    With `within`, only values whose names have, for each of its words, a word that starts with
    it; for a speaker in any form of the name. A quote with several publications or topics counts
    for all of them, also those that do not match: the caller drops these by their names.
    """
    return with_index(
        lambda generation, is_current: replace(
            _count_values(generation, search, facet, within, size), is_current=is_current
        )
    )


def _count_values(
    generation: Generation, search: Search, facet: str, within: str, size: int
) -> FacetCounts:
    builder = EngineQueryBuilder(generation.schema)
    narrowed = [
        search.engine_query(builder, without=facet),
        *_name_queries(builder, facet, within),
    ]
    counter = FacetCounter(
        generation.searcher(), builder, builder.all_of(narrowed), (facet,), size=size
    )
    return merge_counts(list(run_parallel(counter)), (facet,), cached_names(generation))


def _name_queries(builder: EngineQueryBuilder, facet: str, within: str) -> Iterator[Query]:
    if field := NAME_FIELDS.get(facet):
        yield from builder.prefix_queries(field, within)


def count_chosen_values(facet: str, chosen: Sequence[str]) -> Mapping[str, int]:
    """How many published quotes have each of these values of a facet; only values that have any."""
    return with_index(lambda generation, _: _count_chosen(generation, facet, chosen))


def _count_chosen(generation: Generation, facet: str, chosen: Sequence[str]) -> Mapping[str, int]:
    builder = EngineQueryBuilder(generation.schema)
    query = Search(chosen={facet: tuple(chosen)}).engine_query(builder)
    counter = FacetCounter(generation.searcher(), builder, query, (facet,), size=len(chosen))
    counts = list(run_parallel(counter))
    return merge_counts(counts, (facet,), cached_names(generation)).buckets[facet]

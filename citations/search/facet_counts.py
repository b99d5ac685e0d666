"""Exact facet counts: how many of the found quotes have each value of a facet.

The engine counts segment by segment and keeps only the most frequent values of each segment, so
a value's count may be too low. It says by how much at most, and whatever that leaves open is
counted again.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tantivy import Query, Searcher

from citations.index.facet_columns import (
    COLUMNS,
    OVERFLOW_FIELD,
    YEAR_COLUMNS,
    FacetColumns,
    Value,
)
from citations.search.engine_query import EngineQueryBuilder

# Values of a facet that a page shows beside the results.
FACET_SIZE = 8
# Values read from each column: enough to order those with equal counts, and to seldom miss a
# shown value in any column.
VALUES_PER_COLUMN = 100
# Values the engine keeps of each segment: with more, less is left open, and counting is slower.
VALUES_PER_SEGMENT = 1000
# More than any facet can have.
ALL_VALUES = 10_000_000

RankedValues = list[tuple[Value, int]]


@dataclass(frozen=True)
class FacetCounts:
    """The values of each facet and how many quotes have them, most first.

    `more` names the facets with further values. `labels` maps the slugs of speakers,
    publications and topics to their names. `is_current`: whether the index held every change.
    """

    buckets: Mapping[str, dict[Any, int]]
    more: frozenset[str]
    labels: Mapping[str, dict[str, str]] = field(default_factory=dict)
    is_current: bool = True


class ColumnCounts(NamedTuple):
    """The counts in one column.

    `missed` is how much each count may be too low, `unlisted` the highest count that a value
    missing from `counts` may have.
    """

    counts: Mapping[Value, int]
    missed: int
    unlisted: int

    def max_missing(self, value: Value) -> int:
        return self.missed if value in self.counts else self.unlisted


@dataclass(frozen=True)
class FacetCounter:
    searcher: Searcher
    builder: EngineQueryBuilder
    query: Query
    facets: tuple[str, ...]
    size: int = FACET_SIZE

    def __call__(self) -> FacetCounts:
        columns = self._count_columns(self.query, self.facets, VALUES_PER_SEGMENT)
        ranked = {facet: self._exact_counts(facet, columns[facet]) for facet in self.facets}
        shown = {facet: dict(values[: self._size_of(facet)]) for facet, values in ranked.items()}
        return FacetCounts(shown, frozenset(f for f in ranked if len(ranked[f]) > len(shown[f])))

    def _size_of(self, facet: str) -> int:
        return ALL_VALUES if facet in YEAR_COLUMNS else self.size

    def _exact_counts(self, facet: str, columns: Sequence[ColumnCounts]) -> RankedValues:
        """The values with exact counts down to the last one shown, and one more if there is one."""
        values = _sum_counts(columns)
        if len(columns) == 1 and not columns[0].missed:
            return values
        # A value below the cut may belong above it, once everything it may miss is added.
        shown = self._size_of(facet)
        least = values[shown - 1][1] if len(values) >= shown else 0
        unlisted = sum(column.unlisted for column in columns)
        if unlisted and unlisted >= least:
            return _sum_counts(self._count_columns(self.query, (facet,), ALL_VALUES)[facet])
        missing = (
            (value, count, sum(column.max_missing(value) for column in columns))
            for value, count in values
        )
        close = [value for value, count, most in missing if most and count + most >= least]
        return self._recount(facet, close, values) if close else values

    def _recount(self, facet: str, close: Sequence[Value], values: RankedValues) -> RankedValues:
        has_close = self.builder.any_of(self.builder.one_of(each, close) for each in COLUMNS[facet])
        narrowed = self.builder.all_of([self.query, has_close])
        exact = dict(_sum_counts(self._count_columns(narrowed, (facet,), ALL_VALUES)[facet]))
        return _rank_values(dict(values) | {value: exact[value] for value in close})

    def _count_columns(
        self, query: Query, facets: Sequence[str], segment_size: int
    ) -> dict[str, list[ColumnCounts]]:
        found = self._aggregate(query, (COLUMNS[facet] for facet in facets), segment_size)
        for facet in facets:
            if self._has_overflow(facet):
                overflowing = [query, *self.builder.each_of(OVERFLOW_FIELD, [facet])]
                overflow = FacetColumns((COLUMNS[facet].overflow,))
                found |= self._aggregate(self.builder.all_of(overflowing), [overflow], segment_size)
        return {
            facet: [self._column_counts(facet, found[c]) for c in COLUMNS[facet] if c in found]
            for facet in facets
        }

    def _has_overflow(self, facet: str) -> bool:
        return bool(COLUMNS[facet].overflow and self.searcher.doc_freq(OVERFLOW_FIELD, facet))

    def _aggregate(
        self, query: Query, columns: Iterable[FacetColumns], segment_size: int
    ) -> dict[str, Any]:
        # One more than is shown, and the empty value.
        most = segment_size if segment_size == ALL_VALUES else max(VALUES_PER_COLUMN, self.size + 2)
        sizes = {
            name: ALL_VALUES if each.needs_all else most for each in columns for name in each.full
        }
        return self.searcher.aggregate(
            query,
            {
                column: {
                    "terms": {
                        "field": column,
                        "size": size,
                        "segment_size": max(segment_size, size),
                    }
                }
                for column, size in sizes.items()
            },
        )

    def _column_counts(self, facet: str, found: Mapping[str, Any]) -> ColumnCounts:
        counts: Counter[Value] = Counter()
        for bucket in found["buckets"]:
            counts[COLUMNS[facet].facet_value(bucket["key"])] += bucket["doc_count"]
        # A single segment misses nothing, though the engine reports an error bound for it.
        missed = (self.searcher.num_segments > 1 and found["doc_count_error_upper_bound"]) or 0
        least = min(counts.values(), default=0)
        unlisted = least + missed if found["sum_other_doc_count"] else 0
        counts.pop(COLUMNS[facet].empty, None)
        return ColumnCounts(counts, missed, unlisted)


def _sum_counts(columns: Iterable[ColumnCounts]) -> RankedValues:
    counts: Counter[Value] = Counter()
    for column in columns:
        counts.update(column.counts)
    return _rank_values(counts)


def _rank_values(counts: Mapping[Value, int]) -> RankedValues:
    # The values of one facet are all numbers or all texts.
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))

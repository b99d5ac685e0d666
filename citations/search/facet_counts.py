"""Counting in the engine: how many of the quotes found have each value of a facet, exactly.

The engine counts segment by segment and keeps only the most frequent values of each, so that a
value may lack some of its quotes. It says how many at most, and what that leaves open is counted
again.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tantivy import Query, Searcher

from citations.index.facet_columns import BEYOND, COLUMNS, YEARS, Columns, Value
from citations.search.engine_query import Matcher

# Values of a facet that a page shows beside the results.
FACET_SIZE = 8
# As many are looked at in each column, so that those that share a place are told apart, and that
# those that are shown are seldom left out in any.
LISTED = 100
# Values the engine keeps of each segment: the more, the less is left open and the longer it takes.
KEPT = 1000
# More than there can be of any facet.
ALL = 10_000_000

Ranked = list[tuple[Value, int]]


@dataclass(frozen=True)
class Counts:
    """The values of each facet and how many quotes have them, most first.

    `more` names the facets that have further values, `labels` what records are called that are
    values: speakers, publications and topics; `in_step` whether the index held every change.
    """

    buckets: Mapping[str, dict[Any, int]]
    more: frozenset[str]
    labels: Mapping[str, dict[str, str]] = field(default_factory=dict)
    in_step: bool = True


class Part(NamedTuple):
    """What was counted in one column.

    `missed` is what each count may lack at most, `unlisted` what a value may have that is not
    among them.
    """

    counts: Mapping[Value, int]
    missed: int
    unlisted: int

    def lacks(self, value: Value) -> int:
        return self.missed if value in self.counts else self.unlisted


@dataclass(frozen=True)
class Counting:
    """Facets that are counted among the same quotes."""

    searcher: Searcher
    matcher: Matcher
    query: Query
    facets: tuple[str, ...]
    size: int = FACET_SIZE

    def __call__(self) -> Counts:
        parts = self._parts(self.query, self.facets, KEPT)
        ranked = {facet: self._settled(facet, parts[facet]) for facet in self.facets}
        shown = {facet: dict(values[: self._shown(facet)]) for facet, values in ranked.items()}
        return Counts(shown, frozenset(f for f in ranked if len(ranked[f]) > len(shown[f])))

    def _shown(self, facet: str) -> int:
        return ALL if facet in YEARS else self.size

    def _settled(self, facet: str, parts: Sequence[Part]) -> Ranked:
        """The values with their exact counts, as far down as is shown, and one more if any."""
        values = _added(parts)
        if len(parts) == 1 and not parts[0].missed:
            return values
        # What is not shown now could be, with all it may lack.
        shown = self._shown(facet)
        least = values[shown - 1][1] if len(values) >= shown else 0
        unlisted = sum(part.unlisted for part in parts)
        if unlisted and unlisted >= least:
            return _added(self._parts(self.query, (facet,), ALL)[facet])
        lacking = ((value, count, sum(p.lacks(value) for p in parts)) for value, count in values)
        close = [value for value, count, lacks in lacking if lacks and count + lacks >= least]
        return self._counted_again(facet, close, values) if close else values

    def _counted_again(self, facet: str, close: Sequence[Value], values: Ranked) -> Ranked:
        """The values with the true counts of the close ones."""
        having = self.matcher.any_of(self.matcher.one_of(each, close) for each in COLUMNS[facet])
        narrowed = self.matcher.all_of([self.query, having])
        exact = dict(_added(self._parts(narrowed, (facet,), ALL)[facet]))
        return _ranked(dict(values) | {value: exact[value] for value in close})

    def _parts(self, query: Query, facets: Sequence[str], kept: int) -> dict[str, list[Part]]:
        """What the columns of each facet say."""
        found = self._aggregate(query, (COLUMNS[facet] for facet in facets), kept)
        for facet in facets:
            if self._goes_beyond(facet):
                having = [query, *self.matcher.each_of(BEYOND, [facet])]
                beyond = Columns((COLUMNS[facet].beyond,))
                found |= self._aggregate(self.matcher.all_of(having), [beyond], kept)
        return {
            facet: [self._part(facet, found[c]) for c in COLUMNS[facet] if c in found]
            for facet in facets
        }

    def _goes_beyond(self, facet: str) -> bool:
        return bool(COLUMNS[facet].beyond and self.searcher.doc_freq(BEYOND, facet))

    def _aggregate(self, query: Query, columns: Iterable[Columns], kept: int) -> dict[str, Any]:
        # One more than is shown, and what stands for nothing.
        listed = kept if kept == ALL else max(LISTED, self.size + 2)
        sizes = {name: ALL if each.come_all else listed for each in columns for name in each.full}
        return self.searcher.aggregate(
            query,
            {
                column: {"terms": {"field": column, "size": size, "segment_size": max(kept, size)}}
                for column, size in sizes.items()
            },
        )

    def _part(self, facet: str, found: Mapping[str, Any]) -> Part:
        counts: Counter[Value] = Counter()
        for bucket in found["buckets"]:
            counts[COLUMNS[facet].value(bucket["key"])] += bucket["doc_count"]
        # In one segment nothing is missed, which the engine does not know.
        missed = (self.searcher.num_segments > 1 and found["doc_count_error_upper_bound"]) or 0
        least = min(counts.values(), default=0)
        unlisted = least + missed if found["sum_other_doc_count"] else 0
        counts.pop(COLUMNS[facet].nothing, None)
        return Part(counts, missed, unlisted)


def _added(parts: Iterable[Part]) -> Ranked:
    counts: Counter[Value] = Counter()
    for part in parts:
        counts.update(part.counts)
    return _ranked(counts)


def _ranked(counts: Mapping[Value, int]) -> Ranked:
    # The values of one facet are all numbers or all texts.
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))

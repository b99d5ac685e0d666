"""Counting: how many of the quotes found have each value of a facet, exactly.

The engine counts segment by segment and keeps only the most frequent values of each, so that a
value may lack some of its quotes. It says how many at most, and what that leaves open is counted
again.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from django.db.models import CharField, Value
from tantivy import Query, Searcher

from citations.models import Publication, Speaker, Topic
from citations.search.asking import Search, answered, looking
from citations.search.index import Generation
from citations.search.matching import Matcher
from citations.search.schema import NUMBERED

# Values of a facet that a page shows beside the results.
FACET_SIZE = 8
# As many are looked at, so that those that share a place are told apart.
LISTED = 50
# Values the engine keeps of each segment: the more, the less is left open and the longer it takes.
KEPT = 1000
# More than there can be of any facet.
ALL = 10_000_000
YEARS = 400
# Counted in one thread, the others in another: both take about as long.
FIRST = ("speaker", "lang", "mode", "standing", "verdict")
# Where the words of a facet's values are kept, for those that are too many to be listed.
WORDS_OF = {
    "speaker": "names",
    "position": "office",
    "publication": "source",
    "topic": "topics",
}

RECORDS: Mapping[str, type[Speaker | Publication | Topic]] = {
    "speaker": Speaker,
    "publication": Publication,
    "topic": Topic,
}

Aggregation = dict[str, Any]


@dataclass(frozen=True)
class Counts:
    """The values of each facet and how many quotes have them, most first.

    `more` names the facets that have further values, `labels` what records are called that are
    values: speakers, publications and topics; `in_step` whether the index held every change.
    """

    buckets: Mapping[str, dict[str, int]]
    more: frozenset[str]
    labels: Mapping[str, dict[str, str]] = field(default_factory=dict)
    in_step: bool = True


@dataclass(frozen=True)
class Counting:
    """Facets that are counted among the same quotes."""

    searcher: Searcher
    matcher: Matcher
    query: Query
    facets: tuple[str, ...]
    size: int = FACET_SIZE

    def __call__(self) -> Counts:
        sizes = {facet: YEARS if facet == "year" else self.listed for facet in self.facets}
        found = self._aggregate(self.query, sizes, KEPT)
        buckets = {facet: self._settled(facet, found[facet]) for facet in self.facets}
        return Counts(
            {facet: dict(values[: self._shown(facet)]) for facet, values in buckets.items()},
            frozenset(f for f, values in buckets.items() if len(values) > self._shown(f)),
        )

    @property
    def listed(self) -> int:
        return max(LISTED, self.size + 1)

    def _shown(self, facet: str) -> int:
        return YEARS if facet == "year" else self.size

    def _settled(self, facet: str, found: Aggregation) -> list[tuple[str, int]]:
        """The values with their exact counts, as far down as is shown, and one more if any."""
        values = _values(found)
        missed = found.get("doc_count_error_upper_bound") or 0
        if not missed:
            return values
        # What is not shown now could be, with all it may lack.
        least = values[min(self._shown(facet), len(values)) - 1][1]
        close = [value for value, count in values if count + missed >= least]
        if len(close) == len(values):
            return _values(self._aggregate(self.query, {facet: self.listed}, ALL)[facet])
        again = self.matcher.all_of([self.query, self.matcher.one_of(_field(facet), close)])
        exact = _values(self._aggregate(again, {facet: self.listed}, ALL)[facet])
        counts = {value: count for value, count in exact if value in close}
        return _sorted(counts) + values[len(close) :]

    def _aggregate(self, query: Query, sizes: Mapping[str, int], kept: int) -> Aggregation:
        return self.searcher.aggregate(
            query,
            {
                facet: {"terms": {"field": _field(facet), "size": size, "segment_size": kept}}
                for facet, size in sizes.items()
            },
        )


def _field(facet: str) -> str:
    return NUMBERED.get(facet, facet)


def _values(found: Aggregation) -> list[tuple[str, int]]:
    return _sorted({bucket["key"]: bucket["doc_count"] for bucket in found["buckets"]})


def _sorted(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))


def countings(
    searcher: Searcher, matcher: Matcher, search: Search, facets: Sequence[str]
) -> list[Counting]:
    """What is to be counted, to be done side by side; a facet's own choice narrows it not."""
    chosen = [facet for facet in facets if search.chosen.get(facet)]
    free = [facet for facet in facets if facet not in chosen]
    groups = [[f for f in free if f in FIRST], [f for f in free if f not in FIRST]]
    query = search.query(matcher)
    together = [Counting(searcher, matcher, query, tuple(group)) for group in groups if group]
    alone = [
        Counting(searcher, matcher, search.query(matcher, facet), (facet,)) for facet in chosen
    ]
    return [*together, *alone]


def together(counts: Sequence[Counts], facets: Sequence[str]) -> Counts:
    """All the counts as one, in the order of the facets, with records by their slugs."""
    buckets = dict(chain.from_iterable(one.buckets.items() for one in counts))
    more = frozenset(chain.from_iterable(one.more for one in counts))
    named = _named({facet: buckets[facet] for facet in RECORDS if buckets.get(facet)})
    labels: dict[str, dict[str, str]] = {}
    for facet in RECORDS.keys() & buckets.keys():
        known = [
            (*named[facet, n], count) for n, count in buckets[facet].items() if (facet, n) in named
        ]
        buckets[facet] = {slug: count for slug, _, count in known}
        labels[facet] = {slug: name for slug, name, _ in known}
    return Counts({facet: buckets[facet] for facet in facets}, more, labels)


def _named(numbers: Mapping[str, Iterable[Any]]) -> dict[tuple[str, Any], tuple[str, str]]:
    """The slugs and names of records by facet and number: one query for all."""
    queries = [
        RECORDS[facet]
        .objects.filter(pk__in=[int(each) for each in wanted])
        .order_by()
        .values_list(Value(facet, CharField()), "pk", "slug", "name")
        for facet, wanted in numbers.items()
    ]
    rows = queries[0].union(*queries[1:], all=True) if queries else ()
    return {(facet, number): (slug, name) for facet, number, slug, name in rows}


def key_of(generation: Generation, search: Search, facets: Sequence[str]) -> str:
    """Under which the counts are remembered: as long as the index holds what it holds now."""
    known_by = (generation.folder.name, generation.followed(), search.conditions, tuple(facets))
    return f"counts-{hashlib.sha256(repr(known_by).encode()).hexdigest()}"


def values(search: Search, facet: str, within: str = "", size: int = 200) -> Counts:
    """The values of one facet, also those that the facet's own choice leaves out.

    With words, only the values in whose names each of them stands or begins a word: for a
    speaker in any form of the name. A quote with several publications or topics also counts the
    ones beside; whoever shows them by name leaves those out.
    """
    return looking(
        lambda generation, in_step: replace(
            _values_of(generation, search, facet, within, size), in_step=in_step
        )
    )


def _values_of(
    generation: Generation, search: Search, facet: str, within: str, size: int
) -> Counts:
    matcher = Matcher(generation.schema)
    narrowed = [search.query(matcher, without=facet), *_with_words(matcher, facet, within)]
    counting = Counting(
        generation.searcher(), matcher, matcher.all_of(narrowed), (facet,), size=size
    )
    return together(answered(counting), (facet,))


def _with_words(matcher: Matcher, facet: str, within: str) -> Iterator[Query]:
    """What the quotes of the values with these words in their names match."""
    if field := WORDS_OF.get(facet):
        yield from matcher.beginning(field, within)


def among(facet: str, chosen: Sequence[str]) -> Mapping[str, int]:
    """How many published quotes have each of these values of a facet; none where there are none."""
    return looking(lambda generation, _: _among(generation, facet, chosen))


def _among(generation: Generation, facet: str, chosen: Sequence[str]) -> Mapping[str, int]:
    matcher, search = Matcher(generation.schema), Search(chosen={facet: tuple(chosen)})
    query, size = search.query(matcher), len(chosen)
    counted = answered(Counting(generation.searcher(), matcher, query, (facet,), size=size))
    return together(counted, (facet,)).buckets[facet]

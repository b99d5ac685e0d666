"""Suggestions while somebody types: speakers, publications and topics whose names match."""

from dataclasses import dataclass
from itertools import islice

from citations.index.analysis import index_terms
from citations.index.generations import Generation
from citations.search.engine_query import EngineQueryBuilder
from citations.search.execution import run_parallel, with_index
from citations.search.facet_counts import FacetCounter, FacetCounts
from citations.search.facets import NAME_FIELDS, RECORD_FACETS, cached_names, merge_counts
from citations.search.request import Search

SUGGESTIONS_PER_FACET = 5
# Values counted before those are dropped whose own name does not match (`count_facet_values`).
COUNTED_VALUES = 40
MAX_TYPED_CHARACTERS = 100


@dataclass(frozen=True)
class Suggestion:
    facet: str
    value: str
    name: str
    count: int


def suggest_values(text: str) -> list[Suggestion]:
    """The values whose names have words starting with those of the text, most quoted first.

    A speaker is found by any form of the name. Raises as `find_quotes` does.
    """
    typed = text[:MAX_TYPED_CHARACTERS]
    words = [term.text for term in index_terms(typed)]
    if not words:
        return []
    counts = with_index(lambda generation, _: _count_matches(generation, typed))
    return [each for facet in RECORD_FACETS for each in _suggestions_of(facet, counts, words)]


def _count_matches(generation: Generation, text: str) -> FacetCounts:
    searcher, builder = generation.searcher(), EngineQueryBuilder(generation.schema)
    published = Search().engine_query(builder)
    counters = [
        FacetCounter(
            searcher,
            builder,
            builder.all_of([published, *builder.prefix_queries(NAME_FIELDS[facet], text)]),
            (facet,),
            size=SUGGESTIONS_PER_FACET if facet == "speaker" else COUNTED_VALUES,
        )
        for facet in RECORD_FACETS
    ]
    counts = list(run_parallel(*counters))
    return merge_counts(counts, tuple(RECORD_FACETS), cached_names(generation))


def _suggestions_of(facet: str, counts: FacetCounts, words: list[str]) -> list[Suggestion]:
    """Without the values that were counted only because their quotes also have a matching one."""
    matching = (
        Suggestion(facet, value, counts.labels[facet][value], count)
        for value, count in counts.buckets[facet].items()
        if facet == "speaker" or has_words_starting(counts.labels[facet][value], words)
    )
    return list(islice(matching, SUGGESTIONS_PER_FACET))


def has_words_starting(name: str, prefixes: list[str]) -> bool:
    words = [term.text for term in index_terms(name)]
    return all(any(word.startswith(prefix) for word in words) for prefix in prefixes)

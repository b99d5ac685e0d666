"""Suggestions while somebody types: the speakers, publications and topics that go on so."""

from dataclasses import dataclass
from itertools import islice

from citations.index.analysis import terms
from citations.index.generations import Generation
from citations.search.engine_query import Matcher
from citations.search.execution import Search, answered, looking
from citations.search.facet_counts import Counting, Counts
from citations.search.facets import RECORDS, WORDS_OF, names_in, together

# Suggestions of each kind.
MOST = 5
# Values looked at, of which those beside the one meant are left out (see `facets.values`).
LOOKED_AT = 40
# Characters typed that are looked at.
LONGEST = 100


@dataclass(frozen=True)
class Suggestion:
    """Something to search by: a facet, its value with the name, and its published quotes."""

    facet: str
    value: str
    name: str
    count: int


def suggest(text: str) -> list[Suggestion]:
    """The values whose names hold words that begin like those of the text, most quoted first.

    A speaker is found by any form of the name. Raises as `find` does.
    """
    words = [term.text for term in terms(text[:LONGEST])]
    if not words:
        return []
    counted = looking(lambda generation, _: _counted(generation, text[:LONGEST]))
    return [one for facet in RECORDS for one in _meant(facet, counted, words)]


def _counted(generation: Generation, text: str) -> Counts:
    searcher, matcher = generation.searcher(), Matcher(generation.schema)
    published = Search().query(matcher)
    countings = [
        Counting(
            searcher,
            matcher,
            matcher.all_of([published, *matcher.beginning(WORDS_OF[facet], text)]),
            (facet,),
            size=MOST if facet == "speaker" else LOOKED_AT,
        )
        for facet in RECORDS
    ]
    return together(list(answered(*countings)), tuple(RECORDS), names_in(generation))


def _meant(facet: str, counts: Counts, words: list[str]) -> list[Suggestion]:
    """The values with their names; those that only stand beside the one meant are left out."""
    meant = (
        Suggestion(facet, value, counts.labels[facet][value], count)
        for value, count in counts.buckets[facet].items()
        if facet == "speaker" or begins_so(counts.labels[facet][value], words)
    )
    return list(islice(meant, MOST))


def begins_so(name: str, words: list[str]) -> bool:
    """Whether each of the words begins a word of the name."""
    parts = [term.text for term in terms(name)]
    return all(any(part.startswith(word) for part in parts) for word in words)

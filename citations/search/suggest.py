"""Suggestions while somebody types: the speakers, publications and topics that go on so."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from citations.models import Publication, Speaker, Topic
from citations.search.analysis import terms
from citations.search.asking import Search, answered, looking
from citations.search.facets import WORDS_OF, Counting
from citations.search.index import Generation
from citations.search.matching import Matcher

# Suggestions of each kind.
MOST = 5
# Values looked at, of which those beside the one meant are left out (see `facets.values`).
LOOKED_AT = 40
# Letters, or one character of a script without spaces, from which on anything is suggested.
LONGEST = 100

NAMED: Mapping[str, QuerySet[Any]] = {
    "speaker": Speaker.objects.all(),
    "publication": Publication.objects.all(),
    "topic": Topic.objects.all(),
}


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
    return [one for facet in NAMED for one in _named(facet, counted[facet], words)]


def _counted(generation: Generation, text: str) -> dict[str, dict[str, int]]:
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
        for facet in NAMED
    ]
    found = answered(*countings)
    return {facet: dict(one.buckets[facet]) for facet, one in zip(NAMED, found, strict=True)}


def _named(facet: str, counts: Mapping[str, int], words: list[str]) -> list[Suggestion]:
    """The values with their names; those that only stand beside the one meant are left out."""
    names = dict(NAMED[facet].filter(slug__in=counts).values_list("slug", "name"))
    meant = (
        Suggestion(facet, value, names[value], count)
        for value, count in counts.items()
        if value in names and (facet == "speaker" or begins_so(names[value], words))
    )
    return [one for one, _ in zip(meant, range(MOST), strict=False)]


def begins_so(name: str, words: list[str]) -> bool:
    """Whether each of the words begins a word of the name."""
    parts = [term.text for term in terms(name)]
    return all(any(part.startswith(word) for part in parts) for word in words)

"""The facets of a search: what is counted, of which quotes, and what the values are called."""

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

from citations.index.generations import Followed, Generation
from citations.models import Publication, Speaker, Topic
from citations.search.engine_query import Matcher
from citations.search.execution import Search, answered, looking
from citations.search.facet_counts import Counting, Counts

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

# Slugs and names of records, by facet and number.
Names = dict[tuple[str, Any], tuple[str, str]]
# Names kept at most.
MOST_NAMES = 100_000


def countings(
    searcher: Searcher, matcher: Matcher, search: Search, query: Query, facets: Sequence[str]
) -> list[Counting]:
    """What is to be counted of a search, whose query is given, to be done side by side.

    A facet's own choice does not narrow it.
    """
    by_choice: dict[str, list[str]] = defaultdict(list)
    for facet in facets:
        by_choice[search.own_choice(facet)].append(facet)
    return [
        Counting(searcher, matcher, search.query(matcher, own) if own else query, tuple(counted))
        for own, counted in by_choice.items()
    ]


def together(counts: Sequence[Counts], facets: Sequence[str], names: Names) -> Counts:
    """All the counts as one, in the order of the facets, with records by their slugs.

    `names` are those known already; those that are missing are looked up and added.
    """
    buckets = dict(chain.from_iterable(one.buckets.items() for one in counts))
    more = frozenset(chain.from_iterable(one.more for one in counts))
    counted = {(facet, n) for facet in RECORDS for n in buckets.get(facet, ())}
    names |= _named(counted - names.keys())
    labels: dict[str, dict[str, str]] = {}
    for facet in RECORDS.keys() & buckets.keys():
        known = [
            (*names[facet, n], count) for n, count in buckets[facet].items() if (facet, n) in names
        ]
        buckets[facet] = {slug: count for slug, _, count in known}
        labels[facet] = {slug: name for slug, name, _ in known}
    return Counts({facet: buckets[facet] for facet in facets}, more, labels)


@lru_cache(maxsize=2)
def _names_kept(index: str, followed: Followed) -> Names:
    return {}


def names_in(generation: Generation) -> Names:
    """The names read so far, which hold until the index changes; for `together`.

    None are kept of a transaction, which may be taken back.
    """
    if connection.in_atomic_block:
        return {}
    names = _names_kept(generation.folder.name, generation.followed())
    if len(names) > MOST_NAMES:
        names.clear()
    return names


def _named(wanted: Iterable[tuple[str, Any]]) -> Names:
    """The names of numbered records by facet and number: one query for all."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for facet, number in wanted:
        numbers[facet].append(number)
    queries = [
        RECORDS[facet]
        .objects.filter(pk__in=some)
        .order_by()
        .values_list(Value(facet, CharField()), "pk", "slug", "name")
        for facet, some in numbers.items()
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
    return together(list(answered(counting)), (facet,), names_in(generation))


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
    counted = list(answered(Counting(generation.searcher(), matcher, query, (facet,), size=size)))
    return together(counted, (facet,), names_in(generation)).buckets[facet]

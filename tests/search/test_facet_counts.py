"""Counts are exact, however many segments the index has."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest
from django.core.cache import cache
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from citations.index import generations, sync
from citations.index.facet_columns import COLUMNS, Fields
from citations.models import Quote, Speaker, State
from citations.query.parser import parse_query
from citations.search import facet_counts
from citations.search.facets import count_facet_values
from citations.search.find import count_searches, find_quotes
from citations.search.request import Search

SPEAKERS = 40


@pytest.fixture
def parted(transactional_db: None) -> list[str]:
    """Quotes in several segments, each with other speakers in front; the slugs of all speakers."""
    speakers = Speaker.objects.bulk_create(
        Speaker(slug=f"s{number:02}", name=f"Speaker {number}") for number in range(SPEAKERS)
    )
    chance, slugs = random.Random(7), []
    sync.rebuild_index()
    for part in range(4):
        weights = [1 / (1 + (number + 10 * part) % SPEAKERS) for number in range(SPEAKERS)]
        chosen = chance.choices(speakers, weights, k=150)
        Quote.objects.bulk_create(
            Quote(speaker=one, text=f"words {number % 3}", state=State.PUBLISHED)
            for number, one in enumerate(chosen)
        )
        slugs += [one.slug for one in chosen]
        sync.sync_index()
    return slugs


def most_frequent(slugs: list[str], how_many: int) -> dict[str, int]:
    counts = sorted(Counter(slugs).items(), key=lambda one: (-one[1], one[0]))
    return dict(counts[:how_many])


@pytest.mark.parametrize("kept", [2, 5, 20, 1000])
def test_the_most_frequent_values_are_counted_exactly(
    parted: list[str], kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facet_counts, "VALUES_PER_SEGMENT", kept)
    monkeypatch.setattr(facet_counts, "VALUES_PER_COLUMN", 12)
    found = find_quotes(Search(), ("speaker",))
    assert found.total == 600
    assert found.counts["speaker"] == most_frequent(parted, facet_counts.FACET_SIZE)
    assert list(found.counts["speaker"]) == list(most_frequent(parted, facet_counts.FACET_SIZE))
    assert found.more == {"speaker"}


PIECES = st.lists(
    st.lists(st.lists(st.integers(1, 15), max_size=5, unique=True), min_size=1, max_size=20),
    min_size=1,
    max_size=4,
)


@given(pieces=PIECES, kept=st.integers(1, 5), size=st.integers(1, 4), turn=st.integers(0, 4))
@pytest.mark.parametrize("facet", ["speaker", "topic", "first_year"])
def test_what_the_engine_leaves_open_is_counted_again(
    facet: str, pieces: list[list[list[int]]], kept: int, size: int, turn: int
) -> None:
    """Compared with plain counting, on segments that keep only their most frequent values."""
    if facet != "topic":  # of which a quote has several
        pieces = [[quote[:1] for quote in piece] for piece in pieces]
    true = Counter(value for piece in pieces for quote in piece for value in quote)
    counted = counted_in(pieces, facet, kept, size, turn)
    shown = len(true) if facet == "first_year" else size
    assert list(counted.buckets[facet].items()) == ranked(true)[:shown]
    assert (facet in counted.more) == (len(true) > shown)


def ranked(counts: Mapping[int, int]) -> list[tuple[int, int]]:
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))


def counted_in(
    pieces: list[list[list[int]]], facet: str, kept: int, size: int, turn: int
) -> facet_counts.FacetCounts:
    columns = COLUMNS[facet]
    filled = [[columns.column_values(quote, turn + n) for n, quote in enumerate(p)] for p in pieces]
    engine: Any = Pieces(filled)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(facet_counts, "VALUES_PER_SEGMENT", kept)
        patch.setattr(facet_counts, "VALUES_PER_COLUMN", 1)
        return facet_counts.FacetCounter(engine, engine, lambda quote: True, (facet,), size)()


Asked = Callable[[Fields], bool]


class Pieces:
    """Stands for the engine, as its documentation describes it, and for the query builder."""

    def __init__(self, pieces: list[list[Fields]]) -> None:
        self.pieces = pieces
        self.num_segments = len(pieces)

    def doc_freq(self, field: str, facet: str) -> int:
        return sum(self._has_overflow(quote, facet) for piece in self.pieces for quote in piece)

    def _has_overflow(self, quote: Fields, facet: str) -> bool:
        return bool(quote.get(COLUMNS[facet].overflow))

    def each_of(self, field: str, facets: list[str]) -> list[Asked]:
        return [lambda quote, facet=facet: self._has_overflow(quote, facet) for facet in facets]

    def one_of(self, column: str, values: list[int]) -> Asked:
        return lambda quote: not set(values).isdisjoint(values_in(quote, column))

    def all_of(self, asked: Iterable[Asked]) -> Asked:
        each = list(asked)
        return lambda quote: all(one(quote) for one in each)

    def any_of(self, asked: Iterable[Asked]) -> Asked:
        each = list(asked)
        return lambda quote: any(one(quote) for one in each)

    def aggregate(self, asked: Asked, terms: dict[str, Any]) -> dict[str, Any]:
        return {column: self._terms(asked, **terms[column]["terms"]) for column in terms}

    def _terms(self, asked: Asked, field: str, size: int, segment_size: int) -> dict[str, Any]:
        counts: Counter[int] = Counter()
        missed = others = 0
        for piece in self.pieces:
            within = Counter(v for quote in piece if asked(quote) for v in values_in(quote, field))
            in_order = ranked(within)
            counts.update(dict(in_order[:segment_size]))
            others += sum(count for _, count in in_order[segment_size:])
            missed += in_order[segment_size - 1][1] if len(in_order) > segment_size else 0
        in_order = ranked(counts)
        return {
            "buckets": [{"key": value, "doc_count": count} for value, count in in_order[:size]],
            "doc_count_error_upper_bound": missed,
            "sum_other_doc_count": others + sum(count for _, count in in_order[size:]),
        }


def values_in(quote: Fields, column: str) -> list[int]:
    value: Any = quote.get(column, [])
    return value if isinstance(value, list) else [value]


def test_a_new_index_ends_as_one_segment(
    parted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert generations.current_generation().searcher().num_segments > 1
    monkeypatch.setattr(generations, "MIN_COMMIT_SIZE", 10)
    searcher = sync.rebuild_index().searcher()
    assert (searcher.num_docs, searcher.num_segments) == (len(parted), 1)


def test_a_facets_own_filter_does_not_narrow_its_counts(parted: list[str]) -> None:
    first, second = list(most_frequent(parted, 2))
    found = find_quotes(Search(chosen={"speaker": (first, second)}), ("speaker", "lang"))
    counts = most_frequent(parted, facet_counts.FACET_SIZE)
    assert found.total == counts[first] + counts[second]
    assert found.counts == {"speaker": counts, "lang": {"en": found.total}}


def test_all_values_of_a_facet_can_be_listed(parted: list[str]) -> None:
    listed = count_facet_values(Search(), "speaker", size=SPEAKERS)
    assert listed.buckets["speaker"] == most_frequent(parted, SPEAKERS)
    assert not listed.more
    assert count_facet_values(Search(), "speaker", size=5).more == {"speaker"}


def test_values_are_found_by_the_words_of_their_names(parted: list[str]) -> None:
    listed = count_facet_values(Search(), "speaker", within="speak 1", size=SPEAKERS)
    expected = {slug for slug in parted if Speaker.objects.get(slug=slug).name[8:].startswith("1")}
    assert set(listed.buckets["speaker"]) == expected


def test_several_searches_are_counted_at_once(
    parted: list[str], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    searches = [Search(query=parse_query(text)) for text in ("words", '"words 1"', "nothing")]
    with django_assert_max_num_queries(2):  # a second one while the sync position has to wait
        assert count_searches(searches) == [600, 200, 0]


def test_counts_are_cached_only_as_long_as_they_are_right(parted: list[str]) -> None:
    cache.clear()
    before = find_quotes(Search())
    assert find_quotes(Search()) == before
    Quote.objects.filter(speaker__slug=parted[0]).delete()
    after = find_quotes(Search())
    assert after.total == 600 - parted.count(parted[0])
    assert parted[0] not in after.counts["speaker"]

"""Counts are exact, however the index is divided."""

import random
from collections import Counter

import pytest
from django.core.cache import cache
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from citations.models import Quote, Speaker, State
from citations.search import facets, follow
from citations.search.asking import Search
from citations.search.facets import values
from citations.search.find import count_each, find
from citations.search.query import parse

SPEAKERS = 40


@pytest.fixture
def parted(transactional_db: None) -> list[str]:
    """Quotes in several pieces of the index, each with other speakers in front; their speakers."""
    speakers = Speaker.objects.bulk_create(
        Speaker(slug=f"s{number:02}", name=f"Speaker {number}") for number in range(SPEAKERS)
    )
    chance, slugs = random.Random(7), []
    follow.rebuild()
    for part in range(4):
        weights = [1 / (1 + (number + 10 * part) % SPEAKERS) for number in range(SPEAKERS)]
        chosen = chance.choices(speakers, weights, k=150)
        Quote.objects.bulk_create(
            Quote(speaker=one, text=f"words {number % 3}", state=State.PUBLISHED)
            for number, one in enumerate(chosen)
        )
        slugs += [one.slug for one in chosen]
        follow.catch_up()
    return slugs


def most_frequent(slugs: list[str], how_many: int) -> dict[str, int]:
    counts = sorted(Counter(slugs).items(), key=lambda one: (-one[1], one[0]))
    return dict(counts[:how_many])


@pytest.mark.parametrize("kept", [2, 5, 20, 1000])
def test_the_most_frequent_are_counted_to_the_last(
    parted: list[str], kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facets, "KEPT", kept)
    monkeypatch.setattr(facets, "LISTED", 12)
    found = find(Search(), ("speaker",))
    assert found.total == 600
    assert found.counts["speaker"] == most_frequent(parted, facets.FACET_SIZE)
    assert list(found.counts["speaker"]) == list(most_frequent(parted, facets.FACET_SIZE))
    assert found.more == {"speaker"}


@given(data=st.data())
def test_what_the_engine_leaves_open_is_counted_again(data: st.DataObject) -> None:
    """Against a brute force: pieces of which only the fullest values are kept."""
    pieces = data.draw(
        st.lists(
            st.dictionaries(st.sampled_from("abcdefghij"), st.integers(1, 9), min_size=1),
            min_size=1,
            max_size=4,
        )
    )
    kept, size = data.draw(st.integers(1, 4)), data.draw(st.integers(1, 4))
    true = sum((Counter(piece) for piece in pieces), Counter())
    settled = Pieces(pieces, kept).settled(size)
    assert settled[:size] == sorted(true.items(), key=lambda one: (-one[1], one[0]))[:size]


class Pieces(facets.Counting):
    """The engine as its documentation has it, counting pieces of an index."""

    def __init__(self, pieces: list[dict[str, int]], kept: int) -> None:
        object.__setattr__(self, "pieces", pieces)
        object.__setattr__(self, "kept", kept)
        object.__setattr__(self, "matcher", self)
        object.__setattr__(self, "query", None)

    def settled(self, size: int) -> list[tuple[str, int]]:
        object.__setattr__(self, "size", size)
        found = self._aggregate(None, {"speaker": self.listed}, self.kept)
        return self._settled("speaker", found["speaker"])

    @property
    def listed(self) -> int:
        return self.size + 2

    def all_of(self, parts: list[object]) -> object:
        return parts[-1]

    def one_of(self, facet: str, values: list[str]) -> object:
        return set(values)

    def _aggregate(self, query: object, sizes: dict[str, int], kept: int) -> dict[str, object]:
        counts: Counter[str] = Counter()
        missed = 0
        for piece in self.pieces:
            within = {v: n for v, n in piece.items() if query is None or v in query}
            ranked = sorted(within.items(), key=lambda one: (-one[1], one[0]))
            counts.update(dict(ranked[:kept]))
            missed += ranked[kept - 1][1] if len(ranked) > kept else 0
        top = sorted(counts.items(), key=lambda one: (-one[1], one[0]))[: sizes["speaker"]]
        buckets = [{"key": value, "doc_count": count} for value, count in top]
        return {"speaker": {"buckets": buckets, "doc_count_error_upper_bound": missed}}


def test_a_facets_own_choice_does_not_narrow_its_counts(parted: list[str]) -> None:
    first, second = list(most_frequent(parted, 2))
    found = find(Search(chosen={"speaker": (first, second)}), ("speaker", "lang"))
    counts = most_frequent(parted, facets.FACET_SIZE)
    assert found.total == counts[first] + counts[second]
    assert found.counts == {"speaker": counts, "lang": {"en": found.total}}


def test_all_values_of_a_facet_can_be_listed(parted: list[str]) -> None:
    listed = values(Search(), "speaker", size=SPEAKERS)
    assert listed.buckets["speaker"] == most_frequent(parted, SPEAKERS)
    assert not listed.more
    assert values(Search(), "speaker", size=5).more == {"speaker"}


def test_values_are_found_by_the_words_of_their_names(parted: list[str]) -> None:
    listed = values(Search(), "speaker", within="speak 1", size=SPEAKERS)
    expected = {slug for slug in parted if Speaker.objects.get(slug=slug).name[8:].startswith("1")}
    assert set(listed.buckets["speaker"]) == expected


def test_several_searches_are_counted_in_one_look(
    parted: list[str], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    searches = [Search(asked=parse(text)) for text in ("words", '"words 1"', "nothing")]
    with django_assert_max_num_queries(2):  # a second one while the log's mark has to wait
        assert count_each(searches) == [600, 200, 0]


def test_counts_are_remembered_only_as_long_as_they_hold(parted: list[str]) -> None:
    cache.clear()
    before = find(Search())
    assert find(Search()) == before
    Quote.objects.filter(speaker__slug=parted[0]).delete()
    after = find(Search())
    assert after.total == 600 - parted.count(parted[0])
    assert parted[0] not in after.counts["speaker"]

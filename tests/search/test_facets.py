"""The values of facets: by words, as chosen, and their names."""

from dataclasses import replace

import pytest
from django.db import transaction

from citations.index import generations
from citations.models import Topic
from citations.query.parser import parse_query
from citations.search.facets import (
    cached_names,
    count_chosen_values,
    count_facet_values,
    counts_cache_key,
)
from citations.search.request import Search

pytestmark = pytest.mark.usefixtures("indexed")


def test_chosen_values_are_counted_and_unknown_ones_left_out() -> None:
    counts = count_chosen_values("speaker", ["kishida-fumio", "nobody"])
    assert counts == {"kishida-fumio": 5}


def test_values_include_those_that_their_own_filter_excludes() -> None:
    every = count_facet_values(Search(), "speaker").buckets["speaker"]
    chosen = Search(chosen={"speaker": ("kishida-fumio",)})
    assert count_facet_values(chosen, "speaker").buckets["speaker"] == every
    assert len(every) > 1
    others = count_facet_values(chosen, "lang").buckets["lang"]
    assert sum(others.values()) == 5


def test_values_are_found_by_words_of_their_names() -> None:
    found = count_facet_values(Search(), "topic", within="peace")
    assert "peace-treaty" in found.buckets["topic"]
    assert found.labels["topic"]["peace-treaty"] == Topic.objects.get(slug="peace-treaty").name
    assert count_facet_values(Search(), "topic", within="zzz").buckets["topic"] == {}
    assert found.is_current


def test_counts_are_cached_by_what_decides_them() -> None:
    generation = generations.current_generation()
    search = Search(parse_query("a"))
    key = counts_cache_key(generation, search, ("lang",))
    assert counts_cache_key(generation, replace(search, page=2), ("lang",)) == key
    assert counts_cache_key(generation, search, ("lang", "mode")) != key
    assert counts_cache_key(generation, Search(parse_query("b")), ("lang",)) != key


@pytest.mark.django_db(transaction=True)
def test_names_are_cached_outside_transactions_only() -> None:
    generation = generations.current_generation()
    cached_names(generation)["topic", 0] = ("slug", "name")
    assert cached_names(generation)["topic", 0] == ("slug", "name")
    with transaction.atomic():
        assert cached_names(generation) == {}

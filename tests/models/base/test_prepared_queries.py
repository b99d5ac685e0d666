"""Queries built once: the rows of the ORM for any number of keys, as the database is now."""

from collections.abc import Sequence
from typing import Any

import pytest
from django.db.models import QuerySet
from pytest_django import DjangoAssertNumQueries

from citations.models import Appearance, Quote
from citations.models.base.prepared_queries import MOST_KEYS, PreparedQuery
from tests.support.rows import quote, saved

COLUMNS = ("pk", "text", "occasion__date_earliest", "changed", "appearances__article__byline")


def published(keys: Sequence[int]) -> "QuerySet[Any, Any]":
    return (
        Quote.objects.published()
        .filter(pk__in=keys)
        .order_by("pk", "appearances__pk")
        .values_list(*COLUMNS)
    )


def test_the_rows_are_those_of_the_orm_for_any_number_of_keys(printed: None) -> None:
    keys = list(Quote.objects.values_list("pk", flat=True))
    prepared = PreparedQuery(published)
    assert len(keys) > 10
    assert Appearance.objects.exists()
    for number in (1, 2, 3, 4, 5, 9, len(keys)):
        for _ in range(2):
            assert prepared.read_rows_of(keys[:number]) == list(published(keys[:number]))


def test_the_sql_is_built_once_for_similar_numbers_of_keys(db: None) -> None:
    built = []

    def build(keys: Sequence[int]) -> "QuerySet[Any, Any]":
        built.append(len(keys))
        return published(keys)

    prepared = PreparedQuery(build)
    for number in range(1, 21):
        prepared.read_rows_of(range(1, number + 1))
    assert built == [1, 2, 4, 8, 16, 32]


def test_a_quote_is_gone_with_the_change_that_hides_it(
    db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    number = saved(quote(state="published")).pk
    prepared = PreparedQuery(published)
    with django_assert_num_queries(1):
        assert [row[0] for row in prepared.read_rows_of([number])] == [number]
    Quote.objects.filter(pk=number).update(state="proposed")
    assert prepared.read_rows_of([number]) == []


def test_many_keys_are_read_in_one_query_and_none_in_no_query(
    db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    number = saved(quote(state="published")).pk
    prepared = PreparedQuery(published)
    with django_assert_num_queries(1):
        [row] = prepared.read_rows_of([*range(-MOST_KEYS, 0), number])
    assert row[0] == number
    with django_assert_num_queries(0):
        assert prepared.read_rows_of([]) == []


def test_a_query_may_have_no_keys(db: None) -> None:
    saved(quote(state="published"))
    prepared = PreparedQuery(lambda _: Quote.objects.published().values_list("text"))
    assert prepared.read_rows() == [("We will rebuild",)]


def test_keys_that_stand_in_two_places_are_refused(db: None) -> None:
    odd = PreparedQuery(lambda keys: Quote.objects.filter(pk__in=keys[::2]).values_list("pk"))
    with pytest.raises(ValueError, match="not one list"):
        odd.read_rows_of([1, 2])

"""Merges are described by the names of their records."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from citations.admin.curation.merge_names import describe_merge, find_names
from citations.curation.merging.merge import merge_records
from citations.models import Merge, Speaker


@pytest.fixture
def merge(two: tuple[Speaker, Speaker], root: Client) -> Merge:
    kept, merged = two
    return merge_records("speaker", kept.pk, merged.pk, User.objects.get(), "one man")


def test_a_merge_is_described_by_the_names_of_its_records(merge: Merge) -> None:
    assert describe_merge(merge).lower() == "speaker “a speaker” into “speaker a”"


def test_equal_names_are_distinguished_by_their_slugs(merge: Merge) -> None:
    Speaker.objects.update(name="A Speaker")
    expected = "Speaker “A Speaker (a-speaker)” into “A Speaker (kept)”"
    assert describe_merge(merge).lower() == expected.lower()


def test_a_record_that_is_gone_is_described_by_its_slug() -> None:
    merge = Merge(kind="speaker", merged="gone", kept="gone-too")
    assert describe_merge(merge).lower() == "speaker “gone” into “gone-too”"


def test_names_take_one_query_for_each_kind(
    merge: Merge, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    unsaved = [Merge(kind="publication", merged=f"p{n}", kept="p") for n in range(3)]
    with django_assert_num_queries(2):
        names = find_names([merge, merge, *unsaved])
    assert names == {("speaker", "a-speaker"): "A Speaker", ("speaker", "kept"): "Speaker A"}

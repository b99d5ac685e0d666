"""Merges: where a merged record's address leads, and pairs that are different."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from citations.models import Different, Merge
from tests.support.rows import messages, saved

pytestmark = pytest.mark.django_db


def merge(merged: str, kept: str, **fields: Any) -> Merge:
    user, _ = User.objects.get_or_create(username="curator")
    return Merge(kind="speaker", merged=merged, kept=kept, reason="same", by=user, **fields)


def undone() -> dict[str, Any]:
    user, _ = User.objects.get_or_create(username="curator")
    return {"undone_by": user, "undone_at": timezone.now()}


def test_an_address_leads_through_all_merges_to_the_last() -> None:
    saved(merge("a", "b"))
    saved(merge("b", "c"))
    assert Merge.objects.target_of("speaker", "a") == "c"
    assert Merge.objects.target_of("speaker", "b") == "c"
    assert Merge.objects.target_of("speaker", "c") == ""
    assert Merge.objects.target_of("quote", "a") == ""


def test_a_merge_that_was_undone_leads_nowhere() -> None:
    saved(merge("a", "b", **undone()))
    assert not Merge.objects.in_force().exists()
    assert Merge.objects.target_of("speaker", "a") == ""
    saved(merge("a", "c"))
    assert Merge.objects.target_of("speaker", "a") == "c"


def test_a_circle_of_merges_ends() -> None:
    saved(merge("a", "b"))
    saved(merge("b", "a"))
    assert Merge.objects.target_of("speaker", "a") == ""


def test_a_record_is_merged_once_and_not_into_itself() -> None:
    saved(merge("a", "b"))
    assert "That record is already merged." in messages(merge("a", "c"))
    assert "A record cannot be merged into itself." in messages(merge("d", "d"))


def test_pairs_are_of_one_kind_and_marked_once() -> None:
    user = User.objects.create(username="curator")
    saved(Different(kind="speaker", one="a", other="b", by=user))
    assert Different.objects.pairs("speaker") == {("a", "b")}
    assert Different.objects.pairs("article") == set()
    again = Different(kind="speaker", one="a", other="b", by=user)
    assert messages(again) == ["These records are already marked as different."]

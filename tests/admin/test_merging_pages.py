"""Merging on the curators' pages: seen before it is done, with a reason, and taken back."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from citations.models import Different, Merge, Quote, Speaker, SpeakerName

MERGES = "/admin/citations/merge/"


@pytest.fixture
def two(quote: Quote) -> tuple[Speaker, Speaker]:
    kept = Speaker.objects.create(slug="kept", name="Speaker A")
    SpeakerName.objects.create(speaker=kept, name="A Speaker", order="given-first")
    return kept, quote.speaker


def preview(two: tuple[Speaker, Speaker]) -> str:
    return reverse("admin:citations_merge_preview", args=["speaker", two[0].pk, two[1].pk])


def test_two_selected_are_seen_merged_and_taken_apart(
    editor: Client, two: tuple[Speaker, Speaker]
) -> None:
    chosen = {"action": "merge_selected", "_selected_action": [each.pk for each in two]}
    response = editor.post("/admin/citations/speaker/", chosen)
    assert response.status_code == 302
    page = editor.get(preview(two)).content.decode()
    assert "1 quote" in page
    editor.post(preview(two), {"reason": "one man"})
    assert Quote.objects.get().speaker == two[0]
    done = Merge.objects.get()
    assert "one man" in editor.get(MERGES).content.decode()
    editor.post(f"{MERGES}undo/{done.pk}/")
    assert Quote.objects.get().speaker == two[1]


def test_without_a_reason_nothing_is_merged(editor: Client, two: tuple[Speaker, Speaker]) -> None:
    assert "This field is required" in editor.post(preview(two), {"reason": " "}).content.decode()
    assert not Merge.objects.exists()


def test_a_merge_is_of_two(editor: Client, two: tuple[Speaker, Speaker]) -> None:
    chosen = {"action": "merge_selected", "_selected_action": [two[0].pk]}
    page = editor.post("/admin/citations/speaker/", chosen, follow=True).content.decode()
    assert "Select two records" in page


def test_what_is_not_the_same_is_told_apart(editor: Client, two: tuple[Speaker, Speaker]) -> None:
    address = f"{MERGES}likely/speaker/"
    assert "the same name" in editor.get(address).content.decode()
    editor.post(address, {"one": two[0].pk, "other": two[1].pk})
    assert Different.objects.get().kind == "speaker"
    assert "Nothing looks alike." in editor.get(address).content.decode()


NOWHERE = [
    "likely/person/", "speaker/1/1/", "speaker/x/2/", "person/1/2/", "undo/x/", "undo/0/",
    "speaker/99999999999999999999/1/", "1/change/",
]  # fmt: skip


@pytest.mark.parametrize("address", NOWHERE)
def test_what_is_not_there_is_not_found(editor: Client, address: str) -> None:
    assert editor.get(f"{MERGES}{address}").status_code in (302, 404)
    assert editor.post(f"{MERGES}{address}").status_code in (302, 403, 404)


def test_only_editors_merge(curator: Client, two: tuple[Speaker, Speaker]) -> None:
    for address in (preview(two), MERGES, f"{MERGES}likely/speaker/", f"{MERGES}undo/1/"):
        response: Any = curator.post(address, {"reason": "x"})
        assert response.status_code == 403
    assert "merge_selected" not in curator.get("/admin/citations/speaker/").content.decode()


def test_the_pages_ask_few_queries(
    editor: Client,
    two: tuple[Speaker, Speaker],
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for address in (preview(two), f"{MERGES}likely/speaker/", MERGES):
        editor.get(address)
        with django_assert_max_num_queries(15):
            editor.get(address)

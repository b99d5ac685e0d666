"""The pages that suggest, preview, make and undo merges."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from citations.models import Different, Merge, Quote, Speaker
from tests.support.curating import visible_text

MERGES = "/admin/citations/merge/"


def preview(two: tuple[Speaker, Speaker]) -> str:
    return reverse("admin:citations_merge_preview", args=["speaker", two[0].pk, two[1].pk])


def test_two_selected_records_are_previewed_merged_and_separated_again(
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


def test_a_pair_that_is_not_the_same_is_not_suggested_again(
    editor: Client, two: tuple[Speaker, Speaker]
) -> None:
    address = f"{MERGES}likely/speaker/"
    assert "the same name" in editor.get(address).content.decode()
    editor.post(address, {"one": two[0].pk, "other": two[1].pk})
    assert Different.objects.get().kind == "speaker"
    assert "No likely duplicates." in editor.get(address).content.decode()


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


def test_the_pages_take_few_queries(
    editor: Client,
    two: tuple[Speaker, Speaker],
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for address in (preview(two), f"{MERGES}likely/speaker/", MERGES):
        editor.get(address)
        with django_assert_max_num_queries(15):
            editor.get(address)


def test_the_list_names_the_records_and_links_to_undo(
    editor: Client, two: tuple[Speaker, Speaker]
) -> None:
    editor.post(preview(two), {"reason": "one man"})
    page = editor.get(MERGES)
    assert "“A Speaker” into “Speaker A”" in visible_text(page)
    assert f'href="{MERGES}undo/{Merge.objects.get().pk}/"' in page.content.decode()
    for plural in ("speakers", "publications", "articles", "quotes"):
        assert f"Likely duplicates: {plural}" in visible_text(page)


@pytest.mark.parametrize(
    ("changes", "added", "sentences"),
    [
        (1, 0, "This reverts 1 change. If"),
        (2, 1, "This reverts 2 changes. It deletes 1 record that the merge added. If"),
        (1, 2, "This reverts 1 change. It deletes 2 records that the merge added. If"),
    ],
)
def test_undoing_says_how_much_it_reverts(
    editor: Client, two: tuple[Speaker, Speaker], changes: int, added: int, sentences: str
) -> None:
    editor.post(preview(two), {"reason": "one man"})
    merge = Merge.objects.get()
    merge.changes, merge.added = merge.changes[:1] * changes, [["topic", 1]] * added
    merge.save()
    assert sentences in visible_text(editor.get(f"{MERGES}undo/{merge.pk}/"))

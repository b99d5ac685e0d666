"""The action that leads to the preview of a merge."""

from django.test import Client
from django.urls import reverse

from citations.admin.curation.merge_action import merge_preview_address
from citations.models import Speaker


def test_a_merge_is_of_two(editor: Client, two: tuple[Speaker, Speaker]) -> None:
    chosen = {"action": "merge_selected", "_selected_action": [two[0].pk]}
    page = editor.post("/admin/citations/speaker/", chosen, follow=True).content.decode()
    assert "Select exactly two records" in page


def test_two_selected_records_lead_to_their_preview(
    editor: Client, two: tuple[Speaker, Speaker]
) -> None:
    older, newer = sorted(each.pk for each in two)
    selected = {"action": "merge_selected", "_selected_action": [newer, older]}
    response = editor.post(reverse("admin:citations_speaker_changelist"), selected)
    assert response["Location"] == merge_preview_address("speaker", older, newer)

"""Occasions and topics in the admin."""

import pytest
from django.test import Client
from django.urls import reverse

from citations.admin.base import bounded_lists
from citations.models import Occasion, Topic
from tests.support.curating import admin_address


def test_a_short_list_is_ordered_by_the_column_asked_for(curator: Client) -> None:
    for slug, name in [("a", "Zeta"), ("b", "Alpha"), ("c", "Mu")]:
        Topic.objects.create(slug=slug, name=name)
    page = curator.get(reverse("admin:citations_topic_changelist"), {"o": "-2"})
    assert [one.slug for one in page.context["cl"].result_list] == ["c", "b", "a"]


def test_a_slug_is_entered_once(editor: Client) -> None:
    occasion = Occasion.objects.create(slug="rally-2024", date="2024", event="Rally")
    added = editor.get(reverse("admin:citations_occasion_add")).content.decode()
    assert 'name="slug"' in added
    assert 'name="slug"' not in editor.get(admin_address(occasion)).content.decode()


def test_an_old_occasion_is_found_by_the_start_of_its_slug(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded_lists, "NEWEST_SEARCHED", 1)
    for year in ("1990", "2000", "2010"):
        Occasion.objects.create(slug=f"summit-{year}", date=year, event="Summit")
    page = editor.get(reverse("admin:citations_occasion_changelist"), {"q": "Summit 1990"})
    assert [row.date for row in page.context["cl"].result_list] == ["1990"]

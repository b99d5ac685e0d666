"""No address, parameter or posted value breaks a page of the admin."""

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from citations.admin.base.record_admin import is_record_number, is_unreadable
from citations.models import Article, Occasion, Publication, Quote, Speaker, Topic
from tests.support.curating import (
    admin_address,
    name_row,
    save_quote,
    speaker_form_data,
    visible_text,
)


@pytest.fixture
def records(quote: Quote, article: Article) -> None:
    Publication.objects.create(slug="p", name="P", kind="website")
    Occasion.objects.create(slug="o", date="2024")
    Topic.objects.create(slug="t", name="T")


@pytest.mark.parametrize("number", ["99999999999999999999", "0", "-1", "abc", "_00", "1" * 500])
@pytest.mark.parametrize("page", ["change", "history", "delete"])
def test_no_address_of_a_record_breaks(root: Client, page: str, number: str) -> None:
    for model in admin.site._registry:
        label = f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}"
        assert root.get(reverse(label, args=[number])).status_code in (302, 403, 404), model


@pytest.mark.parametrize(
    "parameters",
    [
        {"q": "\0"},
        {"q": "x" * 10_000},
        {"p": "99999999999999999999"},
        {"p": "\0"},
        {"state__exact": "\0"},
        {"id": "99999999999999999999"},
        {"id__in": "99999999999999999999"},
        {"topics__id__exact": "99999999999999999999"},
        {"topics__id__exact": "abc"},
        {"verdict": "\0"},
        {"o": "99.-99.abc"},
        {"e": "1"},
        {"nonsense": "1"},
        # What fails in the database, or only on one of the two.
        {"mode__regex": "("},
        {"text__iregex": "("},
        {"id__range": "1"},
        {"last_login__year": "0"},
        {"taken_at__year__gt": "99999"},
        {"segments__contains": "1"},
        {"segments__0": "1"},
        {"segments__exact": "["},
        {"byline": "["},
        {"byline__in": "[,{"},
        {"last_login": "0001-01-01 00:00+14:00"},
        {"taken_at__exact": "9999-12-31 23:59-14:00"},
        {"birth_earliest__isnull": "x"},
        {"exact": "1"},
        {"__": "1"},
    ],
)
def test_no_list_breaks(root: Client, records: None, parameters: dict[str, str]) -> None:
    for model in admin.site._registry:
        label = f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
        assert root.get(reverse(label), parameters).status_code in (200, 302, 400), model


@pytest.mark.parametrize("number", ["99999999999999999999", "abc", "\0", ""])
def test_no_posted_number_breaks(root: Client, quote: Quote, number: str) -> None:
    changelist = reverse("admin:citations_quote_changelist")
    chosen = {"action": "publish", "_selected_action": [number]}
    assert root.post(changelist, chosen).status_code in (200, 302, 404)
    fields = ("speaker", "occasion", "position", "topics", "correct_speaker")
    page = save_quote(
        root, quote, {"article": number, "words": "x"}, **dict.fromkeys(fields, number)
    )
    assert page.status_code == 200
    page = save_quote(root, quote, {"id": number, "article": "1", "words": "x"})
    assert page.status_code == 200
    added = reverse("admin:citations_quote_add")
    assert root.get(added, dict.fromkeys(fields, number)).status_code == 200


@pytest.mark.parametrize("term", ["\0", "x" * 10_000, "-", "kishida"])
def test_no_autocomplete_breaks(root: Client, term: str) -> None:
    for field in ("speaker", "occasion", "topics", "correct_speaker"):
        asked = {
            "term": term, "app_label": "citations", "model_name": "quote", "field_name": field,
        }  # fmt: skip
        assert root.get(reverse("admin:autocomplete"), asked).status_code == 200


@pytest.mark.parametrize("page", ["change", "history", "delete"])
def test_an_empty_parameter_of_the_admin_counts_as_absent(
    root: Client, records: None, page: str
) -> None:
    for model in admin.site._registry:
        record = model._default_manager.first()
        if record:
            there = root.get(admin_address(record, page)).status_code
            assert root.get(admin_address(record, page) + "?_to_field=").status_code == there, model


def test_every_page_of_every_record_opens(root: Client, seed: None) -> None:
    for model in admin.site._registry:
        record = model._default_manager.first()
        pages = ["change", "history"] if record else []
        for page in pages:
            assert root.get(admin_address(record, page)).status_code == 200, (model, page)


def test_a_key_is_shown_once_it_is_given(editor: Client, quote: Quote) -> None:
    assert f"Key: {quote.key}" in visible_text(editor.get(admin_address(quote)))
    assert "Key: –" in visible_text(editor.get(reverse("admin:citations_quote_add")))


def test_what_only_the_database_notices_is_an_error_and_nothing_is_saved(
    curator: Client, speaker: Speaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    speaker.names.create(name="One")
    monkeypatch.setattr(
        "citations.admin.base.record_forms.RecordForm.validate_unique", lambda form: None
    )
    data = speaker_form_data(speaker, names=[name_row("One", "alias")]) | {"description": "New."}
    page = curator.post(admin_address(speaker), data, follow=True)
    assert "somebody else has just saved the same" in visible_text(page)
    speaker.refresh_from_db()
    assert speaker.description == ""


@pytest.mark.parametrize(
    ("value", "is_number"),
    [("0", True), ("17", True), ("9" * 18, True), ("9" * 19, False), ("-1", False), ("", False),
     ("1 ", False), ("x", False), ("١", False)],
)  # fmt: skip
def test_a_record_number_has_up_to_18_digits(value: str, *, is_number: bool) -> None:
    assert is_record_number(value) is is_number


@pytest.mark.parametrize(
    ("name", "value", "unreadable"),
    [
        ("q", "words", False),
        ("q", "9" * 30, False),  # a search may contain any number
        ("q", "a\0b", True),
        ("id", "9" * 19, True),
        ("id", "17", False),
    ],
)
def test_null_characters_and_long_numbers_cannot_be_looked_up(
    name: str, value: str, *, unreadable: bool
) -> None:
    assert is_unreadable(name, value) is unreadable

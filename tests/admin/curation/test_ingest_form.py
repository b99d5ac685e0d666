"""The two forms that add an article."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from citations.admin.curation.ingest_form import IngestSourceForm
from citations.models import Article
from tests.support.curating import INGEST_TEXT, read_source, save_ingest

REFUSED: list[tuple[dict[str, Any], str]] = [
    ({}, "Give exactly one of a file"),
    ({"pasted": "x", "address": "https://example.org/"}, "Give exactly one of"),
    ({"address": "http://127.0.0.1/"}, "not on the public web"),
    ({"address": "ftp://example.org/"}, "The address must begin with http"),
    ({"pasted": "a\0b"}, "Null characters are not allowed"),
]


@pytest.mark.parametrize(("given", "message"), REFUSED)
def test_an_unreadable_source_is_a_form_error(
    curator: Client, given: dict[str, Any], message: str
) -> None:
    assert message in read_source(curator, **given).content.decode()


def test_a_file_that_is_not_text_is_a_form_error(curator: Client) -> None:
    shown = read_source(curator, file=SimpleUploadedFile("a.txt", b"\x7fELF\0\0"))
    assert "The file is not text" in shown.content.decode()


WRONG = [
    ({"headline": ""}, "This field is required"),
    ({"published": "8/2/2024"}, "is not a date that can be read"),
    ({"language": "English!"}, "BCP 47"),
    ({"kind": "song"}, "Select a valid choice"),
    ({"record": "copy"}, "Select a valid choice"),
    ({"publication": "99999999999999999999"}, "Select a valid choice"),
    ({"text": " \n "}, "these are only spaces"),
    ({"url": "javascript:alert(1)"}, "Enter a valid URL"),
]


@pytest.mark.parametrize(("changed", "message"), WRONG)
def test_a_wrong_value_is_a_form_error_and_nothing_is_saved(
    curator: Client, changed: dict[str, str], message: str
) -> None:
    response = save_ingest(curator, read_source(curator, pasted=INGEST_TEXT), **changed)
    assert response.status_code == 200
    assert message in response.content.decode()
    assert not Article.objects.exists()


def test_two_sources_at_once_are_refused_without_reading_them() -> None:
    form = IngestSourceForm({"pasted": "x", "address": "https://example.org/"})
    assert not form.is_valid()
    assert "document" not in form.cleaned_data

"""A draft: pasted, in a file, or sent again."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from citations.drafts.check import MOST_BYTES
from citations.forms.draft import CheckForm, validate_draft


def docx_of(text: str) -> bytes:
    document, file = Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(file)
    return file.getvalue()


def test_a_pasted_text_is_the_draft_with_unix_line_ends() -> None:
    form = CheckForm({"text": "One.\r\nTwo.", "published": "2022-03"})
    assert form.is_valid(), form.errors
    assert (form.draft, form.day, form.docx) == ("One.\nTwo.", "2022-03", b"")


def test_a_draft_is_needed() -> None:
    form = CheckForm({"text": "  "})
    assert not form.is_valid()
    assert form.errors["text"] == ["Paste the draft, or choose its file."]
    assert form.day == ""


def test_a_file_comes_before_a_pasted_text() -> None:
    file = SimpleUploadedFile("draft.txt", b"From the file.")
    form = CheckForm({"text": "Pasted."}, {"file": file})
    assert form.is_valid(), form.errors
    assert form.draft.strip() == "From the file."
    assert form.docx_as_base64 == ""


def test_a_docx_is_sent_again_by_the_page() -> None:
    first = CheckForm({}, {"file": SimpleUploadedFile("draft.docx", docx_of("A draft."))})
    assert first.is_valid(), first.errors
    again = CheckForm({"original": first.docx_as_base64})
    assert again.is_valid(), again.errors
    assert again.draft == first.draft
    assert again.docx == first.docx


@pytest.mark.parametrize("copy", ["no base64!", "bm8gZG9jeA=="])
def test_a_copy_that_cannot_be_read_is_an_error(copy: str) -> None:
    form = CheckForm({"original": copy})
    assert not form.is_valid()
    errors = [error for errors in form.errors.values() for error in errors]
    assert "The file that was sent again cannot be read: choose it once more." in errors


@pytest.mark.parametrize("text", ["a\0b", "half \ud800", "x" * (MOST_BYTES + 1)])
def test_a_draft_that_cannot_be_checked_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        validate_draft(text)


def test_the_largest_draft_is_accepted() -> None:
    validate_draft("x" * MOST_BYTES)

"""A draft to be checked: pasted, from a file, or sent again for another way to take it along."""

import binascii
import re
from base64 import b64decode, b64encode
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from citations.documents.detection import DOCUMENT_FORMATS, is_docx
from citations.documents.document import UnreadableDocumentError
from citations.drafts.check import MOST_BYTES, TOO_LARGE, read_draft
from citations.forms.citation import CitationForm
from citations.forms.parameter_fields import EdtfDateField

NOTHING = "Paste the draft, or choose its file."
NO_CHARACTER = "It holds what is no character: NUL, or half of one. Leave it out."
LOST = "The file sent again cannot be read: choose it anew."
_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")


def checked_text(text: str) -> str:
    """The text as it is. Raises ValidationError where it is too long or holds no characters."""
    if _NO_CHARACTER.search(text):
        raise ValidationError(NO_CHARACTER)
    if len(text.encode()) > MOST_BYTES:
        raise ValidationError(TOO_LARGE)
    return text


class CheckForm(CitationForm):
    """`draft` is the text to be checked, `docx` the bytes of a .docx that it was read from."""

    text = forms.CharField(required=False, strip=False, label="The draft", widget=forms.Textarea)
    file = forms.FileField(
        required=False, label="Or its file", help_text=f"{DOCUMENT_FORMATS}, up to 5 MB."
    )
    published = EdtfDateField(required=False, label="Its date")
    cite = forms.BooleanField(required=False, label="Put the citation behind each quotation")
    # A .docx that was uploaded before: nothing is kept here, so the page sends it again.
    original = forms.CharField(required=False, widget=forms.HiddenInput)

    draft = ""
    docx = b""

    def clean_text(self) -> str:
        return checked_text(self.cleaned_data["text"].replace("\r\n", "\n"))

    def clean_original(self) -> bytes:
        try:
            return b64decode(self.cleaned_data["original"], validate=True)
        except (binascii.Error, ValueError) as problem:
            raise ValidationError(LOST) from problem

    def clean(self) -> None:
        super().clean()
        given: dict[str, Any] = self.cleaned_data
        file: UploadedFile[Any] | None = given.get("file")
        try:
            if file:
                self._read("file", file.read(MOST_BYTES + 1), file.name or "")
            elif given.get("original"):
                self._read("original", given["original"], "draft.docx")
            elif given.get("text", "").strip():
                self.draft = given["text"]
            elif not self.errors:
                self.add_error("text", NOTHING)
        except UnreadableDocumentError as problem:
            self.add_error("file", str(problem))

    def _read(self, name: str, data: bytes, called: str) -> None:
        self.draft = read_draft(data, called)
        if is_docx(data):
            self.docx = data
        elif name == "original":
            self.add_error(name, LOST)

    @property
    def sent_again(self) -> str:
        """The .docx as the page sends it again; "" where there is none."""
        return b64encode(self.docx).decode()

    @property
    def day(self) -> str:
        """The draft's date, as EDTF."""
        found = self.cleaned_data.get("published")
        return found.text if found else ""

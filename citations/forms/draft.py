"""The form of a draft to check: pasted, from a file, or sent again for a download."""

import binascii
import re
from base64 import b64decode, b64encode
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from citations.documents.detection import DOCUMENT_FORMATS, is_docx
from citations.documents.document import UnreadableDocumentError
from citations.drafts.check import MOST_BYTES, TOO_LARGE, read_draft
from citations.forms.citation import CitationForm
from citations.forms.parameter_fields import EdtfDateField

NO_DRAFT = _("Paste the draft, or choose its file.")
INVALID_CHARACTERS = _(
    "The text contains invalid characters (NUL or half of a surrogate pair): remove them."
)
UNREADABLE_COPY = _("The file that was sent again cannot be read: choose it once more.")
_INVALID_CHARACTERS = re.compile("[\0\ud800-\udfff]")


def validate_draft(text: str) -> None:
    """Raise ValidationError if the text is too long or has invalid characters."""
    if _INVALID_CHARACTERS.search(text):
        raise ValidationError(INVALID_CHARACTERS)
    if len(text.encode()) > MOST_BYTES:
        raise ValidationError(TOO_LARGE)


class CheckForm(CitationForm):
    """`draft` is the text to check, `docx` the bytes of the .docx that it was read from."""

    text = forms.CharField(required=False, strip=False, label=_("Draft"), widget=forms.Textarea)
    file = forms.FileField(
        required=False,
        label=_("Or its file"),
        help_text=format_lazy(_("{formats}, up to 5 MB."), formats=DOCUMENT_FORMATS),
    )
    published = EdtfDateField(required=False, label=_("Date of the draft"))
    cite = forms.BooleanField(required=False, label=_("Insert a citation after each quotation"))
    # A .docx that was uploaded before: the site stores no drafts, so the page sends it again.
    original = forms.CharField(required=False, widget=forms.HiddenInput)

    draft = ""
    docx = b""

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"].replace("\r\n", "\n")
        validate_draft(text)
        return text

    def clean_original(self) -> bytes:
        try:
            return b64decode(self.cleaned_data["original"], validate=True)
        except (binascii.Error, ValueError) as problem:
            raise ValidationError(UNREADABLE_COPY) from problem

    def clean(self) -> None:
        super().clean()
        given: dict[str, Any] = self.cleaned_data
        file: UploadedFile[Any] | None = given.get("file")
        try:
            if file:
                self._read_file("file", file.read(MOST_BYTES + 1), file.name or "")
            elif given.get("original"):
                self._read_file("original", given["original"], "draft.docx")
            elif given.get("text", "").strip():
                self.draft = given["text"]
            elif not self.errors:
                self.add_error("text", NO_DRAFT)
        except UnreadableDocumentError as problem:
            self.add_error("file", str(problem))

    def _read_file(self, field: str, data: bytes, name: str) -> None:
        self.draft = read_draft(data, name)
        if is_docx(data):
            self.docx = data
        elif field == "original":
            self.add_error(field, UNREADABLE_COPY)

    @property
    def docx_as_base64(self) -> str:
        """The .docx as the page sends it again; "" if there is none."""
        return b64encode(self.docx).decode()

    @property
    def day(self) -> str:
        """The date of the draft in EDTF, or ""."""
        found = self.cleaned_data.get("published")
        return found.text if found else ""

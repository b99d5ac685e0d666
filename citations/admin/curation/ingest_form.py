"""Bringing an article: from a file, an address or pasted words, and what is said of it."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError

from citations.admin.base.names_field import NamesField
from citations.admin.base.pasted_words import WordsField
from citations.admin.base.record_admin import OneRecord
from citations.curation.ingest import How, Recognised
from citations.documents.detection import LONGEST_TEXT, Reading, UnreadableError, read
from citations.fetching.fetch import fetch
from citations.forms.parameter_fields import EdtfDateField
from citations.models import Article, ArticleKind, Publication
from citations.models.base.edtf_fields import validate_language

ONE_OF_THREE = "Bring a file, an address, or pasted words: one of them."
HELD = "This text is held already, of {}."
SEPARATE = (How.TAKEN.value, "an article of its own")


class BringForm(forms.Form):
    """Where the article is. What is read of it is then seen and mended."""

    file = forms.FileField(
        required=False, help_text="Text, Markdown, HTML, .docx, .odt, or PDF with a text layer."
    )
    address = forms.URLField(
        required=False, max_length=2000, assume_scheme="https", help_text="Of the page itself."
    )
    pasted = WordsField(
        label="Pasted words",
        required=False,
        strip=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="The article's text, or the source of its page.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        given = [name for name in self.fields if cleaned.get(name)]
        if not self.errors and len(given) != 1:
            raise ValidationError(ONE_OF_THREE)
        if not self.errors:
            try:
                cleaned["reading"], cleaned["origin"] = self._read(given[0])
            except UnreadableError as problem:
                self.add_error(given[0], str(problem))
        return cleaned

    def _read(self, name: str) -> tuple[Reading, str]:
        value = self.cleaned_data[name]
        if name == "file":
            return read(value.read(), value.name), value.name
        if name == "address":
            page = fetch(value)
            return read(page.data, page.name, charset=page.charset, url=page.url), page.url
        return read(value.encode()), "pasted"


def filled_in(
    reading: Reading, origin: str, publication: Publication | None, known: Recognised
) -> dict[str, Any]:
    """The values of `TakeForm` for what was read."""
    return {
        "headline": reading.headline,
        "byline": list(reading.byline),
        "publication": publication and publication.pk,
        "kind": reading.kind,
        "published": reading.published,
        "language": reading.language or "en",
        "url": reading.url,
        "origin": origin,
        "text": reading.text,
        "record": known.how.value,
    }


class TakeForm(forms.Form):
    """The article as it is to be kept. Nothing is saved before this is sent."""

    record = forms.ChoiceField(label="Keep as", widget=forms.RadioSelect, choices=[SEPARATE])
    headline = forms.CharField(max_length=500)
    byline = NamesField(required=False, help_text="The authors as printed, one a line.")
    publication = forms.ModelChoiceField(
        Publication.objects.all(),
        required=False,
        widget=OneRecord(Article._meta.get_field("publication"), admin.site),
    )
    kind = forms.ChoiceField(choices=ArticleKind.choices)
    published = EdtfDateField(required=False, help_text="EDTF, like 2024-02-08; empty if unknown.")
    language = forms.CharField(max_length=35, validators=[validate_language])
    url = forms.URLField(label="Address", required=False, max_length=2000, assume_scheme="https")
    origin = forms.CharField(max_length=500, required=False)
    text = WordsField(
        strip=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text="A blank line between paragraphs. Once saved it is never edited.",
    )

    def __init__(self, *args: Any, known: Recognised, **options: Any) -> None:
        super().__init__(*args, **options)
        self.known = known
        record: Any = self.fields["record"]
        if known.of:
            copy = (How.COPY.value, f"a copy, derived from: {known.of}")
            newer = (How.NEWER.value, f"a newer text of: {known.of}")
            record.choices = [copy, newer, SEPARATE]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("text", "x").strip():
            self.add_error("text", "Paste the text: these are only spaces.")
        if self.known.how == How.HELD:
            self.add_error("text", HELD.format(self.known.of))
        return cleaned

    def reading(self) -> Reading:
        """What is to be kept. To be called when valid."""
        data = self.cleaned_data
        return Reading(
            text=data["text"],
            headline=data["headline"],
            byline=tuple(data["byline"]),
            published=data["published"].text if data["published"] else "",
            language=data["language"],
            url=data["url"],
            kind=data["kind"],
        )

    def chosen(self) -> Recognised:
        """What it is, as the curator decided."""
        how = How(self.cleaned_data["record"])
        return Recognised(how, None if how == How.TAKEN else self.known.of)

"""The two forms that add an article: where its text is, then its metadata to check."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from citations.admin.base.names_field import NamesField
from citations.admin.base.pasted_words import WordsField
from citations.admin.base.record_admin import RecordSelect
from citations.curation.ingest import IngestOutcome, TextIdentity
from citations.documents.detection import MAX_TEXT, read_document
from citations.documents.document import Document, UnreadableDocumentError
from citations.fetching.fetch import fetch_page
from citations.forms.parameter_fields import EdtfDateField
from citations.models import Article, ArticleKind, Publication
from citations.models.base.edtf_fields import validate_language

EXACTLY_ONE_SOURCE = gettext_lazy("Give exactly one of a file, an address or pasted words.")
ALREADY_STORED = gettext_lazy("This text is already stored, as %(article)s.")
SEPARATE = (IngestOutcome.NEW.value, gettext_lazy("a new article"))


class IngestSourceForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File"),
        required=False,
        help_text=gettext_lazy("Text, Markdown, HTML, .docx, .odt, or PDF with a text layer."),
    )
    address = forms.URLField(
        label=gettext_lazy("Address"),
        required=False,
        max_length=2000,
        assume_scheme="https",
        help_text=gettext_lazy("The address of the article’s own page."),
    )
    pasted = WordsField(
        label=gettext_lazy("Pasted words"),
        required=False,
        strip=False,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("The article’s text, or the HTML of its page."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        given = [name for name in self.fields if cleaned.get(name)]
        if not self.errors and len(given) != 1:
            raise ValidationError(EXACTLY_ONE_SOURCE)
        if not self.errors:
            try:
                cleaned["document"], cleaned["origin"] = self._read_source(given[0])
            except UnreadableDocumentError as problem:
                self.add_error(given[0], str(problem))
        return cleaned

    def _read_source(self, name: str) -> tuple[Document, str]:
        value = self.cleaned_data[name]
        if name == "file":
            return read_document(value.read(), value.name), value.name
        if name == "address":
            page = fetch_page(value)
            return read_document(page.data, page.name, charset=page.charset, url=page.url), page.url
        return read_document(value.encode()), "pasted"


def initial_values(
    document: Document, origin: str, publication: Publication | None, known: TextIdentity
) -> dict[str, Any]:
    return {
        "headline": document.headline,
        "byline": list(document.byline),
        "publication": publication and publication.pk,
        "kind": document.kind,
        "published": document.published,
        "language": document.language or "en",
        "url": document.url,
        "origin": origin,
        "text": document.text,
        "record": known.outcome.value,
    }


class IngestArticleForm(forms.Form):
    """The second step: the article as read, to check and correct before it is saved."""

    record = forms.ChoiceField(
        label=gettext_lazy("Save as"), widget=forms.RadioSelect, choices=[SEPARATE]
    )
    headline = forms.CharField(label=gettext_lazy("Headline"), max_length=500)
    byline = NamesField(
        label=gettext_lazy("Byline"),
        required=False,
        help_text=gettext_lazy("The authors as printed, one per line."),
    )
    publication = forms.ModelChoiceField(
        Publication.objects.all(),
        label=gettext_lazy("Publication"),
        required=False,
        widget=RecordSelect(Article._meta.get_field("publication"), admin.site),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=ArticleKind.choices)
    published = EdtfDateField(
        label=gettext_lazy("Published"),
        required=False,
        help_text=gettext_lazy("A date in EDTF, such as 2024-02-08; empty if unknown."),
    )
    language = forms.CharField(
        label=gettext_lazy("Language"), max_length=35, validators=[validate_language]
    )
    url = forms.URLField(
        label=gettext_lazy("Address"), required=False, max_length=2000, assume_scheme="https"
    )
    origin = forms.CharField(label=gettext_lazy("Origin"), max_length=500, required=False)
    text = WordsField(
        label=gettext_lazy("Text"),
        strip=False,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text=gettext_lazy(
            "A blank line separates paragraphs. The text cannot be edited once it is saved."
        ),
    )

    def __init__(self, *args: Any, known: TextIdentity, **options: Any) -> None:
        super().__init__(*args, **options)
        self.known = known
        record: Any = self.fields["record"]
        if known.article:
            article = {"article": known.article}
            copy = (IngestOutcome.COPY.value, _("a copy, derived from: %(article)s") % article)
            newer = (IngestOutcome.NEWER.value, _("a newer text of: %(article)s") % article)
            record.choices = [copy, newer, SEPARATE]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("text", "x").strip():
            self.add_error("text", _("Paste the text: these are only spaces."))
        if self.known.outcome == IngestOutcome.DUPLICATE:
            self.add_error("text", ALREADY_STORED % {"article": self.known.article})
        return cleaned

    def document(self) -> Document:
        """The checked document. Call it only when the form is valid."""
        data = self.cleaned_data
        return Document(
            text=data["text"],
            headline=data["headline"],
            byline=tuple(data["byline"]),
            published=data["published"].text if data["published"] else "",
            language=data["language"],
            url=data["url"],
            kind=data["kind"],
        )

    def chosen_identity(self) -> TextIdentity:
        """How the curator relates the text to what is stored."""
        outcome = IngestOutcome(self.cleaned_data["record"])
        article = None if outcome == IngestOutcome.NEW else self.known.article
        return TextIdentity(outcome, article)

"""Texts of articles as taken: added by pasting, then only read."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from citations.admin.base.bounded_lists import of_quotes_found
from citations.admin.base.pasted_words import WordsField
from citations.admin.base.record_admin import Border, ReadOnly, StackedInline
from citations.admin.base.record_forms import RecordForm
from citations.admin.base.state_actions import may_publish
from citations.models import Snapshot, sha256_of


class SnapshotForm(RecordForm):
    """Takes the text; when and its SHA-256 follow from it."""

    text = WordsField(
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "cols": 80, "class": "vLargeTextField"}),
        help_text="The whole text, unchanged, a blank line between paragraphs. "
        "Once saved it is never edited.",
    )

    class Meta:
        model = Snapshot
        fields = ("text", "origin")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self.instance.sha256 = sha256_of(cleaned.get("text", ""))
        if not cleaned.get("text", "x").strip():
            self.add_error("text", "Paste the text: these are only spaces.")
            self.instance.sha256 = sha256_of("")
        article = self.instance.article_id
        if Snapshot.objects.filter(article=article, sha256=self.instance.sha256).exists():
            self.add_error("text", "This text of the article is already kept.")
            self.instance.sha256 = sha256_of("")
        return cleaned


class TakenInline(ReadOnly, StackedInline):
    """The texts that are kept, newest first."""

    model = Snapshot
    fields = (("taken_at", "length"), "origin", "sha256")
    readonly_fields = ("length",)
    extra = max_num = 0
    show_change_link = True
    verbose_name_plural = "texts as taken"

    @admin.display(description="Characters")
    def length(self, snapshot: Snapshot) -> str:
        return f"{len(snapshot.text):,}"


class NewTextInline(StackedInline):
    """A place to paste a text. The newest text of an article is what its public page shows."""

    model = Snapshot
    form = SnapshotForm
    fields = ("text", "origin")
    extra = max_num = 1
    verbose_name = "text"
    verbose_name_plural = "add a text"

    def get_formset(self, request: HttpRequest, obj: Any = None, **options: Any) -> Any:
        return super().get_formset(request, obj, validate_max=True, **options)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).none()

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        public = bool(obj) and obj.appearances.published().exists()
        return super().has_add_permission(request, obj) and (not public or may_publish(request))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Snapshot)
class SnapshotAdmin(ReadOnly, Border):
    """A text as taken, to read. It is added on the page of its article."""

    list_display = ("article", "taken_at", "origin")
    list_select_related = ("article",)
    search_fields = ("article__headline", "sha256", "origin")
    fields = ("article", "taken_at", "origin", "sha256", "text")
    ordering = ("-pk",)

    def offered(self, term: str) -> Iterable[int]:
        yield from of_quotes_found(term, "appearances__article__snapshots")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Without the texts, which the list does not show."""
        return super().get_queryset(request).defer("text")

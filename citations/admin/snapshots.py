"""Snapshots, the stored texts of articles: added by pasting, never edited."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from citations.admin.base.bounded_lists import values_of_found_quotes
from citations.admin.base.pasted_words import WordsField
from citations.admin.base.record_admin import CheckedAdmin, ReadOnlyMixin, StackedInline
from citations.admin.base.record_forms import RecordForm
from citations.admin.base.state_actions import may_publish
from citations.models import Snapshot, sha256_of


class SnapshotForm(RecordForm):
    text = WordsField(
        label=gettext_lazy("Text"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "cols": 80, "class": "vLargeTextField"}),
        help_text=gettext_lazy(
            "The whole text, unchanged, with a blank line between paragraphs. "
            "It cannot be edited once it is saved."
        ),
    )

    class Meta:
        model = Snapshot
        fields = ("text", "origin")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self.instance.sha256 = sha256_of(cleaned.get("text", ""))
        if not cleaned.get("text", "x").strip():
            self.add_error("text", _("Paste the text: these are only spaces."))
            self.instance.sha256 = sha256_of("")
        article = self.instance.article_id
        if Snapshot.objects.filter(article=article, sha256=self.instance.sha256).exists():
            self.add_error("text", _("This text of the article is already stored."))
            self.instance.sha256 = sha256_of("")
        return cleaned


class StoredSnapshotInline(ReadOnlyMixin, StackedInline):
    model = Snapshot
    fields = (("taken_at", "length"), "origin", "sha256")
    readonly_fields = ("length",)
    extra = max_num = 0
    show_change_link = True
    verbose_name_plural = gettext_lazy("stored texts")

    @admin.display(description=gettext_lazy("Characters"))
    def length(self, snapshot: Snapshot) -> str:
        return number_format(len(snapshot.text), force_grouping=True)


class NewSnapshotInline(StackedInline):
    """A form to paste a text. An article's public page shows its newest text."""

    model = Snapshot
    form = SnapshotForm
    fields = ("text", "origin")
    extra = max_num = 1
    verbose_name = gettext_lazy("text")
    verbose_name_plural = gettext_lazy("add a text")

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
class SnapshotAdmin(ReadOnlyMixin, CheckedAdmin):
    list_display = ("article", "taken_at", "origin")
    list_select_related = ("article",)
    search_fields = ("article__headline", "sha256", "origin")
    fields = ("article", "taken_at", "origin", "sha256", "text")
    ordering = ("-pk",)

    def find_in_index(self, term: str) -> Iterable[int]:
        yield from values_of_found_quotes(term, "appearances__article__snapshots")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Defer the texts, which the list does not show."""
        return super().get_queryset(request).defer("text")

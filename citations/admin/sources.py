"""Publications and articles, with the article's texts as taken."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin

from citations.admin.base import RecordAdmin
from citations.admin.forms import RecordForm
from citations.admin.lists import beginning, of_quotes_found
from citations.admin.snapshots import NewTextInline, TakenInline
from citations.models import Article, Publication
from citations.models.fields import LatestFirst


class NamesField(forms.CharField):
    """A list of names, written one a line."""

    widget = forms.Textarea(attrs={"rows": 3, "cols": 40, "class": "vLargeTextField"})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        lines = value if isinstance(value, list) else (super().to_python(value) or "").splitlines()
        return [name for line in lines if (name := " ".join(str(line).split()))]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.to_python(initial or []) != self.to_python(data or ""))


class ArticleForm(RecordForm):
    byline = NamesField(
        required=False, help_text="The authors as printed, one a line; empty when none are named."
    )

    class Meta:
        model = Article
        fields = "__all__"


@admin.register(Article)
class ArticleAdmin(RecordAdmin):
    form = ArticleForm
    list_display = ("headline", "publication", "published", "kind", "language")
    ordering = (LatestFirst("published_latest"), "key")
    list_select_related = ("publication",)
    search_fields = ("headline", "key", "url", "publication__name")
    autocomplete_fields = ("publication", "derived_from")
    readonly_fields = ("permanent_key",)
    fieldsets = (
        (None, {"fields": ("headline", "byline", "publication", ("kind", "language"))}),
        ("Dates and addresses", {"fields": ("published", "url", "archived_url", "accessed")}),
        ("About", {"fields": ("derived_from", "note", "permanent_key")}),
    )
    inlines = (TakenInline, NewTextInline)

    def offered(self, term: str) -> Iterable[int]:
        yield from articles_of(term)


def articles_of(term: str) -> Iterable[int]:
    """Articles with this key or a headline that begins so, and those that print quotes found."""
    yield from Article.objects.filter(key=term.upper()).values_list("pk", flat=True)
    yield from beginning(Article.objects.all(), "headline", term).values_list("pk", flat=True)
    yield from of_quotes_found(term, "appearances__article")


@admin.register(Publication)
class PublicationAdmin(RecordAdmin):
    list_display = ("name", "kind", "country", "homepage")
    sortable_by = None
    list_filter = ("kind", "country")
    search_fields = ("name", "slug", "issn")
    fields = ("name", "slug", "kind", "country", "homepage", "issn")
    slug_from = ("name",)

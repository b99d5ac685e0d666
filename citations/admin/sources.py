"""Publications and articles, with the article's texts as taken."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from citations.admin.base.bounded_lists import beginning, of_quotes_found
from citations.admin.base.names_field import NamesField
from citations.admin.base.record_admin import RecordAdmin
from citations.admin.base.record_forms import RecordForm
from citations.admin.curation.ingest_pages import bring
from citations.admin.curation.merge_action import merge_selected
from citations.admin.snapshots import NewTextInline, TakenInline
from citations.curation.near_duplicates import fingerprint
from citations.curation.proposals import propose
from citations.curation.reanchoring import reanchor
from citations.models import Article, Publication, Snapshot
from citations.models.base.edtf_fields import LatestFirst


class ArticleForm(RecordForm):
    byline = NamesField(
        required=False, help_text="The authors as printed, one a line; empty when none are named."
    )

    class Meta:
        model = Article
        fields = "__all__"


@admin.register(Article)
class ArticleAdmin(RecordAdmin):
    actions = (merge_selected,)
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
    change_list_template = "admin/citations/article_list.html"

    def get_urls(self) -> list[URLPattern]:
        own = path("take/", self.admin_site.admin_view(self.take), name="citations_article_take")
        return [own, *super().get_urls()]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """A newer text is gone through at once: its quotes are found again, others proposed."""
        super().save_related(request, form, formsets, change)
        for formset in formsets:
            for snapshot in formset.new_objects if formset.model is Snapshot else ():
                self.message_user(request, gone_through(snapshot))

    def take(self, request: HttpRequest) -> HttpResponse:
        """An article from a file, an address or pasted words."""
        return bring(request, self.admin_site.each_context(request))

    def offered(self, term: str) -> Iterable[int]:
        yield from articles_of(term)


def gone_through(snapshot: Snapshot) -> str:
    """What became of the article's quotes in this text, and how many others it has."""
    fingerprint([snapshot])
    found, proposed = reanchor(snapshot), propose(snapshot)
    told = f"{found.moved} quotations stand in the new text, {proposed} more are proposed."
    left = f" {len(found.left)} stand in an older text only: look at them." if found.left else ""
    return told + left


def articles_of(term: str) -> Iterable[int]:
    """Articles with this key or a headline that begins so, and those that print quotes found."""
    yield from Article.objects.filter(key=term.upper()).values_list("pk", flat=True)
    yield from beginning(Article.objects.all(), "headline", term).values_list("pk", flat=True)
    yield from of_quotes_found(term, "appearances__article")


@admin.register(Publication)
class PublicationAdmin(RecordAdmin):
    actions = (merge_selected,)
    list_display = ("name", "kind", "country", "homepage")
    sortable_by = None
    list_filter = ("kind", "country")
    search_fields = ("name", "slug", "issn")
    fields = ("name", "slug", "kind", "country", "homepage", "issn")
    slug_from = ("name",)

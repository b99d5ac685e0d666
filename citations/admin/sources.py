"""Publications and articles in the admin, and the addition of articles."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from citations.admin.base.bounded_lists import rows_beginning_with, values_of_found_quotes
from citations.admin.base.names_field import NamesField
from citations.admin.base.record_admin import RecordAdmin
from citations.admin.base.record_forms import RecordForm
from citations.admin.curation.ingest_pages import ingest_page
from citations.admin.curation.merge_action import merge_selected
from citations.admin.snapshots import NewSnapshotInline, StoredSnapshotInline
from citations.curation.near_duplicates import store_fingerprints
from citations.curation.proposals import propose_quotations
from citations.curation.reanchoring import reanchor_appearances
from citations.models import Article, Publication, Snapshot
from citations.models.base.edtf_fields import LatestFirst


class ArticleForm(RecordForm):
    byline = NamesField(
        label=_("Byline"),
        required=False,
        help_text=_("The authors as printed, one per line; empty if none are named."),
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
        (_("Dates and addresses"), {"fields": ("published", "url", "archived_url", "accessed")}),
        (_("About"), {"fields": ("derived_from", "note", "permanent_key")}),
    )
    inlines = (StoredSnapshotInline, NewSnapshotInline)
    change_list_template = "admin/citations/article_list.html"

    def get_urls(self) -> list[URLPattern]:
        own = path("take/", self.admin_site.admin_view(self.ingest), name="citations_article_take")
        return [own, *super().get_urls()]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        for formset in formsets:
            for snapshot in formset.new_objects if formset.model is Snapshot else ():
                self.message_user(request, process_new_snapshot(snapshot))

    def ingest(self, request: HttpRequest) -> HttpResponse:
        return ingest_page(request, self.admin_site.each_context(request))

    def find_in_index(self, term: str) -> Iterable[int]:
        yield from find_articles(term)


def process_new_snapshot(snapshot: Snapshot) -> str:
    """Move appearances to this text and propose its other quotations; report both."""
    store_fingerprints([snapshot])
    result, proposed = reanchor_appearances(snapshot), propose_quotations(snapshot)
    sentences = [
        ngettext(
            "%(count)d quotation was found again in the new text.",
            "%(count)d quotations were found again in the new text.",
            result.moved,
        )
        % {"count": result.moved},
        ngettext(
            "%(count)d new quotation was proposed.",
            "%(count)d new quotations were proposed.",
            proposed,
        )
        % {"count": proposed},
    ]
    if remaining := len(result.unmoved):
        sentence = ngettext(
            "%(count)d quotation is only in an older text: check it.",
            "%(count)d quotations are only in an older text: check them.",
            remaining,
        )
        sentences.append(sentence % {"count": remaining})
    return " ".join(sentences)


def find_articles(term: str) -> Iterable[int]:
    """Articles by key or by the start of the headline, and those that print quotes found."""
    yield from Article.objects.filter(key=term.upper()).values_list("pk", flat=True)
    yield from rows_beginning_with(Article.objects.all(), "headline", term).values_list(
        "pk", flat=True
    )
    yield from values_of_found_quotes(term, "appearances__article")


@admin.register(Publication)
class PublicationAdmin(RecordAdmin):
    actions = (merge_selected,)
    list_display = ("name", "kind", "country", "homepage")
    sortable_by = None
    list_filter = ("kind", "country")
    search_fields = ("name", "slug", "issn")
    fields = ("name", "slug", "kind", "country", "homepage", "issn")
    slug_from = ("name",)

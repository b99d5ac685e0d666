"""The list of proposals, and the page on which curators review those of a text."""

from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from citations.admin.base.record_admin import CheckedAdmin, ReadOnlyMixin, is_record_number, require
from citations.admin.curation.text_review import TextReview, review_address
from citations.models import Proposal, Snapshot


def may_review(request: HttpRequest) -> bool:
    return request.user.has_perms(["citations.add_quote", "citations.add_appearance"])


@admin.register(Proposal)
class ProposalAdmin(ReadOnlyMixin, CheckedAdmin):
    list_display = ("words", "named", "speaker", "judgement", "confidence")
    list_display_links = None
    list_filter = ("judgement",)
    list_select_related = ("speaker",)
    search_fields = ("exact", "named")
    ordering = ("-pk",)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_review(request)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may_review(request)

    @admin.display(description=gettext_lazy("Words as printed"))
    def words(self, proposal: Proposal) -> SafeString:
        return format_html('<a href="{}">{}</a>', review_address(proposal), proposal)

    def get_urls(self) -> list[URLPattern]:
        own = path(
            "in/<str:number>/",
            self.admin_site.admin_view(self.review),
            name="citations_snapshot_review",
        )
        return [own, *super().get_urls()]

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **more: Any) -> Any:
        require(may_review(request))
        if not is_record_number(object_id):
            raise Http404("Not a proposal number.")
        return HttpResponseRedirect(review_address(get_object_or_404(Proposal, pk=object_id)))

    def review(self, request: HttpRequest, number: str) -> HttpResponse:
        require(may_review(request))
        if not is_record_number(number):
            raise Http404("Not a text number.")
        snapshots = Snapshot.objects.select_related("article__publication")
        review = TextReview.load(request, get_object_or_404(snapshots, pk=number))
        answer = review.handle_post() if request.method == "POST" else None
        if answer:
            return answer
        context = self.admin_site.each_context(request) | review.context()
        return TemplateResponse(request, "admin/citations/review.html", context)

"""Merging in the admin: what looks alike, what would move, the merge itself, and its undoing."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from citations.admin.base.record_admin import Border, ReadOnly, is_record_number, require
from citations.admin.curation.merge_action import preview_of
from citations.curation.merging.duplicates import likely
from citations.curation.merging.journal import CannotUndoError, undo
from citations.curation.merging.merge import MODELS, CannotMergeError, merge, tell_apart
from citations.curation.merging.plans import plan
from citations.models import Merge, Merged

# Of the Editors, who merge records of every kind.
PERMISSION = "citations.merge_speaker"
DONE = "“{}” is merged into “{}”. Its address leads there from now on."
APART = "“{}” and “{}” are known to be different."


def may_merge(request: HttpRequest) -> bool:
    return request.user.has_perm(PERMISSION)


class MergeForm(forms.Form):
    reason = forms.CharField(
        max_length=100, help_text="Why they are one: history keeps it, with who merged them."
    )


@admin.register(Merge)
class MergeAdmin(ReadOnly, Border):
    """All merges, newest first, each with its way back; and the pages that lead to one."""

    list_display = ("what", "reason", "by", "at", "undone_at", "way_back")
    list_display_links = None
    list_filter = ("kind",)
    list_select_related = ("by",)
    ordering = ("-pk",)
    change_list_template = "admin/citations/merge_list.html"

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_merge(request)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may_merge(request)

    @admin.display(description="Merged")
    def what(self, row: Merge) -> str:
        return str(row)

    @admin.display(description="Undo")
    def way_back(self, row: Merge) -> SafeString | str:
        if row.undone_at:
            return "–"
        return format_html(
            '<a href="{}">Undo<span class="visually-hidden"> {}</span></a>',
            reverse("admin:citations_merge_undo", args=[row.pk]), row,
        )  # fmt: skip

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return super().changelist_view(request, {"kinds": Merged, **(extra_context or {})})

    def get_urls(self) -> list[URLPattern]:
        wrapped = self.admin_site.admin_view
        return [
            path("likely/<slug:kind>/", wrapped(self.likely), name="citations_merge_likely"),
            path(
                "<slug:kind>/<str:kept>/<str:merged>/",
                wrapped(self.preview),
                name="citations_merge_preview",
            ),
            path("undo/<str:number>/", wrapped(self.undo), name="citations_merge_undo"),
            *super().get_urls(),
        ]

    def change_view(self, *args: Any, **options: Any) -> Any:
        raise Http404("A merge is seen in the list.")

    def likely(self, request: HttpRequest, kind: str) -> HttpResponse:
        """What looks alike; a pair that is not the same is told apart for good."""
        require(may_merge(request))
        if kind not in Merged.values:
            raise Http404("Nothing of this kind is merged.")
        if request.method == "POST":
            one, other = _two(kind, request.POST.get("one", ""), request.POST.get("other", ""))
            tell_apart(kind, one, other, request.user)
            messages.success(request, format_html(APART, one, other))
            return HttpResponseRedirect(request.path)
        title = f"Likely duplicates: {Merged(kind).label}s"
        pairs = [(each, preview_of(kind, each.one.pk, each.other.pk)) for each in likely(kind)]
        context = {"title": title, "pairs": pairs, "kinds": Merged, "kind": kind}
        return self._page(request, "likely", context)

    def preview(self, request: HttpRequest, kind: str, kept: str, merged: str) -> HttpResponse:
        """What moves, before anything does."""
        require(may_merge(request))
        one, other = _two(kind, kept, merged)
        form = MergeForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                merge(kind, one.pk, other.pk, request.user, form.cleaned_data["reason"])
            except CannotMergeError as problem:
                form.add_error(None, str(problem))
            else:
                messages.success(request, format_html(DONE, other, one))
                return HttpResponseRedirect(reverse("admin:citations_merge_changelist"))
        context = {
            "title": f"Merge two {Merged(kind).label}s",
            "plan": plan(kind, one, other),
            "form": form,
            "turned": preview_of(kind, other.pk, one.pk),
            "links": [reverse(f"admin:citations_{kind}_change", args=[r.pk]) for r in (one, other)],
        }
        return self._page(request, "preview", context)

    def undo(self, request: HttpRequest, number: str) -> HttpResponse:
        require(may_merge(request))
        rows = Merge.objects.filter(pk=number) if is_record_number(number) else Merge.objects.none()
        found = rows.first()
        if not found:
            raise Http404("There is no such merge.")
        if request.method != "POST":
            return self._page(request, "undo", {"title": "Undo a merge", "merge": found})
        try:
            undo(found.pk, request.user)
        except CannotUndoError as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, f"Undone: {found}.")
        return HttpResponseRedirect(reverse("admin:citations_merge_changelist"))

    def _page(self, request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
        shown = self.admin_site.each_context(request) | context
        return TemplateResponse(request, f"admin/citations/merge_{name}.html", shown)


def _two(kind: str, one: str, other: str) -> tuple[Any, Any]:
    """The two records; 404 where one of them is not there."""
    model = MODELS.get(kind)
    if not model or not (is_record_number(one) and is_record_number(other)) or one == other:
        raise Http404("There are no such two records.")
    rows = model.objects.in_bulk([int(one), int(other)])
    if len(rows) < 2:
        raise Http404("There are no such two records.")
    return rows[int(one)], rows[int(other)]

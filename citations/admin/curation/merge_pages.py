"""The pages that list, suggest, preview, make and undo merges."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from citations.admin.base.record_admin import CheckedAdmin, ReadOnlyMixin, is_record_number, require
from citations.admin.curation.merge_action import merge_preview_address
from citations.admin.curation.merge_names import MergeChangeList, describe_merge
from citations.curation.merging.change_set import CannotUndoError, undo_merge
from citations.curation.merging.duplicates import likely_duplicates
from citations.curation.merging.merge import (
    MODEL_OF_KIND,
    CannotMergeError,
    merge_records,
    record_as_different,
)
from citations.curation.merging.plans import plan_merge
from citations.models import Merge, MergeKind

# Editors have it; it covers records of every kind.
PERMISSION = "citations.merge_speaker"


def may_merge(request: HttpRequest) -> bool:
    return request.user.has_perm(PERMISSION)


class MergeForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=100,
        help_text=gettext_lazy("Why they are the same. The history shows it with your name."),
    )


@admin.register(Merge)
class MergeAdmin(ReadOnlyMixin, CheckedAdmin):
    list_display = ("merged_records", "reason", "by", "at", "undone_at", "undo_link")
    list_display_links = None
    list_filter = ("kind",)
    list_select_related = ("by",)
    ordering = ("-pk",)
    change_list_template = "admin/citations/merge_list.html"

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_merge(request)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may_merge(request)

    def get_changelist(self, request: HttpRequest, **options: Any) -> Any:
        return MergeChangeList

    @admin.display(description=gettext_lazy("Merged"))
    def merged_records(self, merge: Merge) -> str:
        return describe_merge(merge)

    @admin.display(description=gettext_lazy("Undo"))
    def undo_link(self, merge: Merge) -> SafeString | str:
        if merge.undone_at:
            return "–"
        # Screen readers can list links by themselves, so each needs its own label.
        label = _("Undo: %(merge)s") % {"merge": describe_merge(merge)}
        address = reverse("admin:citations_merge_undo", args=[merge.pk])
        return format_html('<a href="{}" aria-label="{}">{}</a>', address, label, _("Undo"))

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        context = {"kinds": _kinds_of_records(), **(extra_context or {})}
        return super().changelist_view(request, context)

    def get_urls(self) -> list[URLPattern]:
        wrapped = self.admin_site.admin_view
        return [
            path(
                "likely/<slug:kind>/",
                wrapped(self.likely_duplicates),
                name="citations_merge_likely",
            ),
            path(
                "<slug:kind>/<str:kept>/<str:merged>/",
                wrapped(self.preview),
                name="citations_merge_preview",
            ),
            path("undo/<str:number>/", wrapped(self.undo), name="citations_merge_undo"),
            *super().get_urls(),
        ]

    def change_view(self, *args: Any, **options: Any) -> Any:
        raise Http404("Merges have no page of their own.")

    def likely_duplicates(self, request: HttpRequest, kind: str) -> HttpResponse:
        """Pairs that look alike; POST records that a pair is not the same."""
        require(may_merge(request))
        if kind not in MergeKind.values:
            raise Http404("Records of this kind cannot be merged.")
        if request.method == "POST":
            one, other = _get_two_records(
                kind, request.POST.get("one", ""), request.POST.get("other", "")
            )
            record_as_different(kind, one, other, request.user)
            done = _("“%(one)s” and “%(other)s” are now recorded as different.")
            messages.success(request, done % {"one": one, "other": other})
            return HttpResponseRedirect(request.path)
        title = _("Likely duplicates: %(records)s") % {"records": _plural_name(kind)}
        pairs = [
            (each, merge_preview_address(kind, each.one.pk, each.other.pk))
            for each in likely_duplicates(kind)
        ]
        return self._render(request, "likely", {"title": title, "pairs": pairs})

    def preview(self, request: HttpRequest, kind: str, kept: str, merged: str) -> HttpResponse:
        """Show what a merge would change; POST makes it."""
        require(may_merge(request))
        one, other = _get_two_records(kind, kept, merged)
        form = MergeForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                merge_records(kind, one.pk, other.pk, request.user, form.cleaned_data["reason"])
            except CannotMergeError as problem:
                form.add_error(None, str(problem))
            else:
                done = _("“%(merged)s” was merged into “%(kept)s”. Its address now leads there.")
                messages.success(request, done % {"merged": other, "kept": one})
                return HttpResponseRedirect(reverse("admin:citations_merge_changelist"))
        context = {
            "title": _("Merge two %(records)s") % {"records": _plural_name(kind)},
            "plan": plan_merge(kind, one, other),
            "form": form,
            "reverse_address": merge_preview_address(kind, other.pk, one.pk),
            "links": [reverse(f"admin:citations_{kind}_change", args=[r.pk]) for r in (one, other)],
        }
        return self._render(request, "preview", context)

    def undo(self, request: HttpRequest, number: str) -> HttpResponse:
        require(may_merge(request))
        rows = Merge.objects.filter(pk=number) if is_record_number(number) else Merge.objects.none()
        merge = rows.first()
        if not merge:
            raise Http404("No such merge.")
        description = describe_merge(merge)
        if request.method != "POST":
            context = {"title": _("Undo a merge"), "merge": merge, "description": description}
            return self._render(request, "undo", context)
        try:
            undo_merge(merge.pk, request.user)
        except CannotUndoError as problem:
            messages.error(request, str(problem))
        else:
            done = _("The merge was undone: %(merge)s.")
            messages.success(request, done % {"merge": description})
        return HttpResponseRedirect(reverse("admin:citations_merge_changelist"))

    def _render(self, request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
        page = self.admin_site.each_context(request) | context
        return TemplateResponse(request, f"admin/citations/merge_{name}.html", page)


def _plural_name(kind: str) -> str:
    return str(MODEL_OF_KIND[kind]._meta.verbose_name_plural)


def _kinds_of_records() -> list[tuple[str, str]]:
    return [(kind, _plural_name(kind)) for kind in MergeKind.values]


def _get_two_records(kind: str, one: str, other: str) -> tuple[Any, Any]:
    """Two different records by primary key; raises Http404 where there are none."""
    model = MODEL_OF_KIND.get(kind)
    if not model or not (is_record_number(one) and is_record_number(other)) or one == other:
        raise Http404("These records do not exist.")
    rows = model.objects.in_bulk([int(one), int(other)])
    if len(rows) < 2:
        raise Http404("These records do not exist.")
    return rows[int(one)], rows[int(other)]

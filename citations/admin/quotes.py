"""Quotes in the admin: found by the public search, verified on saving, published by editors."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from citations.admin.appearances import AppearanceInline
from citations.admin.base.bounded_lists import ALL_STATES
from citations.admin.base.facet_filters import FACETS, chosen_facets
from citations.admin.base.record_admin import RecordAdmin, RecordInline, require
from citations.admin.base.record_forms import QuoteRecordForm
from citations.admin.base.state_actions import StateActions, may_edit, may_publish, wants_to_publish
from citations.admin.curation.merge_action import merge_selected
from citations.admin.speakers import PositionField, PositionSelect
from citations.comparison.verdict import Verdict
from citations.curation.verification import verify_appearances
from citations.models import Appearance, Quote, QuoteRelation, State, Verification
from citations.models.base.permanent_keys import LENGTH
from citations.query.ast import IgnoredPart
from citations.query.parser import parse_query
from citations.search.find import find_quote_ids
from citations.search.request import Search

# The most results that a search lists.
MOST_FOUND = 500
# Deleting a quote deletes these with it.
DELETED_WITH_QUOTE = (Appearance, Verification, QuoteRelation)


class RelationInline(RecordInline):
    model = QuoteRelation
    fk_name = "quote"
    fields = (("kind", "other"),)
    autocomplete_fields = ("other",)
    extra = 0
    verbose_name_plural = gettext_lazy("relations to other quotes")


@admin.register(Quote)
class QuoteAdmin(StateActions, RecordAdmin):
    form = QuoteRecordForm
    actions = (*StateActions.actions, merge_selected)
    list_display = ("wording", "speaker", "occasion", "state", "standing")
    list_filter = ("state", *FACETS)
    ordering = ("-pk",)
    list_select_related = ("speaker", "occasion")
    search_fields = ("text",)
    search_help_text = gettext_lazy(
        "Searches like the public pages, including proposed and rejected quotes. Finds keys too."
    )
    autocomplete_fields = ("speaker", "occasion", "position", "topics", "correct_speaker")
    readonly_fields = ("permanent_key", "state", "changed")
    inlines = (AppearanceInline, RelationInline)
    fieldsets = (
        (None, {"fields": ("speaker", "text", ("language", "mode"), "occasion", "position")}),
        (gettext_lazy("About"), {"fields": ("topics", "note")}),
        (gettext_lazy("Original wording"), {"fields": ("original", "original_language")}),
        (gettext_lazy("Standing"), {"fields": ("standing", "standing_note", "correct_speaker")}),
        (gettext_lazy("Record"), {"fields": (("permanent_key", "state", "changed"),)}),
    )

    def view_on_site(self, obj: Quote) -> str | None:
        return obj.get_absolute_url() if obj.is_published else None

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and may_edit(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        proposed = obj is None or obj.state == State.PROPOSED
        return super().has_delete_permission(request, obj) and proposed

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Deleting a proposal needs no permission to delete what belongs to it."""
        deleted, counts, refused, protected = super().get_deleted_objects(objs, request)
        parts = {str(model._meta.verbose_name) for model in DELETED_WITH_QUOTE}
        return deleted, counts, set(map(str, refused)) - parts, protected

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "position":
            kwargs |= {
                "form_class": PositionField,
                "widget": PositionSelect(db_field, self.admin_site),
            }
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description=gettext_lazy("Wording"))
    def wording(self, quote: Quote) -> str:
        return str(quote)

    # Searching ------------------------------------------------------------------------------

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """The public search, in every state or the chosen one; also finds a key."""
        key = search_term.replace("\0", " ").strip().upper()
        if len(key) == LENGTH and (with_key := queryset.filter(key=key)).exists():
            return with_key, False
        facets = chosen_facets(request.GET)
        if not key and not facets:
            return queryset, False
        state = request.GET.get("state__exact")
        states = (state,) if state else ALL_STATES
        sort = "relevance" if key else "newest"
        search = Search(query=parse_query(search_term), chosen=facets, states=states, sort=sort)
        return queryset.filter(pk__in=find_quote_ids(search, MOST_FOUND)), False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        for ignored in parse_query(request.GET.get("q", "")).ignored:
            messages.info(request, _ignored_message(ignored))
        return super().changelist_view(request, extra_context)

    # Saving ---------------------------------------------------------------------------------

    def changeform_view(self, request: HttpRequest, *args: Any, **options: Any) -> Any:
        require(not wants_to_publish(request) or may_publish(request))
        return super().changeform_view(request, *args, **options)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any
    ) -> HttpResponse:
        quote = options.get("obj")
        published = bool(quote and quote.is_published)
        context["show_publish"] = may_publish(request) and not published
        return super().render_change_form(request, context, *args, **options)

    def save_model(self, request: HttpRequest, obj: Quote, form: Any, change: bool) -> None:
        publishing = wants_to_publish(request)
        if publishing:
            obj.state = State.PUBLISHED
        if publishing or form.changed_data or not change:
            super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Verify at once what was pasted or reworded."""
        super().save_related(request, form, formsets, change)
        appearances = Appearance.objects.filter(quote=form.instance)
        if "text" not in form.changed_data and not wants_to_publish(request):
            appearances = appearances.filter(pk__in=_saved_appearances(formsets))
        found = verify_appearances(appearances)
        if other := found[Verdict.ALTERED] + found[Verdict.ABSENT]:
            warning = ngettext(
                "Check the wording: %(count)d article prints words that differ from it.",
                "Check the wording: %(count)d articles print words that differ from it.",
                other,
            )
            self.message_user(request, warning % {"count": other}, messages.WARNING)


def _ignored_message(part: IgnoredPart) -> str:
    return _("“%(text)s” %(reason)s: %(remedy)s.") % {
        "text": part.text,
        "reason": part.reason,
        "remedy": part.remedy,
    }


def _saved_appearances(formsets: Any) -> list[int]:
    return [
        record.pk
        for formset in formsets
        if formset.model is Appearance
        for record in (*formset.new_objects, *(changed for changed, _ in formset.changed_objects))
    ]

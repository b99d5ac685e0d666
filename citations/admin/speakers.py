"""Speakers, their names and their positions in the admin."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from citations.admin.base.bounded_lists import find_speaker_slugs, rows_beginning_with
from citations.admin.base.record_admin import RecordAdmin, RecordInline, RecordSelect
from citations.admin.base.record_forms import ExclusiveValueFormSet
from citations.admin.curation.merge_action import merge_selected
from citations.edtf.parsing import date_in_words
from citations.models import NameKind, Position, Speaker, SpeakerName

# A search for positions looks for speakers by this many of its words.
MOST_WORDS = 2


class NameFormSet(ExclusiveValueFormSet):
    exclusive = ("kind", NameKind.PREFERRED, NameKind.ALIAS)
    several_message = gettext_lazy("Only one name can be the preferred one.")


class NameInline(RecordInline):
    model = SpeakerName
    formset = NameFormSet
    fields = (("name", "language"), ("family", "given"), ("order", "kind"))
    extra = 0


class PositionInline(RecordInline):
    model = Position
    fields = (("title", "organisation"), ("start", "end"))
    extra = 0


@admin.register(Speaker)
class SpeakerAdmin(RecordAdmin):
    actions = (merge_selected,)
    list_display = ("name", "kind", "description", "birth", "death")
    list_filter = ("kind",)
    search_fields = ("name", "names__name", "slug", "description")
    fields = (
        "name", "slug", "kind", "description", ("birth", "death"), "wikidata", "notes",
        "merged_into",
    )  # fmt: skip
    readonly_fields = ("merged_into",)
    slug_from = ("name",)
    inlines = (NameInline, PositionInline)
    ordering = (Lower("name"), "slug")

    def find_in_index(self, term: str) -> Iterable[int]:
        return [number for [number] in find_speakers(term)]


def find_speakers(term: str) -> QuerySet[Any]:
    """Primary keys of speakers with a name that begins with the term or, if quoted, contains it."""
    forms = rows_beginning_with(SpeakerName.objects.order_by(), "name", term).values_list(
        "speaker_id"
    )
    shown = rows_beginning_with(Speaker.objects.order_by(), "name", term).values_list("pk")
    quoted = Speaker.objects.order_by().filter(slug__in=find_speaker_slugs(term)).values_list("pk")
    return forms.union(shown, quoted)


def describe_position(position: Position) -> str:
    start, end = date_in_words(position.start), date_in_words(position.end)
    days = (
        _("%(start)s to %(end)s") % {"start": start, "end": end} if start and end else start or end
    )
    return f"{position.speaker}: {position}" + (f" ({days})" if days else "")


class PositionField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Position) -> str:
        return describe_position(obj)


class PositionSelect(RecordSelect):
    url_name = "%s:citations_position_autocomplete"


class PositionAutocompleteView(AutocompleteJsonView):
    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        return {"id": str(obj.pk), "text": describe_position(obj)}


@admin.register(Position)
class PositionAdmin(RecordAdmin):
    list_display = ("title", "organisation", "speaker", "start", "end")
    search_fields = ("title", "organisation", "speaker__name", "speaker__names__name")
    autocomplete_fields = ("speaker",)
    fields = ("speaker", "title", "organisation", ("start", "end"))
    ordering = ("-pk",)

    def find_in_index(self, term: str) -> Iterable[int]:
        """The positions of speakers whom a word of the term names."""
        speakers = [
            number for word in term.split()[:MOST_WORDS] for [number] in find_speakers(word)
        ]
        return Position.objects.filter(speaker__in=speakers).values_list("pk", flat=True)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Position]:
        return super().get_queryset(request).select_related("speaker")

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.autocomplete)
        name = "citations_position_autocomplete"
        return [path("offices/", view, name=name), *super().get_urls()]

    def autocomplete(self, request: HttpRequest) -> HttpResponseBase:
        return PositionAutocompleteView.as_view(admin_site=self.admin_site)(request)

"""Speakers, the names they go by and the offices they held."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, path

from citations.admin.base.bounded_lists import beginning, speakers_named
from citations.admin.base.record_admin import OneRecord, RecordAdmin, RecordInline
from citations.admin.base.record_forms import OneMarkedFormSet
from citations.admin.curation.merge_action import merge_selected
from citations.edtf.parsing import in_words
from citations.models import NameKind, Position, Speaker, SpeakerName

# Words of a search by which somebody is looked for.
MOST_WORDS = 2


class NameFormSet(OneMarkedFormSet):
    mark = ("kind", NameKind.PREFERRED, NameKind.ALIAS)
    several = "Only one name can be the preferred one."


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

    def offered(self, term: str) -> Iterable[int]:
        return [number for [number] in named(term)]


def named(term: str) -> QuerySet[Any]:
    """The numbers of speakers one of whose names begins so, and of quoted ones whom it names."""
    forms = beginning(SpeakerName.objects.order_by(), "name", term).values_list("speaker_id")
    shown = beginning(Speaker.objects.order_by(), "name", term).values_list("pk")
    quoted = Speaker.objects.order_by().filter(slug__in=speakers_named(term)).values_list("pk")
    return forms.union(shown, quoted)


def office_in_words(position: Position) -> str:
    """The office with who held it and when, to choose among offices of the same title."""
    days = " to ".join(filter(None, (in_words(position.start), in_words(position.end))))
    return f"{position.speaker}: {position}" + (f" ({days})" if days else "")


class OfficeField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Position) -> str:
        return office_in_words(obj)


class OfficeSelect(OneRecord):
    """Offers offices with their holders."""

    url_name = "%s:citations_position_autocomplete"


class OfficeView(AutocompleteJsonView):
    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        return {"id": str(obj.pk), "text": office_in_words(obj)}


@admin.register(Position)
class PositionAdmin(RecordAdmin):
    list_display = ("title", "organisation", "speaker", "start", "end")
    search_fields = ("title", "organisation", "speaker__name", "speaker__names__name")
    autocomplete_fields = ("speaker",)
    fields = ("speaker", "title", "organisation", ("start", "end"))
    ordering = ("-pk",)

    def offered(self, term: str) -> Iterable[int]:
        """The offices of those whom a word names."""
        speakers = [number for word in term.split()[:MOST_WORDS] for [number] in named(word)]
        return Position.objects.filter(speaker__in=speakers).values_list("pk", flat=True)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Position]:
        """With their holders, whom each office is told with."""
        return super().get_queryset(request).select_related("speaker")

    def get_urls(self) -> list[URLPattern]:
        offered = self.admin_site.admin_view(self.autocomplete)
        name = "citations_position_autocomplete"
        return [path("offices/", offered, name=name), *super().get_urls()]

    def autocomplete(self, request: HttpRequest) -> HttpResponseBase:
        return OfficeView.as_view(admin_site=self.admin_site)(request)

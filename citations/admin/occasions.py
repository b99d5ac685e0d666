"""Occasions and topics."""

from collections.abc import Iterable

from django.contrib import admin
from django.utils.text import slugify

from citations.admin.base.bounded_lists import MOST_OFFERED, of_quotes_found
from citations.admin.base.record_admin import RecordAdmin
from citations.models import Occasion, Topic
from citations.models.base.edtf_fields import LatestFirst


@admin.register(Occasion)
class OccasionAdmin(RecordAdmin):
    list_display = ("slug", "date", "event", "place")
    ordering = (LatestFirst("date_latest"), "slug")
    search_fields = ("slug", "date", "event", "place")
    fields = ("date", "event", "place", "slug", "note")
    slug_from = ("event", "place", "date")

    def offered(self, term: str) -> Iterable[int]:
        """Those whose slug, made of event, place and date, begins so, and those of quotes found."""
        slugs = Occasion.objects.filter(slug__gte=slugify(term)).order_by("slug")
        yield from slugs.values_list("pk", flat=True)[:MOST_OFFERED]
        yield from of_quotes_found(term, "occasion")


@admin.register(Topic)
class TopicAdmin(RecordAdmin):
    list_display = ("name", "slug")
    sortable_by = None
    search_fields = ("name", "slug")
    fields = ("name", "slug")
    slug_from = ("name",)

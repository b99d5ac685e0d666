"""Occasions and topics in the admin."""

from collections.abc import Iterable

from django.contrib import admin
from django.utils.text import slugify

from citations.admin.base.bounded_lists import MOST_INDEX_MATCHES, values_of_found_quotes
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

    def find_in_index(self, term: str) -> Iterable[int]:
        """Occasions whose slug (event, place, date) begins with the term, and those of quotes."""
        slugs = Occasion.objects.filter(slug__gte=slugify(term)).order_by("slug")
        yield from slugs.values_list("pk", flat=True)[:MOST_INDEX_MATCHES]
        yield from values_of_found_quotes(term, "occasion")


@admin.register(Topic)
class TopicAdmin(RecordAdmin):
    list_display = ("name", "slug")
    sortable_by = None
    search_fields = ("name", "slug")
    fields = ("name", "slug")
    slug_from = ("name",)

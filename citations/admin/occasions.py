"""Occasions and topics."""

from django.contrib import admin

from citations.admin.base import RecordAdmin
from citations.models import Occasion, Topic


@admin.register(Occasion)
class OccasionAdmin(RecordAdmin):
    list_display = ("slug", "date", "event", "place")
    list_filter = ("event", "place")
    search_fields = ("slug", "date", "event", "place")
    fields = ("date", "event", "place", "slug", "note")
    slug_from = ("event", "place", "date")


@admin.register(Topic)
class TopicAdmin(RecordAdmin):
    list_display = ("name", "slug")
    search_fields = ("name", "slug")
    fields = ("name", "slug")
    slug_from = ("name",)

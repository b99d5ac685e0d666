"""Checks of words against their sources: made by the machine, never edited."""

from collections.abc import Iterable

from django.contrib import admin

from citations.admin.base.bounded_lists import of_quotes_found
from citations.admin.base.record_admin import Border, ReadOnly
from citations.models import Verification


@admin.register(Verification)
class VerificationAdmin(ReadOnly, Border):
    list_display = ("at", "verdict", "method", "appearance", "by")
    list_filter = ("verdict",)
    list_select_related = ("appearance__quote", "appearance__article", "by")
    search_fields = ("appearance__exact", "appearance__key", "note")
    fields = ("appearance", "snapshot", "verdict", "method", "by", "at", "note")

    def offered(self, term: str) -> Iterable[int]:
        yield from of_quotes_found(term, "appearances__verifications")

"""Verifications of printed words, which the system makes and nobody edits."""

from collections.abc import Iterable

from django.contrib import admin

from citations.admin.base.bounded_lists import values_of_found_quotes
from citations.admin.base.record_admin import CheckedAdmin, ReadOnlyMixin
from citations.models import Verification


@admin.register(Verification)
class VerificationAdmin(ReadOnlyMixin, CheckedAdmin):
    list_display = ("at", "verdict", "method", "appearance", "by")
    list_filter = ("verdict",)
    list_select_related = ("appearance__quote", "appearance__article", "by")
    search_fields = ("appearance__exact", "appearance__key", "note")
    fields = ("appearance", "snapshot", "verdict", "method", "by", "at", "note")

    def find_in_index(self, term: str) -> Iterable[int]:
        yield from values_of_found_quotes(term, "appearances__verifications")

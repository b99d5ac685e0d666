"""The wanted list: what readers searched for and did not find."""

from urllib.parse import urlencode

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from citations.admin.base.record_admin import Border, ModelAdmin, ReadOnly
from citations.models import WantedSearch


@admin.register(WantedSearch)
class WantedSearchAdmin(ReadOnly, Border):
    list_display = ("words", "times", "day", "search_again")
    sortable_by = None
    list_display_links = None
    date_hierarchy = "day"
    search_fields = ("words",)

    @admin.display(description="Now")
    def search_again(self, wanted: WantedSearch) -> SafeString:
        address = f"{reverse('search')}?{urlencode({'q': wanted.words})}"
        # Told apart for those who go from link to link.
        return format_html(
            '<a href="{}">Search<span class="visually-hidden"> for {}</span></a>',
            address,
            wanted.words,
        )

    def has_delete_permission(self, request: HttpRequest, obj: WantedSearch | None = None) -> bool:
        return ModelAdmin.has_delete_permission(self, request, obj)

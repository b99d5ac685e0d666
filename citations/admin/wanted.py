"""Wanted searches: what readers searched for without results."""

from urllib.parse import urlencode

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from citations.admin.base.record_admin import CheckedAdmin, ModelAdmin, ReadOnlyMixin
from citations.models import WantedSearch


@admin.register(WantedSearch)
class WantedSearchAdmin(ReadOnlyMixin, CheckedAdmin):
    list_display = ("words", "times", "day", "search_again")
    sortable_by = None
    list_display_links = None
    date_hierarchy = "day"
    search_fields = ("words",)

    @admin.display(description=gettext_lazy("Search again"))
    def search_again(self, wanted: WantedSearch) -> SafeString:
        address = f"{reverse('search')}?{urlencode({'q': wanted.words})}"
        # Screen readers can list links by themselves, so each needs its own label.
        label = _("Search for %(words)s") % {"words": wanted.words}
        return format_html('<a href="{}" aria-label="{}">{}</a>', address, label, _("Search"))

    def has_delete_permission(self, request: HttpRequest, obj: WantedSearch | None = None) -> bool:
        return ModelAdmin.has_delete_permission(self, request, obj)

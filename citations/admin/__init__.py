"""The curators' pages: Django's admin, with one module per subject."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from citations.admin import (
    accounts,
    appearances,
    occasions,
    quotes,
    snapshots,
    sources,
    speakers,
    verifications,
    wanted,
)
from citations.admin.curation import merge_pages, review_page

__all__ = [
    "accounts",
    "appearances",
    "merge_pages",
    "occasions",
    "quotes",
    "review_page",
    "snapshots",
    "sources",
    "speakers",
    "verifications",
    "wanted",
]

admin.site.site_header = "Citations"
admin.site.site_title = "Citations"
admin.site.index_title = _("Records and accounts")

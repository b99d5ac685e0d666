"""The curators' pages: Django's admin, a module per subject."""

from django.contrib import admin

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
    "merging",
    "occasions",
    "quotes",
    "review",
    "snapshots",
    "sources",
    "speakers",
    "verifications",
    "wanted",
]

admin.site.site_header = "Citations"
admin.site.site_title = "Citations"
admin.site.index_title = "The record"

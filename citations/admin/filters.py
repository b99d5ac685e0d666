"""Filters of the admin's lists, beside those Django makes of the fields."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest

from citations.models import Appearance, Verdict

NOT_CHECKED = "unchecked"
NOWHERE = "nowhere"


class WordsChecked(admin.SimpleListFilter):
    """Quotes by what the check of their words found in at least one source."""

    title = "words checked"
    parameter_name = "verdict"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        return (*Verdict.choices, (NOT_CHECKED, "Not checked"), (NOWHERE, "In no article"))

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        wanted = self.value()
        appearances = Appearance.objects.filter(quote=OuterRef("pk"))
        if wanted is None:
            return None
        if wanted == NOWHERE:
            return queryset.filter(~Exists(appearances))
        verdict = "" if wanted == NOT_CHECKED else wanted
        return queryset.filter(Exists(appearances.filter(verdict=verdict)))

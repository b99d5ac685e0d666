"""Filters of the quotes' list: the search's own facets, which the index answers together."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest

from citations.admin.base.bounded_lists import ALL_STATES, NEWEST_SEARCHED
from citations.index.schema import NOT_CHECKED
from citations.models import Appearance, Mode, Quote, Standing, State
from citations.models.verdicts import NOT_CHECKED_LABEL, VERDICT_CHOICES
from citations.search.facet_counts import FACET_SIZE
from citations.search.facets import facet_values
from citations.search.find import Search

NO_ARTICLE = "nowhere"


class FacetFilter(admin.SimpleListFilter):
    """One value of a facet. All that are chosen are looked up at once (`searched`)."""

    choices_of: Iterable[tuple[str, str]] = ()

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        return self.choices_of

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        return None


class ModeFilter(FacetFilter):
    title = parameter_name = "mode"
    choices_of = Mode.choices


class StandingFilter(FacetFilter):
    title = parameter_name = "standing"
    choices_of = Standing.choices


class LanguageFilter(FacetFilter):
    title, parameter_name = "language", "lang"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        found = facet_values(Search(states=ALL_STATES), "lang", size=FACET_SIZE).buckets["lang"]
        return [(tag, tag) for tag in found]


class VerdictFilter(FacetFilter):
    """What the check of the words found, and the proposals that stand in no article."""

    title, parameter_name = "words checked", "verdict"
    choices_of = (*VERDICT_CHOICES, (NOT_CHECKED, NOT_CHECKED_LABEL), (NO_ARTICLE, "In no article"))

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        if self.value() != NO_ARTICLE:
            return None
        # A published quote stands somewhere; of the others the newest are looked at.
        newest = Quote.objects.filter(state=State.PROPOSED).order_by("-pk")[:NEWEST_SEARCHED]
        homeless = ~Exists(Appearance.objects.filter(quote=OuterRef("pk")))
        return queryset.filter(homeless, pk__in=newest.values("pk"))


FACETS = (ModeFilter, StandingFilter, LanguageFilter, VerdictFilter)


def chosen_facets(parameters: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The facets chosen in an address, as a search has them."""
    names = [facet.parameter_name for facet in FACETS]
    values = {name: parameters.get(name, "") for name in names}
    return {name: (value,) for name, value in values.items() if value and value != NO_ARTICLE}

"""Filters of the list of quotes: facets of the search, which the index applies together."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from citations.admin.base.bounded_lists import ALL_STATES, NEWEST_SEARCHED
from citations.forms.language_names import language_name
from citations.index.index_schema import NOT_CHECKED
from citations.models import Appearance, Mode, Quote, Standing, State
from citations.models.base.verdicts import NOT_CHECKED_LABEL, VERDICT_CHOICES
from citations.search.facet_counts import FACET_SIZE
from citations.search.facets import count_facet_values
from citations.search.request import Search

NO_ARTICLE = "nowhere"


class FacetFilter(admin.SimpleListFilter):
    """One facet. The admin applies all chosen facets in one search (`chosen_facets`)."""

    facet_choices: Iterable[tuple[str, Any]] = ()

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        return self.facet_choices

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        return None


class ModeFilter(FacetFilter):
    title, parameter_name = _("mode"), "mode"
    facet_choices = Mode.choices


class StandingFilter(FacetFilter):
    title, parameter_name = _("standing"), "standing"
    facet_choices = Standing.choices


class LanguageFilter(FacetFilter):
    title, parameter_name = _("language"), "lang"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        found = count_facet_values(Search(states=ALL_STATES), "lang", size=FACET_SIZE).buckets[
            "lang"
        ]
        return [(tag, language_name(tag)) for tag in found]


class VerdictFilter(FacetFilter):
    """The verdict on the printed words; also finds proposals without an appearance."""

    title, parameter_name = _("verdict"), "verdict"
    facet_choices = (
        *VERDICT_CHOICES,
        (NOT_CHECKED, NOT_CHECKED_LABEL),
        (NO_ARTICLE, _("In no article")),
    )

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        if self.value() != NO_ARTICLE:
            return None
        # A published quote has an appearance; only the newest proposals are looked through.
        newest = Quote.objects.filter(state=State.PROPOSED).order_by("-pk")[:NEWEST_SEARCHED]
        without_appearance = ~Exists(Appearance.objects.filter(quote=OuterRef("pk")))
        return queryset.filter(without_appearance, pk__in=newest.values("pk"))


FACETS = (ModeFilter, StandingFilter, LanguageFilter, VerdictFilter)


def chosen_facets(parameters: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The facets chosen in the query parameters, in the form that `Search` takes."""
    names = [facet.parameter_name for facet in FACETS]
    values = {name: parameters.get(name, "") for name in names}
    return {name: (value,) for name, value in values.items() if value and value != NO_ARTICLE}

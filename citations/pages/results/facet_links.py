"""The facets beside a search: their values as links, each with its number of quotes."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from django.db.models import CharField, Value
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from citations.forms.language_names import language_name
from citations.forms.quote_filters import VERDICTS, QuoteFilterSet
from citations.models import Mode, Standing
from citations.pages.links import Addresses
from citations.search.facets import RECORD_FACETS
from citations.search.find import QuoteResults, count_searches
from citations.search.request import Search

# The most values on the page of one facet.
MOST_VALUES = 200
# The labels of values that are not records.
LABELS: dict[str, dict[str, Any]] = {
    "mode": dict(Mode.choices),
    "standing": dict(Standing.choices),
    "verdict": dict(VERDICTS),
}
PLURALS = {
    "speaker": _("speakers"),
    "position": _("offices"),
    "publication": _("publications"),
    "topic": _("topics"),
    "lang": _("languages"),
    "mode": _("modes"),
    "standing": _("standings"),
    "verdict": _("verdicts"),
}

# The labels of values by facet and value; a record that is missing is no longer public.
Labels = Mapping[str, Mapping[str, str]]
Counts = Mapping[str, Mapping[str, int]]


class FacetValue(NamedTuple):
    """One value of a facet, its number of quotes, and the search with it, or without if chosen."""

    value: str
    label: str
    number: int
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FacetLinks:
    """The values of a facet, most frequent first; `more_url` leads to all, "" if these are all."""

    name: str
    label: str
    plural: str
    values: list[FacetValue]
    more_url: str


def facets_of_results(
    found: QuoteResults, search: Search, labels: Labels, to: Addresses
) -> list[FacetLinks]:
    """The facets that have values. Chosen values are listed even if no quote has them."""
    counts = counts_with_chosen(found.counts, search)
    found_facets = [
        FacetLinks(
            name,
            QuoteFilterSet.base_filters[name].label,
            str(PLURALS[name]),
            facet_values(name, counts[name], search, labels, to.toggles(name)),
            to.with_values(more=name) if name in found.more else "",
        )
        for name in counts
    ]
    return [facet for facet in found_facets if facet.values]


def facet_values(
    name: str,
    counts: Mapping[str, int],
    search: Search,
    labels: Labels,
    url_of: Callable[[str], str],
) -> list[FacetValue]:
    """The values with labels, the chosen ones first."""
    chosen = search.chosen[name]
    values = [
        FacetValue(value, label, count, url_of(value), value in chosen)
        for value, count in counts.items()
        if (label := label_of(labels, name, value))
    ]
    return sorted(values, key=lambda value: not value.chosen)


def counts_with_chosen(counts: Counts, search: Search) -> Counts:
    """The counts, with the chosen values that are not among the most frequent."""
    missing = [
        (name, value)
        for name in counts
        for value in search.chosen[name]
        if value not in counts[name]
    ]
    alone = [replace(search, chosen={**search.chosen, name: (v,)}) for name, v in missing]
    full = {name: dict(values) for name, values in counts.items()}
    for (name, value), count in zip(missing, count_searches(alone), strict=True):
        full[name][value] = count
    return full


def label_of(labels: Labels, name: str, value: str) -> str:
    """The label of a value; "" if it is a record that is no longer public."""
    if name == "lang":
        return language_name(value)
    label = labels.get(name, {}).get(value)
    if label is not None and name in LABELS:
        return str(capfirst(label))
    return label or ("" if name in RECORD_FACETS else value)


def labels_of(
    values: Mapping[str, Collection[str]], counted: Labels, *, in_step: bool = True
) -> Labels:
    """The labels of values, by facet and value, with at most one query.

    An index that is up to date (`in_step`) counts only public records, and `counted` has their
    labels; otherwise the database is asked.
    """
    known = {name: dict(counted.get(name, {})) if in_step else {} for name in RECORD_FACETS}
    missing = {name: set(values.get(name, ())).difference(known[name]) for name in RECORD_FACETS}
    queries = [
        (model.objects.all() if in_step else model.objects.public())
        .filter(slug__in=missing[name])
        .order_by()
        .values_list(Value(name, CharField()), "slug", "name")
        for name, model in RECORD_FACETS.items()
        if missing[name]
    ]
    for name, slug, label in queries[0].union(*queries[1:], all=True) if queries else ():
        known[name][slug] = label
    return LABELS | known


def values_in(counts: Counts, search: Search) -> dict[str, set[str]]:
    """The values on a page, by facet: the counted and the chosen ones."""
    return {name: {*counts.get(name, ()), *values} for name, values in search.chosen.items()}

"""The facets beside a search: their values as links, and all the values of one on a page."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.db.models import CharField, Value

from citations.forms.language_names import language_name
from citations.forms.quote_filters import VERDICTS, QuoteFilterSet
from citations.models import Mode, Standing
from citations.pages.links import Addresses
from citations.search.facets import RECORD_FACETS
from citations.search.find import QuoteResults, count_searches
from citations.search.request import Search

# Values that the page of one facet lists.
LISTED = 200
LABELS = {
    "mode": {value: label.capitalize() for value, label in Mode.choices},
    "standing": {value: label.capitalize() for value, label in Standing.choices},
    "verdict": dict(VERDICTS),
}
PLURALS = {
    "speaker": "speakers",
    "position": "offices",
    "publication": "publications",
    "topic": "topics",
    "lang": "languages",
    "mode": "modes",
    "standing": "standings",
    "verdict": "verdicts",
}

# The names of values by facet and value; a named value that is missing is no longer public.
Labels = Mapping[str, Mapping[str, str]]
Counts = Mapping[str, Mapping[str, int]]


class FacetValue(NamedTuple):
    """One value of a facet and its count; following its address takes the value in or out."""

    value: str
    label: str
    number: int
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FacetLinks:
    """A facet's values, most first; `more_url` leads to further ones, "" where there are none."""

    name: str
    label: str
    plural: str
    values: list[FacetValue]
    more_url: str


def facets_of_results(
    found: QuoteResults, search: Search, labels: Labels, to: Addresses
) -> list[FacetLinks]:
    """The facets that have something to choose; what is chosen is listed even at a count of 0."""
    counts = counts_with_chosen(found.counts, search)
    made = [
        FacetLinks(
            name,
            QuoteFilterSet.base_filters[name].label,
            PLURALS[name],
            facet_values(name, counts[name], search, labels, to.toggles(name)),
            to.with_values(more=name) if name in found.more else "",
        )
        for name in counts
    ]
    return [facet for facet in made if facet.values]


def facet_values(
    name: str,
    counts: Mapping[str, int],
    search: Search,
    labels: Labels,
    url_of: Callable[[str], str],
) -> list[FacetValue]:
    """The values that may be shown, the chosen ones first."""
    chosen = search.chosen[name]
    values = [
        FacetValue(value, label, count, url_of(value), value in chosen)
        for value, count in counts.items()
        if (label := label_of(labels, name, value))
    ]
    return sorted(values, key=lambda value: not value.chosen)


def counts_with_chosen(counts: Counts, search: Search) -> Counts:
    """The counts with those of chosen values that are not among the most frequent."""
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
    """What a value is called; "" where it is no longer public."""
    if name == "lang":
        return language_name(value)
    return labels.get(name, {}).get(value, "" if name in RECORD_FACETS else value)


def labels_of(
    values: Mapping[str, Collection[str]], counted: Labels, *, in_step: bool = True
) -> Labels:
    """What facet values are called, by facet and value: one query for all, or none.

    What an index in step with the database has counted is public, and was named as it was
    counted; else the database is asked.
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
    """The values that a page speaks of: those counted and those chosen."""
    return {name: {*counts.get(name, ()), *values} for name, values in search.chosen.items()}

"""What a reader can choose around a search: facets, chips, sorts and years, as links.

Everything that can be followed carries its address, made here once, so that templates only print.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse

from citations.filters import SORTS, VERDICTS, QuoteFilterSet
from citations.models import Mode, Publication, Speaker, Standing, Topic
from citations.search.find import Found, Search
from citations.search.words import in_words
from citations.text.dates import in_words as date_in_words

LABELS = {
    "mode": dict(Mode.choices),
    "standing": dict(Standing.choices),
    "verdict": dict(VERDICTS),
}
NAMED: dict[str, QuerySet[Any]] = {
    "speaker": Speaker.objects.public(),
    "publication": Publication.objects.public(),
    "topic": Topic.objects.public(),
}
DATES = {"said_from": "said from", "said_to": "said to"}
DATES |= {"published_from": "published from", "published_to": "published to"}


@dataclass(frozen=True)
class Link:
    """Somewhere to go: its label, its address, and whether the reader is there."""

    label: str
    url: str
    chosen: bool = False


@dataclass(frozen=True)
class FacetValue(Link):
    """One value of a facet and its count; following it takes the value in or out."""

    value: str = ""
    count: int = 0


@dataclass(frozen=True)
class Facet:
    name: str
    label: str
    values: list[FacetValue]


@dataclass(frozen=True)
class YearCount:
    year: int
    count: int
    url: str


class Addresses:
    """Addresses of searches next to this one; each begins again on the first page.

    They carry on what was understood: no unknown parameter, and none that had an error.
    """

    def __init__(self, filterset: QuoteFilterSet) -> None:
        self.asked = QueryDict(mutable=True)
        for name in filterset.filters:
            if name not in filterset.form.errors:
                self.asked.setlist(name, filterset.data.getlist(name))

    def to_page(self, number: int) -> str:
        """The address of another page of the same search."""
        return self.with_values(page=str(number))

    def with_values(self, **values: str | Iterable[str]) -> str:
        """The address with these parameters replaced; an empty value takes one out."""
        query = self.asked.copy()
        query.pop("page", None)
        for name, value in values.items():
            query.setlist(name, [value] if isinstance(value, str) else list(value))
        for name, given in list(query.lists()):
            query.setlist(name, [value for value in given if value])
        text = query.urlencode()
        return f"{reverse('search')}?{text}" if text else reverse("search")

    def toggled(self, name: str, value: str) -> str:
        """The address with one value of a parameter taken in, or out where it is in."""
        values = self.asked.getlist(name)
        rest = [each for each in values if each != value]
        return self.with_values(**{name: rest if value in values else [*values, value]})


def facets(found: Found, search: Search, labels: Mapping[str, Any], to: Addresses) -> list[Facet]:
    """The facets that have something to choose; what is chosen is listed even at a count of 0."""
    made = []
    for name, counted in found.counts.items():
        chosen = search.chosen[name]
        counts = counted | {value: counted.get(value, 0) for value in chosen}
        values = [
            FacetValue(
                label=labels.get(name, {}).get(value, value),
                url=to.toggled(name, value),
                chosen=value in chosen,
                value=value,
                count=count,
            )
            for value, count in counts.items()
            if name not in NAMED or value in labels[name]  # else no longer public
        ]
        made.append(Facet(name, QuoteFilterSet.base_filters[name].label, values))
    return [facet for facet in made if facet.values]


def labels_of(found: Found, search: Search) -> dict[str, dict[str, str]]:
    """What facet values are called, by facet and value: one query for each named facet."""
    named = {
        name: dict(
            rows.filter(slug__in={*found.counts[name], *search.chosen[name]}).values_list(
                "slug", "name"
            )
        )
        for name, rows in NAMED.items()
    }
    return LABELS | named


def chips(filterset: QuoteFilterSet, labels: Mapping[str, Any], to: Addresses) -> list[Link]:
    """Every condition of the search, each with the address of the search without it."""
    search = filterset.search
    made = [
        Link(in_words(clause), to.with_values(q=search.asked.without(clause).to_text()))
        for clause in search.asked.root.nodes
    ]
    made += [
        Link(labels.get(name, {}).get(value, value), to.toggled(name, value))
        for name, values in search.chosen.items()
        for value in values
    ]
    if search.place:
        made.append(Link(f"at {search.place}", to.with_values(place="")))
    for name, words in DATES.items():
        if edtf := filterset.form.cleaned_data.get(name):
            made.append(Link(f"{words} {date_in_words(edtf.text)}", to.with_values(**{name: ""})))
    return made


def sorts(search: Search, to: Addresses) -> list[Link]:
    return [
        Link(label, to.with_values(sort=name), chosen=name == search.sort)
        for name, label in SORTS.items()
    ]


def years(found: Found, to: Addresses) -> list[YearCount]:
    """The years in which the quotes found were said, earliest first."""
    return [
        YearCount(year, count, to.with_values(said_from=f"{year:04}", said_to=f"{year:04}"))
        for year, count in found.years.items()
    ]

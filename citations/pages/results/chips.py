"""The conditions of a search as chips, each a link that drops it, and the orders to sort by."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from citations.edtf.parsing import Edtf, date_in_words
from citations.forms.quote_filters import SORTS, QuoteFilterSet
from citations.pages.links import Addresses
from citations.pages.results.facet_links import Labels, label_of
from citations.query.rendering import describe_query
from citations.search.request import Search

DATE_CONDITIONS = {
    "said_from": gettext_lazy("said from %(date)s"),
    "said_to": gettext_lazy("said to %(date)s"),
    "published_from": gettext_lazy("published from %(date)s"),
    "published_to": gettext_lazy("published to %(date)s"),
}


@dataclass(frozen=True, slots=True)
class SearchLink:
    """A search to go to; `chosen` if it is the one that is shown."""

    label: str
    url: str
    chosen: bool = False


def condition_chips(filterset: QuoteFilterSet, labels: Labels, to: Addresses) -> list[SearchLink]:
    """The conditions of the search, each with the address of the search without it."""
    return [
        *_words_chips(filterset, to),
        *_facet_chips(filterset.search, labels, to),
        *_other_chips(filterset, to),
    ]


def _words_chips(filterset: QuoteFilterSet, to: Addresses) -> Iterator[SearchLink]:
    typed = filterset.query
    scoped = filterset.search.query
    for clause, scoped_clause in zip(typed.root.nodes, scoped.root.nodes, strict=True):
        yield SearchLink(
            describe_query(scoped_clause), to.with_values(q=typed.without(clause).to_text())
        )


def _facet_chips(search: Search, labels: Labels, to: Addresses) -> Iterator[SearchLink]:
    for name, values in search.chosen.items():
        for value in values:
            yield SearchLink(label_of(labels, name, value) or value, to.with_toggled(name, value))


def _other_chips(filterset: QuoteFilterSet, to: Addresses) -> Iterator[SearchLink]:
    if place := filterset.search.place:
        yield SearchLink(place_condition(place), to.with_values(place=""))
    for name in DATE_CONDITIONS:
        if edtf := filterset.form.cleaned_data.get(name):
            yield SearchLink(date_condition(name, edtf), to.with_values(**{name: ""}))


def place_condition(place: str) -> str:
    return _("at %(place)s") % {"place": place}


def date_condition(name: str, edtf: Edtf) -> str:
    """A condition in words, such as “said from March 2022”."""
    return str(DATE_CONDITIONS[name] % {"date": date_in_words(edtf.text)})


def sort_links(search: Search, to: Addresses) -> list[SearchLink]:
    return [
        SearchLink(str(label), to.with_values(sort=name), chosen=name == search.sort)
        for name, label in SORTS.items()
    ]

"""What a reader can choose around a search: chips and sorts, as links.

Everything that can be followed carries its address, made here once, so that templates only print.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from citations.edtf.parsing import in_words as date_in_words
from citations.forms.quote_filters import SORTS, QuoteFilterSet
from citations.pages.links import Addresses
from citations.pages.results.facet_links import Labels, label_of
from citations.query.rendering import describe_query
from citations.search.request import Search

DATES = {"said_from": "said from", "said_to": "said to"}
DATES |= {"published_from": "published from", "published_to": "published to"}


@dataclass(frozen=True, slots=True)
class SearchLink:
    """Somewhere to go: its label, its address, and whether the reader is there."""

    label: str
    url: str
    chosen: bool = False


def condition_chips(filterset: QuoteFilterSet, labels: Labels, to: Addresses) -> list[SearchLink]:
    """Every condition of the search, each with the address of the search without it."""
    return [
        *_words_chips(filterset, to),
        *_facet_chips(filterset.search, labels, to),
        *_other_chips(filterset, to),
    ]


def _words_chips(filterset: QuoteFilterSet, to: Addresses) -> Iterator[SearchLink]:
    typed = filterset.query
    meant = dict(zip(typed.root.nodes, filterset.search.query.root.nodes, strict=True))
    for clause, as_meant in meant.items():
        yield SearchLink(
            describe_query(as_meant), to.with_values(q=typed.without(clause).to_text())
        )


def _facet_chips(search: Search, labels: Labels, to: Addresses) -> Iterator[SearchLink]:
    for name, values in search.chosen.items():
        for value in values:
            yield SearchLink(label_of(labels, name, value) or value, to.toggled(name, value))


def _other_chips(filterset: QuoteFilterSet, to: Addresses) -> Iterator[SearchLink]:
    if place := filterset.search.place:
        yield SearchLink(f"at {place}", to.with_values(place=""))
    for name, words in DATES.items():
        if edtf := filterset.form.cleaned_data.get(name):
            yield SearchLink(f"{words} {date_in_words(edtf.text)}", to.with_values(**{name: ""}))


def sort_links(search: Search, to: Addresses) -> list[SearchLink]:
    return [
        SearchLink(label, to.with_values(sort=name), chosen=name == search.sort)
        for name, label in SORTS.items()
    ]

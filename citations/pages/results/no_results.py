"""Nothing was found: near spellings, and what less would find, each with its true count."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from django.utils import timezone

from citations.edtf.parsing import in_words as date_in_words
from citations.forms.quote_filters import QuoteFilterSet
from citations.models.curation.wanted import WantedSearch
from citations.pages.links import Addresses
from citations.pages.results.chips import DATES
from citations.pages.results.facet_links import Labels, label_of
from citations.query.rendering import describe_query
from citations.search.find import count_searches
from citations.search.request import DayRange, Search
from citations.search.spelling import suggest_spellings

# Conditions that are tried without.
MOST = 10


@dataclass(frozen=True, slots=True)
class Alternative:
    """A search beside the one that found nothing: what is other about it, and what it finds."""

    label: str
    url: str
    count: int


def note_wanted(filterset: QuoteFilterSet) -> None:
    """Put the words on the curators' wanted list, once for a search and not for each page."""
    if filterset.search.page == 1 and filterset.query.highlight_terms and not filterset.form.errors:
        WantedSearch.objects.note(filterset.query.to_text(), timezone.localdate())


Trial = tuple[str, str, Search]  # label, address, search


def alternatives(
    filterset: QuoteFilterSet, labels: Labels, to: Addresses
) -> dict[str, list[Alternative]]:
    """The searches beside this one that find something, by what is other about them."""
    search = filterset.search
    without = list(islice(_without(filterset, labels, to), MOST))
    around = list(_around(filterset, to))
    tried = [*(without if len(without) > 1 else []), *around]
    counts = count_searches([trial for _, _, trial in tried])
    ways = [
        Alternative(label, url, n) for (label, url, _), n in zip(tried, counts, strict=True) if n
    ]
    context_url = {url for _, url, _ in around}
    return {
        "spellings": [
            Alternative(
                hint.query.description(), to.with_values(q=hint.query.to_text()), hint.count
            )
            for hint in suggest_spellings(search)
        ],
        "without": [way for way in ways if way.url not in context_url],
        "around": [way for way in ways if way.url in context_url],
    }


def _around(filterset: QuoteFilterSet, to: Addresses) -> Iterator[Trial]:
    """The same words, looked for around the quotations."""
    search = filterset.search
    around = search.query.in_context()
    if around != search.query:
        yield "", to.with_values(scope="context"), replace(search, query=around)


def _without(filterset: QuoteFilterSet, labels: Labels, to: Addresses) -> Iterator[Trial]:
    """The search without each of its conditions; the values of a facet are one condition."""
    search, typed = filterset.search, filterset.query
    meant = dict(zip(typed.root.nodes, search.query.root.nodes, strict=True))
    for clause, as_meant in meant.items():
        rest = typed.without(clause)
        url, fewer = to.with_values(q=rest.to_text()), filterset.meant(rest)
        yield describe_query(as_meant), url, replace(search, query=fewer)
    for name, values in search.chosen.items():
        if values:
            named = " or ".join(label_of(labels, name, value) or value for value in values)
            others = {other: v for other, v in search.chosen.items() if other != name}
            yield named, to.with_values(**{name: ""}), replace(search, chosen=others)
    if search.place:
        yield f"at {search.place}", to.with_values(place=""), replace(search, place="")
    yield from _without_days(filterset, to)


def _without_days(filterset: QuoteFilterSet, to: Addresses) -> Iterator[Trial]:
    for name, words in DATES.items():
        if edtf := filterset.form.cleaned_data.get(name):
            field, _, end = name.partition("_")
            days: DayRange = getattr(filterset.search, field)
            open_end = replace(days, **{"earliest" if end == "from" else "latest": None})
            yield (
                f"{words} {date_in_words(edtf.text)}",
                to.with_values(**{name: ""}),
                replace(filterset.search, **{field: open_end}),  # type: ignore[arg-type]
            )

"""What to offer if a search finds nothing: similar searches that find something."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from django.utils import timezone
from django.utils.translation import gettext as _

from citations.forms.quote_filters import QuoteFilterSet
from citations.models.curation.wanted import WantedSearch
from citations.pages.links import Addresses
from citations.pages.results.chips import DATE_CONDITIONS, date_condition, place_condition
from citations.pages.results.facet_links import Labels, label_of
from citations.query.rendering import describe_query
from citations.search.find import count_searches
from citations.search.request import DayRange, Search
from citations.search.spelling import suggest_spellings

# The most conditions that are dropped, one at a time.
MOST_CONDITIONS = 10


@dataclass(frozen=True, slots=True)
class Alternative:
    """A similar search: how it differs, its address, and the number of quotes it finds."""

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
    """Searches that find something: with other spellings, without a condition, or around quotes."""
    search = filterset.search
    without = list(islice(_trials_without(filterset, labels, to), MOST_CONDITIONS))
    around = list(_trials_around(filterset, to))
    tried = [*(without if len(without) > 1 else []), *around]
    counts = count_searches([trial for _label, _url, trial in tried])
    found = [
        Alternative(label, url, count)
        for (label, url, _search), count in zip(tried, counts, strict=True)
        if count
    ]
    context_urls = {url for _label, url, _search in around}
    return {
        "spellings": [
            Alternative(
                hint.query.description(), to.with_values(q=hint.query.to_text()), hint.count
            )
            for hint in suggest_spellings(search)
        ],
        "without": [each for each in found if each.url not in context_urls],
        "around": [each for each in found if each.url in context_urls],
    }


def _trials_around(filterset: QuoteFilterSet, to: Addresses) -> Iterator[Trial]:
    """The same words, searched around the quotations."""
    search = filterset.search
    around = search.query.in_context()
    if around != search.query:
        yield "", to.with_values(scope="context"), replace(search, query=around)


def _trials_without(filterset: QuoteFilterSet, labels: Labels, to: Addresses) -> Iterator[Trial]:
    """The search without each of its conditions; all values of a facet are one condition."""
    search, typed = filterset.search, filterset.query
    for clause, scoped_clause in zip(typed.root.nodes, search.query.root.nodes, strict=True):
        rest = typed.without(clause)
        url, fewer = to.with_values(q=rest.to_text()), filterset.scoped_query(rest)
        yield describe_query(scoped_clause), url, replace(search, query=fewer)
    for name, values in search.chosen.items():
        if values:
            names = [label_of(labels, name, value) or value for value in values]
            others = {other: v for other, v in search.chosen.items() if other != name}
            yield (
                _(" or ").join(names),
                to.with_values(**{name: ""}),
                replace(search, chosen=others),
            )
    if search.place:
        yield place_condition(search.place), to.with_values(place=""), replace(search, place="")
    yield from _trials_without_dates(filterset, to)


def _trials_without_dates(filterset: QuoteFilterSet, to: Addresses) -> Iterator[Trial]:
    for name in DATE_CONDITIONS:
        if edtf := filterset.form.cleaned_data.get(name):
            field, _, end = name.partition("_")
            days: DayRange = getattr(filterset.search, field)
            open_end = replace(days, **{"earliest" if end == "from" else "latest": None})
            yield (
                date_condition(name, edtf),
                to.with_values(**{name: ""}),
                replace(filterset.search, **{field: open_end}),  # type: ignore[arg-type]
            )

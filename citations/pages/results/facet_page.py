"""All the values of one facet, to choose several of them."""

from typing import Any

from citations.forms.quote_filters import QuoteFilterSet
from citations.index.analysis import index_terms
from citations.pages.links import Addresses
from citations.pages.results.facet_links import (
    MOST_VALUES,
    PLURALS,
    counts_with_chosen,
    facet_values,
    labels_of,
    values_in,
)
from citations.search.autocomplete import has_words_starting
from citations.search.facets import count_facet_values


def facet_page_context(filterset: QuoteFilterSet, to: Addresses) -> dict[str, Any]:
    """The facet that `more` names: its values, those with the words of `within` in their names."""
    asked = filterset.form.cleaned_data
    name, within = asked["more"], asked.get("within") or ""
    search = filterset.search
    found = count_facet_values(search, name, within, MOST_VALUES)
    counts = counts_with_chosen({name: found.buckets[name]}, search)
    labels = labels_of(values_in(counts, search), found.labels, in_step=found.is_current)
    words = [term.text for term in index_terms(within)]
    values = [
        value
        for value in facet_values(name, counts[name], search, labels, to.toggles(name))
        # A speaker is found by any form of the name.
        if value.chosen or name == "speaker" or has_words_starting(value.label, words)
    ]
    return {
        "form": filterset.form,
        "facet": name,
        "label": QuoteFilterSet.base_filters[name].label,
        "plural": PLURALS[name],
        "values": values,
        "within": within,
        "has_more": name in found.more,
        "kept": [(key, v) for key, vs in to.asked.items() if key != name for v in vs],
        "unlinked": [each for each in filterset.filters if each != "within"],
        "back_url": to.with_values(),
    }

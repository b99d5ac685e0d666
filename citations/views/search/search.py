"""The search page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from citations.export.file_formats import FORMATS
from citations.forms.quote_filters import QuoteFilterSet
from citations.index.schema import FACETS
from citations.pages.links import PAGE_PARAMETERS, Addresses
from citations.pages.metadata.open_graph import LinkPreview
from citations.pages.results import chips, no_results
from citations.pages.results.facet_links import facets_of_results, labels_of, values_in
from citations.pages.results.pagination import find_page, page_of_results
from citations.pages.results.year_chart import year_chart
from citations.search.execution import single_refresh
from citations.views.search.facet_values import facet_page

# What the search form carries on unseen; the rest has a field on the page.
KEPT = (*FACETS, "sort")

# What most reference managers take in.
REFERENCES = ("ris", "bib", "json", "rdf")


@require_safe
@single_refresh()
def search(request: HttpRequest) -> HttpResponse:
    """Results for the query and the filters; 400 when a filter could not be read."""
    filterset = QuoteFilterSet(request.GET)
    to = Addresses(filterset)
    if filterset.form.cleaned_data.get("more"):
        return facet_page(request, filterset, to)
    asked, found, beyond = find_page(filterset.search)
    in_step = not found.catching_up
    labels = labels_of(values_in(found.counts, asked), found.labels, in_step=in_step)
    chosen = chips.condition_chips(filterset, labels, to)
    context = {
        "form": filterset.form,
        "query": filterset.query,
        "words": ", ".join(chip.label for chip in chosen),
        "found": found,
        "beyond": beyond,
        "results": found.rows,
        "facets": facets_of_results(found, asked, labels, to),
        "chips": chosen,
        "sorts": chips.sort_links(asked, to),
        "chart": year_chart(found.years, asked.said, to),
        "page": page_of_results(found, asked.page, to.to_page),
        "kept": [(name, v) for name in KEPT for v in to.asked.get(name, ())],
        "kept_names": (*KEPT, *PAGE_PARAMETERS),
        "repaired_url": to.with_values(q=filterset.query.repaired),
        "taken": {kind: to.download(kind) for kind in ("csv", "jsonl", "atom")},
        "references": {FORMATS[kind].label: to.download(kind) for kind in REFERENCES},
        "keys": ",".join(one.key for one in found.rows),
        "clear_url": to.path,
        "preview": LinkPreview(request.build_absolute_uri(own(to, asked.page)), "Quotations"),
    }
    if not found.total:
        context |= no_results.alternatives(filterset, labels, to)
        if request.method == "GET" and not found.catching_up:
            no_results.note_wanted(filterset)
    status = 400 if filterset.form.errors else 200
    return render(request, "citations/results.html", context, status=status)


def own(to: Addresses, number: int) -> str:
    """The one address of a page of results: what was understood, and its number after the first."""
    return to.to_page(number) if number > 1 else to.with_values()

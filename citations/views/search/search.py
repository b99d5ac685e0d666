"""The search page with its results."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from citations.export.file_formats import FORMATS
from citations.forms.quote_filters import QuoteFilterSet
from citations.index.index_schema import FACETS
from citations.pages.links import PAGE_PARAMETERS, Addresses
from citations.pages.metadata.open_graph import LinkPreview
from citations.pages.results import chips, no_results
from citations.pages.results.facet_links import facets_of_results, labels_of, values_in
from citations.pages.results.pagination import find_page, page_of_results
from citations.pages.results.year_chart import year_chart
from citations.search.execution import single_refresh
from citations.views.search.facet_values import facet_page

# Hidden fields of the search form; the other parameters have visible fields.
HIDDEN_PARAMETERS = (*FACETS, "sort")

# What most reference managers take in.
REFERENCES = ("ris", "bib", "json", "rdf")


@require_safe
@single_refresh()
def search(request: HttpRequest) -> HttpResponse:
    """Results for the query and the filters; 400, and all other conditions, for an invalid one."""
    filterset = QuoteFilterSet(request.GET)
    to = Addresses(filterset)
    if filterset.form.cleaned_data.get("more"):
        return facet_page(request, filterset, to)
    asked, found, beyond = find_page(filterset.search)
    in_step = not found.catching_up
    labels = labels_of(values_in(found.counts, asked), found.labels, in_step=in_step)
    conditions = chips.condition_chips(filterset, labels, to)
    context = {
        "form": filterset.form,
        "query": filterset.query,
        "words": ", ".join(chip.label for chip in conditions),
        "found": found,
        "beyond": beyond,
        "results": found.rows,
        "facets": facets_of_results(found, asked, labels, to),
        "chips": conditions,
        "sorts": chips.sort_links(asked, to),
        "chart": year_chart(found.years, asked.said, to),
        "page": page_of_results(found, asked.page, to.to_page),
        "hidden": [(name, v) for name in HIDDEN_PARAMETERS for v in to.asked.get(name, ())],
        "unlinked": (*HIDDEN_PARAMETERS, *PAGE_PARAMETERS),
        "repaired_url": to.with_values(q=filterset.query.repaired),
        "downloads": {kind: to.download(kind) for kind in ("csv", "jsonl", "atom")},
        "references": {FORMATS[kind].label: to.download(kind) for kind in REFERENCES},
        "keys": ",".join(one.key for one in found.rows),
        "clear_url": to.path,
        "preview": LinkPreview(
            request.build_absolute_uri(canonical_address(to, asked.page)), _("Quotations")
        ),
    }
    if not found.total:
        context |= no_results.alternatives(filterset, labels, to)
        if request.method == "GET" and not found.catching_up:
            no_results.note_wanted(filterset)
    status = 400 if filterset.form.errors else 200
    return render(request, "citations/results.html", context, status=status)


def canonical_address(to: Addresses, number: int) -> str:
    """The address with the valid parameters only, and with the page number after the first."""
    return to.to_page(number) if number > 1 else to.with_values()

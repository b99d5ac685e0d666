"""The search page."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from citations.filters import QuoteFilterSet
from citations.models import Quote
from citations.search.find import Found, Search, find
from citations.views import choices
from citations.views.choices import Addresses
from citations.views.results import page_of, pages_of, results


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Results for the query and the filters; 400 when a filter could not be read."""
    filterset = QuoteFilterSet(request.GET, queryset=Quote.objects.published())
    asked, found, beyond = found_on_page(filterset.search)
    to = Addresses(filterset)
    labels = choices.labels_of(found, asked)
    chips = choices.chips(filterset, labels, to)
    context = {
        "form": filterset.form,
        "query": asked.asked,
        "words": ", ".join(chip.label for chip in chips),
        "found": found,
        "beyond": beyond,
        "results": results(found, asked.asked),
        "facets": choices.facets(found, asked, labels, to),
        "chips": chips,
        "sorts": choices.sorts(asked, to),
        "years": choices.years(found, to),
        "page": page_of(found, asked.page, to),
        "clear_url": reverse("search"),
    }
    status = 400 if filterset.form.errors else 200
    return render(request, "citations/results.html", context, status=status)


def found_on_page(asked: Search) -> tuple[Search, Found, int]:
    """What is found; for a page beyond the last one the last, and the number asked for."""
    found = find(asked)
    last = pages_of(found.total)
    if asked.page <= last:
        return asked, found, 0
    instead = replace(asked, page=last)
    return instead, find(instead), asked.page

"""The page with all the values of one facet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from citations.forms.quote_filters import QuoteFilterSet
from citations.pages.links import Addresses
from citations.pages.results.facet_page import facet_page_context


def facet_page(request: HttpRequest, filterset: QuoteFilterSet, to: Addresses) -> HttpResponse:
    context = facet_page_context(filterset, to)
    status = 400 if filterset.form.errors else 200
    return render(request, "citations/facet.html", context, status=status)

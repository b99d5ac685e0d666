"""A collection of quotes: one list of their sources, and the citation of each quote."""

from itertools import zip_longest

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from citations.export.file_formats import FORMATS
from citations.forms.citation import MOST_TOGETHER, CollectionForm
from citations.models import Quote
from citations.models.citable import cited_quotes
from citations.pages.citing.collection_citations import collection_citations, quotes_with_keys
from citations.views.responses.files import (
    error_lines,
    plain_text,
    quotes_file,
    site_of,
    unknown_format,
    unknown_quotes,
)


@require_safe
def collection(request: HttpRequest) -> HttpResponse:
    """The page; 404 with everything else if a quote or a style is unknown."""
    form = CollectionForm(request.GET)
    is_valid = form.is_valid()
    if is_valid and form.is_change:
        return redirect(form.address(form.keys_after_change))
    quotes = quotes_with_keys(form.keys)
    quoted = cited_quotes(quotes, site_of(request))
    known = {quote.key for quote in quotes}
    missing = [key for key in form.keys if key not in known]
    citations = collection_citations(quoted, form)
    context = {
        "form": form,
        "missing": missing,
        "without_missing": form.address(known) if missing else "",
        "citations": citations,
        "cited": list(zip_longest(quoted, citations.citations if citations else [])),
        "formats": FORMATS,
        "most": MOST_TOGETHER,
    }
    status = 404 if missing or not is_valid else 200
    return render(request, "citations/collection.html", context, status=status)


@require_safe
def collection_file(request: HttpRequest, kind: str) -> HttpResponseBase:
    """The quotes as a file, in their order; only an error message if one is unknown."""
    if kind not in FORMATS:
        return unknown_format(kind)
    form = CollectionForm(request.GET)
    if not form.is_valid():
        return plain_text(error_lines(form), 400)
    numbers = dict(Quote.objects.published().filter(key__in=form.keys).values_list("key", "pk"))
    if missing := [key for key in form.keys if key not in numbers]:
        return unknown_quotes(missing)
    return quotes_file(request, kind, [numbers[key] for key in form.keys], "citations")

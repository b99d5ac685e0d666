"""Chosen quotes together: their sources as one list, and how each of them is cited."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from citations.export.file_formats import FORMATS
from citations.forms.citation import MOST_TOGETHER, CollectionForm
from citations.models import Quote
from citations.models.citable import cited_quotes
from citations.pages.citing.collection_citations import collection_citations, quotes_with_keys
from citations.views.responses.files import unknown_format, plain_text, error_lines, site_of, quotes_file


@require_safe
def collection(request: HttpRequest) -> HttpResponse:
    """The page; 400 or 404 with what is there, where a quote or a style is not."""
    form = CollectionForm(request.GET)
    is_read = form.is_valid()
    if is_read and form.is_change:
        return redirect(form.address(form.keys_after_change))
    quotes = quotes_with_keys(form.keys)
    quoted = cited_quotes(quotes, site_of(request))
    there = {quote.key for quote in quotes}
    missing = [key for key in form.keys if key not in there]
    made = collection_citations(quoted, form)
    context = {
        "form": form,
        "missing": missing,
        "without_missing": form.address(there) if missing else "",
        "made": made,
        "cited": list(zip(quoted, made.citations, strict=True)) if made else [],
        "formats": FORMATS,
        "most": MOST_TOGETHER,
    }
    status = 404 if missing or not is_read else 200
    return render(request, "citations/collection.html", context, status=status)


@require_safe
def collection_file(request: HttpRequest, kind: str) -> HttpResponseBase:
    """The chosen quotes as a file, in their order: all of them, or a line on what is wrong."""
    if kind not in FORMATS:
        return unknown_format(kind)
    form = CollectionForm(request.GET)
    if not form.is_valid():
        return plain_text(error_lines(form), 400)
    numbers = dict(Quote.objects.published().filter(key__in=form.keys).values_list("key", "pk"))
    if missing := [key for key in form.keys if key not in numbers]:
        return plain_text(f"quotes: {', '.join(missing)}: not in this database.\n", 404)
    return quotes_file(request, kind, [numbers[key] for key in form.keys], "citations")

"""Citations in a style as plain text, for programs that ask for them (text/x-bibliography)."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from citations.forms.citation import CollectionForm
from citations.models import Quote
from citations.models.citable import cited_quotes
from citations.pages.citing.collection_citations import collection_citations, quotes_with_keys
from citations.views.responses.files import allow_all_sites, plain_text, error_lines, site_of
from citations.views.responses.gone import answer_gone_if_withdrawn

MEDIA_TYPE = "text/x-bibliography; charset=utf-8"
NAMES = ("style", "named", "locale")


@require_safe
@answer_gone_if_withdrawn()
def quote_bibliography(request: HttpRequest, key: str, asked: Mapping[str, str]) -> HttpResponse:
    """The entry of a quote's source."""
    get_object_or_404(Quote.objects.published().only("pk"), key=key)
    return _bibliography(request, {"quotes": key} | style_parameters(asked))


@require_safe
def collection_bibliography(request: HttpRequest, asked: Mapping[str, str]) -> HttpResponse:
    """An entry a line for the sources of the chosen quotes; the address may name the style too."""
    return _bibliography(request, request.GET.dict() | style_parameters(asked))


def style_parameters(asked: Mapping[str, str]) -> dict[str, str]:
    return {name: asked[name] for name in NAMES if name in asked}


def _bibliography(request: HttpRequest, asked: Mapping[str, str]) -> HttpResponse:
    """406 with the nearest where there is no such style or language; 400 or 404 as for files."""
    form = CollectionForm(asked)
    if not form.is_valid():
        status = 406 if form.errors.keys() & {*NAMES} else 400
        return plain_text(error_lines(form), status)
    quotes = quotes_with_keys(form.keys)
    if missing := set(form.keys) - {quote.key for quote in quotes}:
        return plain_text(f"quotes: {', '.join(sorted(missing))}: not in this database.\n", 404)
    made = collection_citations(cited_quotes(quotes, site_of(request)), form)
    if made is None:
        return plain_text(f"style: {form.chosen.name} cannot be run; choose another one.\n", 406)
    text = "".join(f"{entry.plain}\n" for entry in made.entries)
    response = HttpResponse(text, content_type=MEDIA_TYPE)
    allow_all_sites(response)
    return response

"""Citations as plain text for programs that ask for `text/x-bibliography`."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from citations.forms.citation import CollectionForm
from citations.models import Quote
from citations.models.citable import cited_quotes
from citations.pages.citing.collection_citations import collection_citations, quotes_with_keys
from citations.views.responses.files import (
    allow_all_sites,
    error_lines,
    plain_text,
    site_of,
    unknown_quotes,
)
from citations.views.responses.gone import answer_gone_if_withdrawn

MEDIA_TYPE = "text/x-bibliography; charset=utf-8"
NAMES = ("style", "named", "locale")


@require_safe
@answer_gone_if_withdrawn()
def quote_bibliography(request: HttpRequest, key: str, asked: Mapping[str, str]) -> HttpResponse:
    """The reference list entry of a quote's source."""
    get_object_or_404(Quote.objects.published().only("pk"), key=key)
    return _bibliography(request, {"quotes": key} | style_parameters(asked))


@require_safe
def collection_bibliography(request: HttpRequest, asked: Mapping[str, str]) -> HttpResponse:
    """One entry a line; the address may name the style as well as the media type."""
    return _bibliography(request, request.GET.dict() | style_parameters(asked))


def style_parameters(asked: Mapping[str, str]) -> dict[str, str]:
    return {name: asked[name] for name in NAMES if name in asked}


def _bibliography(request: HttpRequest, asked: Mapping[str, str]) -> HttpResponse:
    """406 with similar names for an unknown style or language; 400 or 404 as for files."""
    form = CollectionForm(asked)
    if not form.is_valid():
        status = 406 if form.errors.keys() & {*NAMES} else 400
        return plain_text(error_lines(form), status)
    quotes = quotes_with_keys(form.keys)
    if missing := set(form.keys) - {quote.key for quote in quotes}:
        return unknown_quotes(sorted(missing))
    citations = collection_citations(cited_quotes(quotes, site_of(request)), form)
    if citations is None:
        message = _("style: %(name)s cannot be used; choose another one.")
        return plain_text(f"{message % {'name': form.chosen.name}}\n", 406)
    text = "".join(f"{entry.plain}\n" for entry in citations.entries)
    response = HttpResponse(text, content_type=MEDIA_TYPE)
    allow_all_sites(response)
    return response

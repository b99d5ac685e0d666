"""Citations in a style as plain text, for programs that ask for them (text/x-bibliography)."""

from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from citations.citation_form import CitationForm, CollectionForm
from citations.cite.engine import CannotCiteError
from citations.cite.lists import source_list
from citations.cite.markup import as_text
from citations.exchange.citable import citable
from citations.models import Quote
from citations.views.files import opened, plain, site_of
from citations.views.withdrawn import tells_withdrawn

MEDIA_TYPE = "text/x-bibliography; charset=utf-8"


@tells_withdrawn()
def quote_bibliography(request: HttpRequest, key: str, asked: Mapping[str, str]) -> HttpResponse:
    """The entry of a quote's source."""
    quote = get_object_or_404(Quote.objects.published().with_record(), key=key)
    return _listed(request, [quote], asked)


def collection_bibliography(request: HttpRequest, asked: Mapping[str, str]) -> HttpResponse:
    """An entry a line for the sources of the chosen quotes; the address may name the style too."""
    form = CollectionForm(request.GET)
    form.is_valid()
    quotes = list(Quote.objects.published().with_record().filter(key__in=form.keys))
    named = {name: request.GET[name] for name in ("style", "locale") if name in request.GET}
    return _listed(request, quotes, named | dict(asked))


def _listed(
    request: HttpRequest, quotes: Sequence[Quote], asked: Mapping[str, str]
) -> HttpResponse:
    """406 with the nearest style or language where there is no such one."""
    form = CitationForm({name: asked.get(name, "") for name in ("style", "locale")})
    if not form.is_valid():
        told = form.errors.get_json_data().items()
        return plain("".join(f"{name}: {e['message']}\n" for name, es in told for e in es), 406)
    try:
        made = source_list(citable(quotes, site_of(request)), form.chosen, form.language)
    except CannotCiteError:
        return plain(f"style: {form.chosen.name} cannot be run; choose another one.\n", 406)
    text = "".join(f"{as_text(entry)}\n" for entry in made.entries)
    response = HttpResponse(text, content_type=MEDIA_TYPE)
    opened(response)
    return response

"""A quote's source as reference managers take it in, by the suffix of the quote's address."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from citations.cite.bibtex import biblatex, bibtex
from citations.cite.csljson import csl_json
from citations.cite.quoted import Quoted
from citations.cite.ris import ris
from citations.exchange.citable import citable
from citations.models import Quote
from citations.views.exports import opened, plain
from citations.views.withdrawn import tells_withdrawn


class Reference(NamedTuple):
    """A format: what it is called, its media type, and how it is written."""

    label: str
    media_type: str
    write: Callable[[Iterable[Quoted]], str]


FORMATS = {
    "ris": Reference("RIS", "application/x-research-info-systems", ris),
    "bib": Reference("BibTeX", "application/x-bibtex", bibtex),
    "biblatex": Reference("BibLaTeX", "application/x-biblatex", biblatex),
    "json": Reference("CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json),
}


@require_safe
@tells_withdrawn()
def reference(request: HttpRequest, key: str, kind: str) -> HttpResponse:
    """The source, with the quotation as its note; 404 with the list where there is no such format.

    CSL-JSON is JSON, which is UTF-8 (RFC 8259); the others say so.
    """
    quote = get_object_or_404(Quote.objects.published().with_record(), key=key)
    if kind not in FORMATS:
        return plain(f"{kind}: no such format. There are {', '.join(FORMATS)}.\n", 404)
    chosen = FORMATS[kind]
    text = chosen.write(citable([quote], request.build_absolute_uri("/").removesuffix("/")))
    response = HttpResponse(text, content_type=f"{chosen.media_type}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{key}.{kind}"'
    opened(response)
    return response

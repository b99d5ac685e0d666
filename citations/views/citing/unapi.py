"""unAPI 1.0 (2006): the records of the quotes that a page names, in formats Zotero takes in."""

from collections.abc import Mapping
from re import fullmatch

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_safe

from citations.export.file_formats import FORMATS, FileFormat, without_parameters
from citations.models import Quote
from citations.models.base.permanent_keys import ALPHABET, LENGTH
from citations.models.history import withdrawal_of
from citations.views.responses.files import opened, plain, whole
from citations.views.responses.gone import gone_in_words

# unAPI's names of formats, as Zotero knows them, the best first; and their suffixes here.
SUFFIXES = {"rdf_zotero": "rdf", "ris": "ris", "bibtex": "bib"}


def formats() -> Mapping[str, FileFormat]:
    """The formats there are, by their names in unAPI."""
    return {name: FORMATS[suffix] for name, suffix in SUFFIXES.items()}


@require_safe
def unapi(request: HttpRequest) -> HttpResponseBase:
    """The formats there are; with `id`, those of one quote (300); with `format` too, its record.

    404 for an unknown quote, 406 for an unknown format, 400 for a format of nothing.
    """
    key, name = request.GET.get("id", ""), request.GET.get("format", "")
    if not key:
        return opened(plain("format: of which id?\n", 400) if name else listed())
    is_key = fullmatch(f"[{ALPHABET}]{{{LENGTH}}}", key)  # PostgreSQL refuses a NUL
    quote = Quote.objects.published().filter(key=key).only("pk").first() if is_key else None
    if not quote:
        withdrawal = withdrawal_of(key) if is_key else None
        return gone_in_words(withdrawal) if withdrawal else plain("id: no such quotation.\n", 404)
    if not name:
        return opened(listed(key))
    if name not in formats():
        return plain(f"{name}: no such format. There are {', '.join(formats())}.\n", 406)
    return whole(request, SUFFIXES[name], [quote.pk], key)


def listed(key: str = "") -> HttpResponse:
    """The list of formats: of all quotes, or of one, which is then a choice to make."""
    each = ((name, without_parameters(one.media_type)) for name, one in formats().items())
    lines = format_html_join("", '<format name="{}" type="{}"/>', each)
    of = format_html(' id="{}"', key) if key else ""
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<formats{of}>{lines}</formats>\n'
    return HttpResponse(text, status=300 if key else 200, content_type="application/xml")

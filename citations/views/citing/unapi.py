"""unAPI 1.0 (2006): gives Zotero the records of the quotes on a page."""

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
from citations.views.responses.files import allow_all_sites, plain_text, quotes_file
from citations.views.responses.gone import gone_text

# The names of formats in unAPI, as Zotero knows them, best first, with our file endings.
SUFFIXES = {"rdf_zotero": "rdf", "ris": "ris", "bibtex": "bib"}


def unapi_formats() -> Mapping[str, FileFormat]:
    """By their names in unAPI."""
    return {name: FORMATS[suffix] for name, suffix in SUFFIXES.items()}


@require_safe
def unapi(request: HttpRequest) -> HttpResponseBase:
    """All formats; with `id`, those of one quote (300); with `id` and `format`, its record.

    404 for an unknown quote, 406 for an unknown format, 400 for a format without an id.
    """
    key, name = request.GET.get("id", ""), request.GET.get("format", "")
    if not key:
        return allow_all_sites(
            plain_text("format: the parameter id is missing.\n", 400) if name else format_list()
        )
    is_key = fullmatch(f"[{ALPHABET}]{{{LENGTH}}}", key)  # PostgreSQL refuses a NUL
    quote = Quote.objects.published().filter(key=key).only("pk").first() if is_key else None
    if not quote:
        withdrawal = withdrawal_of(key) if is_key else None
        return gone_text(withdrawal) if withdrawal else plain_text("id: no such quotation.\n", 404)
    if not name:
        return allow_all_sites(format_list(key))
    if name not in unapi_formats():
        return plain_text(
            f"{name}: no such format. Available formats: {', '.join(unapi_formats())}.\n", 406
        )
    return quotes_file(request, SUFFIXES[name], [quote.pk], key)


def format_list(key: str = "") -> HttpResponse:
    """The XML list of formats: 200 for all quotes, 300 (multiple choices) for one."""
    each = ((name, without_parameters(one.media_type)) for name, one in unapi_formats().items())
    lines = format_html_join("", '<format name="{}" type="{}"/>', each)
    of = format_html(' id="{}"', key) if key else ""
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<formats{of}>{lines}</formats>\n'
    return HttpResponse(text, status=300 if key else 200, content_type="application/xml")

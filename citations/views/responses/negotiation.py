"""Content negotiation: a page or a file at one address, by the Accept header (RFC 9110, 12.5.1)."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.request import MediaType
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from citations.export.file_formats import FORMATS, without_parameters
from citations.views.responses.files import plain_text

View = Callable[..., HttpResponseBase]

PAGE = "text/html"
# Crossref's type for a citation in a style: text/x-bibliography; style=apa; locale=en-US
BIBLIOGRAPHY = "text/x-bibliography"
# Other media types by which programs ask for a format.
ALIASES = {"application/json": "json", "application/x-ndjson": "jsonl"}


def negotiate_format(page: View, file: View, bibliography: View | None = None) -> View:
    """One view that chooses among these; 406 with the available types if none is accepted."""

    @wraps(page)
    def view(request: HttpRequest, **arguments: Any) -> HttpResponseBase:
        kinds = {without_parameters(each.media_type): kind for kind, each in FORMATS.items()}
        kinds |= ALIASES
        types = [PAGE, *([BIBLIOGRAPHY] if bibliography else []), *kinds]
        chosen = preferred_type(request, types)
        if not chosen:
            lines = "\n".join([_("Available media types:"), *types])
            response: HttpResponseBase = plain_text(f"{lines}\n", 406)
        elif chosen == PAGE:
            response = page(request, **arguments)
        elif bibliography and chosen == BIBLIOGRAPHY:
            media_range = media_range_of(request, chosen)
            parameters = media_range.params if media_range else {}
            response = bibliography(request, **arguments, asked=parameters)
        else:
            response = file(request, **arguments, kind=kinds[chosen])
        patch_vary_headers(response, ["Accept"])
        return response

    return view


def preferred_type(request: HttpRequest, types: list[str]) -> str:
    """The type with the highest quality, the first of several; "" if none is accepted."""
    ranges = {each: media_range_of(request, each) for each in types}
    qualities = {each: found.quality for each, found in ranges.items() if found}
    best = max(qualities, key=lambda each: qualities[each], default="")
    return best if qualities.get(best) else ""


def media_range_of(request: HttpRequest, media_type: str) -> MediaType | None:
    """The most precise media range of the header that covers this type.

    Its parameters do not count in the match, unlike in Django, which takes a type with a style
    or a charset for another type; the view that answers reads them.
    """
    main, _slash, sub = media_type.partition("/")
    ranges = [
        each
        for each in accepted_types(request)
        if each.main_type in (main, "*") and each.sub_type in (sub, "*")
    ]
    return max(ranges, key=_precision, default=None)


def accepted_types(request: HttpRequest) -> list[MediaType]:
    """The media ranges of the header; `*/*` if it is missing or malformed."""
    anything = [MediaType("*/*")]
    if not request.headers.get("Accept", "").strip():
        return anything
    try:
        return request.accepted_types
    except (ValueError, LookupError):  # a parameter in an unknown encoding (RFC 8187)
        return anything


def _precision(each: MediaType) -> tuple[bool, bool, float]:
    return each.main_type != "*", each.sub_type != "*", each.quality

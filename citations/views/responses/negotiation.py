"""The page, or the same as a file: by what a program says that it accepts (RFC 9110, 12.5.1)."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.request import MediaType
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from citations.export.file_formats import FORMATS, bare
from citations.views.responses.files import plain

View = Callable[..., HttpResponseBase]

PAGE = "text/html"
# Crossref's type for a citation in a style: text/x-bibliography; style=apa; locale=en-US
BIBLIOGRAPHY = "text/x-bibliography"
# Other names under which programs ask for a format.
ALIASES = {"application/json": "json", "application/x-ndjson": "jsonl"}


def negotiated(page: View, file: View, bibliography: View | None = None) -> View:
    """A view of all three; 406 with the types there are, where none of them is accepted."""

    @wraps(page)
    def view(request: HttpRequest, **named: Any) -> HttpResponseBase:
        kinds = {bare(each.media_type): kind for kind, each in FORMATS.items()} | ALIASES
        types = [PAGE, *([BIBLIOGRAPHY] if bibliography else []), *kinds]
        wanted = preferred(request, types)
        if not wanted:
            listed = "".join(f"{each}\n" for each in types)
            response: HttpResponseBase = plain(f"There is this as:\n{listed}", 406)
        elif wanted == PAGE:
            response = page(request, **named)
        elif bibliography and wanted == BIBLIOGRAPHY:
            spoken = range_of(request, wanted)
            response = bibliography(request, **named, asked=spoken.params if spoken else {})
        else:
            response = file(request, **named, kind=kinds[wanted])
        patch_vary_headers(response, ["Accept"])
        return response

    return view


def preferred(request: HttpRequest, types: list[str]) -> str:
    """The type among these that is accepted most gladly, the first where several are; or ""."""
    wanted = {each: range_of(request, each) for each in types}
    qualities = {each: found.quality for each, found in wanted.items() if found}
    best = max(qualities, key=lambda each: qualities[each], default="")
    return best if qualities.get(best) else ""


def range_of(request: HttpRequest, media_type: str) -> MediaType | None:
    """The part of the header that speaks of this type, the most precise one.

    Its parameters are for whoever makes the answer: Django's own choice takes a type with a style
    or a charset for another type.
    """
    main, _, sub = media_type.partition("/")
    spoken = [
        each
        for each in accepted(request)
        if each.main_type in (main, "*") and each.sub_type in (sub, "*")
    ]
    return max(spoken, key=_precision, default=None)


def accepted(request: HttpRequest) -> list[MediaType]:
    """What the header accepts: anything, where it is empty or cannot be read."""
    anything = [MediaType("*/*")]
    if not request.headers.get("Accept", "").strip():
        return anything
    try:
        return request.accepted_types
    except (ValueError, LookupError):  # a parameter in an encoding that is none (RFC 8187)
        return anything


def _precision(each: MediaType) -> tuple[bool, bool, float]:
    return each.main_type != "*", each.sub_type != "*", each.quality

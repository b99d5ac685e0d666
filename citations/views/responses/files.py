"""Files as responses: the quotes in a format, with the headers that say what it is."""

from collections.abc import Callable, Iterator, Sequence

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from citations.export.file_formats import FORMATS, TEXT, file_parts
from citations.export.rows import RecordAddresses
from citations.export.tables import Extent
from citations.pages.links import addresses_of

# Public data for any page or program to use, but no pages for crawlers.
OPEN = {"Cross-Origin-Resource-Policy": "cross-origin", "X-Robots-Tag": "noindex"}


def body_of(
    request: HttpRequest, kind: str, numbers: Sequence[int], extent: Extent
) -> Iterator[bytes]:
    """The file's parts, with addresses on the host that was asked."""
    addresses = RecordAddresses(
        site_of(request), address_of(request, "quote"), address_of(request, "article")
    )
    return file_parts(kind, numbers, extent, addresses)


def whole(request: HttpRequest, kind: str, numbers: Sequence[int], name: str) -> HttpResponseBase:
    """A file of few quotes, at once."""
    extent = Extent(len(numbers), len(numbers))
    response = HttpResponse(b"".join(body_of(request, kind, numbers, extent)))
    return described(response, kind, name)


def described(response: HttpResponseBase, kind: str, name: str) -> HttpResponseBase:
    """The response with what its headers say of the file."""
    chosen = FORMATS[kind]
    response.headers["Content-Type"] = chosen.media_type
    file = f"{name}.{chosen.ending or kind}"
    response.headers["Content-Disposition"] = f'attachment; filename="{file}"'
    return opened(response)


def opened(response: HttpResponseBase) -> HttpResponseBase:
    """The response, for any page or program to use."""
    for name, value in OPEN.items():
        response.headers[name] = value
    return response


def no_such_format(kind: str) -> HttpResponse:
    return plain(f"{kind}: no such format. There are {', '.join(FORMATS)}.\n", 404)


def plain(text: str, status: int, headers: dict[str, str] | None = None) -> HttpResponse:
    told = OPEN | {"Cache-Control": "no-store"} | (headers or {})
    return HttpResponse(text, status=status, content_type=TEXT, headers=told)


def refusals(form: Form) -> str:
    """A line for each thing in a form that cannot be read: the parameter's name and what to do."""
    told = form.errors.get_json_data().items()
    return "".join(f"{name}: {one['message']}\n" for name, each in told for one in each)


def site_of(request: HttpRequest) -> str:
    """Scheme and host."""
    return request.build_absolute_uri("/").removesuffix("/")


def address_of(request: HttpRequest, name: str) -> Callable[[str], str]:
    """The absolute address of each record of a kind (`quote`, `article`), by its key."""
    site, path = site_of(request), addresses_of(name)
    return lambda key: f"{site}{path(key)}"

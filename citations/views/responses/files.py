"""Text and file responses, with the headers that say what is in them."""

from collections.abc import Callable, Iterator, Sequence

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from citations.export.file_formats import FORMATS, TEXT, file_parts
from citations.export.rows import RecordAddresses
from citations.export.tables import Extent
from citations.pages.links import addresses_of

# Any page or program may use this public data; crawlers find it on the pages already.
OPEN_HEADERS = {"Cross-Origin-Resource-Policy": "cross-origin", "X-Robots-Tag": "noindex"}


def file_body(
    request: HttpRequest, kind: str, numbers: Sequence[int], extent: Extent
) -> Iterator[bytes]:
    """The parts of a file, with absolute addresses on the host of the request."""
    addresses = RecordAddresses(
        site_of(request), record_address(request, "quote"), record_address(request, "article")
    )
    return file_parts(kind, numbers, extent, addresses)


def quotes_file(
    request: HttpRequest, kind: str, numbers: Sequence[int], name: str
) -> HttpResponseBase:
    """A file of a few quotes, sent at once."""
    extent = Extent(len(numbers), len(numbers))
    response = HttpResponse(b"".join(file_body(request, kind, numbers, extent)))
    return as_download(response, kind, name)


def as_download(response: HttpResponseBase, kind: str, name: str) -> HttpResponseBase:
    """Add the headers that give the file its type and its name."""
    chosen = FORMATS[kind]
    response.headers["Content-Type"] = chosen.media_type
    file = f"{name}.{chosen.ending or kind}"
    response.headers["Content-Disposition"] = f'attachment; filename="{file}"'
    return allow_all_sites(response)


def allow_all_sites(response: HttpResponseBase) -> HttpResponseBase:
    for name, value in OPEN_HEADERS.items():
        response.headers[name] = value
    return response


def unknown_format(kind: str) -> HttpResponse:
    message = _("%(format)s: no such format. Available formats: %(formats)s.")
    return plain_text(f"{message % {'format': kind, 'formats': ', '.join(FORMATS)}}\n", 404)


def unknown_quotes(keys: Sequence[str]) -> HttpResponse:
    message = _("quotes: %(keys)s: not in this database.") % {"keys": ", ".join(keys)}
    return plain_text(f"{message}\n", 404)


def plain_text(text: str, status: int, headers: dict[str, str] | None = None) -> HttpResponse:
    every = OPEN_HEADERS | {"Cache-Control": "no-store"} | (headers or {})
    return HttpResponse(text, status=status, content_type=TEXT, headers=every)


def error_lines(form: Form) -> str:
    """One line for each error: the name of the parameter and the message."""
    errors = form.errors.get_json_data().items()
    return "".join(f"{name}: {one['message']}\n" for name, each in errors for one in each)


def site_of(request: HttpRequest) -> str:
    """Scheme and host, as in `https://example.org`."""
    return request.build_absolute_uri("/").removesuffix("/")


def record_address(request: HttpRequest, name: str) -> Callable[[str], str]:
    """A function from the key of a record of one kind (`quote`, `article`) to its address."""
    site, path = site_of(request), addresses_of(name)
    return lambda key: f"{site}{path(key)}"

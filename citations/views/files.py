"""Quotes to take along as files: the formats, their media types, and what is said in headers."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from citations.cite.bibtex import biblatex, bibtex
from citations.cite.csljson import csl_json
from citations.cite.endnote import endnote_xml
from citations.cite.hypertext import html
from citations.cite.mods import mods
from citations.cite.prose import plain_text
from citations.cite.quoted import Quoted
from citations.cite.ris import ris
from citations.cite.zotero_rdf import zotero_rdf
from citations.exchange.citable import cited
from citations.exchange.downloads import FORMATS as TABLES
from citations.exchange.downloads import Extent
from citations.exchange.rows import rows
from citations.views.addresses import addresses_of

# Quotes that a file can hold: a table is written as it is read, a reference list made as one.
MOST = 100_000
MOST_REFERENCES = 10_000
TEXT = "text/plain; charset=utf-8"
# Public data for any page or program to use, but no pages for crawlers.
OPEN = {"Cross-Origin-Resource-Policy": "cross-origin", "X-Robots-Tag": "noindex"}


@dataclass(frozen=True)
class Format:
    """What a format is called, its media type, and how it is written.

    `write` is None for tables, which are made of rows and not of references. `ending` is that of a
    file's name, where programs know another one than the address has. CSL-JSON is JSON, which is
    UTF-8 (RFC 8259) and has no charset; the others say theirs.
    """

    label: str
    media_type: str
    write: Callable[[Iterable[Quoted]], str] | None = None
    ending: str = ""
    most: int = MOST_REFERENCES


FORMATS = {
    "ris": Format("RIS", "application/x-research-info-systems; charset=utf-8", ris),
    "bib": Format("BibTeX", "application/x-bibtex; charset=utf-8", bibtex),
    "biblatex": Format("BibLaTeX", "application/x-biblatex; charset=utf-8", biblatex, "bib"),
    "json": Format("CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json),
    "rdf": Format("Zotero RDF", "application/rdf+xml; charset=utf-8", zotero_rdf),
    "mods": Format("MODS", "application/mods+xml; charset=utf-8", mods, "xml"),
    "endnote": Format(
        "EndNote XML", "application/x-endnote+xml; charset=utf-8", endnote_xml, "xml"
    ),
    "txt": Format("Text", TEXT, plain_text),
    "html": Format("HTML", "text/html; charset=utf-8", html),
    "csv": Format("CSV", TABLES["csv"].media_type, most=MOST),
    "jsonl": Format("JSON Lines", TABLES["jsonl"].media_type, most=MOST),
}


def body_of(
    request: HttpRequest, kind: str, numbers: Sequence[int], extent: Extent
) -> Iterator[bytes]:
    """The file's parts, made as they are asked for: the numbered quotes in their order."""
    write = FORMATS[kind].write
    if write:
        return _whole(write, cited(numbers, site_of(request)))
    made = rows(numbers, address_of(request, "quote"), address_of(request, "article"))
    return TABLES[kind].write(made, extent)


def _whole(write: Callable[[Iterable[Quoted]], str], quotes: Iterable[Quoted]) -> Iterator[bytes]:
    yield write(quotes).encode()


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


def bare(media_type: str) -> str:
    """The media type without its parameters."""
    return media_type.partition(";")[0]


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

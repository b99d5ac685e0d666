"""The formats in which quotes leave the house: names, media types, and what writes each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from citations.cite.cited_quote import Quoted
from citations.cite.formats.bibtex import biblatex, bibtex
from citations.cite.formats.csl_json import csl_json
from citations.cite.formats.endnote import endnote_xml
from citations.cite.formats.html import html
from citations.cite.formats.mods import mods
from citations.cite.formats.plain_text import plain_text
from citations.cite.formats.ris import ris
from citations.cite.formats.zotero_rdf import zotero_rdf
from citations.export.rows import Address, rows
from citations.export.tables import FORMATS as TABLES
from citations.export.tables import Extent
from citations.models.citable import cited

# Quotes that a file can hold: a table is written as it is read, a reference list made as one.
MOST = 100_000
MOST_REFERENCES = 10_000
TEXT = "text/plain; charset=utf-8"


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
    kind: str,
    numbers: Sequence[int],
    extent: Extent,
    *,
    site: str,
    quote_at: Address,
    article_at: Address,
) -> Iterator[bytes]:
    """The file's parts, made as they are asked for: the numbered quotes in their order.

    `site` is the scheme and host; `quote_at` and `article_at` give the absolute address of a key.
    """
    write = FORMATS[kind].write
    if write:
        return _whole(write, cited(numbers, site))
    return TABLES[kind].write(rows(numbers, quote_at, article_at), extent)


def _whole(write: Callable[[Iterable[Quoted]], str], quotes: Iterable[Quoted]) -> Iterator[bytes]:
    yield write(quotes).encode()


def bare(media_type: str) -> str:
    """The media type without its parameters."""
    return media_type.partition(";")[0]

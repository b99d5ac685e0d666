"""The formats in which quotes leave the house: names, media types, and what writes each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from citations.cite.cited_quote import CitedQuote
from citations.cite.formats.bibtex import write_biblatex, write_bibtex
from citations.cite.formats.csl_json import write_csl_json
from citations.cite.formats.endnote import write_endnote_xml
from citations.cite.formats.html import write_html
from citations.cite.formats.mods import write_mods
from citations.cite.formats.plain_text import write_plain_text
from citations.cite.formats.ris import write_ris
from citations.cite.formats.zotero_rdf import write_zotero_rdf
from citations.export.rows import Address, quote_rows
from citations.export.tables import TABLE_FORMATS as TABLES
from citations.export.tables import Extent
from citations.models.citable import cited_quotes_by_id

# Quotes that a file can hold: a table is written as it is read, a reference list made as one.
MAX_ROWS = 100_000
MAX_REFERENCES = 10_000
TEXT = "text/plain; charset=utf-8"


@dataclass(frozen=True)
class FileFormat:
    """What a format is called, its media type, and how it is written.

    `write` is None for tables, which are made of rows and not of references. `ending` is that of a
    file's name, where programs know another one than the address has. CSL-JSON is JSON, which is
    UTF-8 (RFC 8259) and has no charset; the others say theirs.
    """

    label: str
    media_type: str
    write: Callable[[Iterable[CitedQuote]], str] | None = None
    ending: str = ""
    most: int = MAX_REFERENCES


FORMATS = {
    "ris": FileFormat("RIS", "application/x-research-info-systems; charset=utf-8", write_ris),
    "bib": FileFormat("BibTeX", "application/x-bibtex; charset=utf-8", write_bibtex),
    "biblatex": FileFormat(
        "BibLaTeX", "application/x-biblatex; charset=utf-8", write_biblatex, "bib"
    ),
    "json": FileFormat("CSL-JSON", "application/vnd.citationstyles.csl+json", write_csl_json),
    "rdf": FileFormat("Zotero RDF", "application/rdf+xml; charset=utf-8", write_zotero_rdf),
    "mods": FileFormat("MODS", "application/mods+xml; charset=utf-8", write_mods, "xml"),
    "endnote": FileFormat(
        "EndNote XML", "application/x-endnote+xml; charset=utf-8", write_endnote_xml, "xml"
    ),
    "txt": FileFormat("Text", TEXT, write_plain_text),
    "html": FileFormat("HTML", "text/html; charset=utf-8", write_html),
    "csv": FileFormat("CSV", TABLES["csv"].media_type, most=MAX_ROWS),
    "jsonl": FileFormat("JSON Lines", TABLES["jsonl"].media_type, most=MAX_ROWS),
}


def file_parts(
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
        return _single_part(write, cited_quotes_by_id(numbers, site))
    return TABLES[kind].write(quote_rows(numbers, quote_at, article_at), extent)


def _single_part(
    write: Callable[[Iterable[CitedQuote]], str], quotes: Iterable[CitedQuote]
) -> Iterator[bytes]:
    yield write(quotes).encode()


def without_parameters(media_type: str) -> str:
    """The media type without its parameters."""
    return media_type.partition(";")[0]

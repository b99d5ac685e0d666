"""The file formats for quotes: their names, media types and writers."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy

from citations.cite.cited_quote import CitedQuote
from citations.cite.formats.bibtex import write_biblatex, write_bibtex
from citations.cite.formats.csl_json import write_csl_json
from citations.cite.formats.endnote import write_endnote_xml
from citations.cite.formats.html import write_html
from citations.cite.formats.mods import write_mods
from citations.cite.formats.plain_text import write_plain_text
from citations.cite.formats.ris import write_ris
from citations.cite.formats.zotero_rdf import write_zotero_rdf
from citations.export.rows import RecordAddresses, quote_rows
from citations.export.tables import TABLE_FORMATS, Extent
from citations.models.citable import cited_quotes_by_id

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# Quotes per file: tables are streamed, but references are written at once.
MAX_ROWS = 100_000
MAX_REFERENCES = 10_000
TEXT = "text/plain; charset=utf-8"


@dataclass(frozen=True)
class FileFormat:
    """A format's label, media type and writer.

    `write` is None for tables, which have a row per quote instead of a reference. `ending` is the
    file name's if it differs from the address's. CSL-JSON has no charset, since JSON is always
    UTF-8 (RFC 8259); the other media types declare theirs.
    """

    label: "StrOrPromise"
    media_type: str
    write: Callable[[Iterable[CitedQuote]], str] | None = None
    ending: str = ""
    max_quotes: int = MAX_REFERENCES


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
    "txt": FileFormat(gettext_lazy("Text"), TEXT, write_plain_text),
    "html": FileFormat("HTML", "text/html; charset=utf-8", write_html),
    "csv": FileFormat("CSV", TABLE_FORMATS["csv"].media_type, max_quotes=MAX_ROWS),
    "jsonl": FileFormat("JSON Lines", TABLE_FORMATS["jsonl"].media_type, max_quotes=MAX_ROWS),
}


def file_parts(
    kind: str,
    quote_ids: Sequence[int],
    extent: Extent,
    addresses: RecordAddresses,
) -> Iterator[bytes]:
    """The parts of a file, made one by one: the quotes with these ids, in this order."""
    write = FORMATS[kind].write
    if write:
        return _single_part(write, cited_quotes_by_id(quote_ids, addresses.site))
    return TABLE_FORMATS[kind].write(quote_rows(quote_ids, addresses), extent)


def _single_part(
    write: Callable[[Iterable[CitedQuote]], str], quotes: Iterable[CitedQuote]
) -> Iterator[bytes]:
    yield write(quotes).encode()


def without_parameters(media_type: str) -> str:
    return media_type.partition(";")[0]

"""Writes a source as an OpenURL ContextObject (Z39.88-2004) in a span: COinS.

Reference managers import a page of results by these spans. Sources that are not books, reports or
journal articles are described in Dublin Core with Zotero's item type, as Zotero itself does.
"""

from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import quote

from citations.cite.csl import CslSource
from citations.cite.formats.highwire import ITEM_TYPES, OTHER_TYPE, date_parts
from citations.cite.formats.ris import ris_author

Values = Iterator[tuple[str, str]]


@lru_cache(maxsize=8192)
def coins_title(source: CslSource) -> str:
    """The value of the span's `title`; spaces are written as %20, not as plus signs."""
    writers = {"article-journal": _journal_values, "book": _book_values, "report": _book_values}
    values = writers.get(source.kind, _dublin_core_values)(source)
    known = [(key, text) for key, value in values if (text := " ".join(value.split()))]
    # One call for all values, since a page has many and `quote` is slow.
    quoted = quote("\n".join(text for _, text in known), safe="\n").split("\n")
    pairs = (f"{key}={text}" for (key, _), text in zip(known, quoted, strict=True))
    return "&".join(["ctx_ver=Z39.88-2004", *pairs])


def _journal_values(source: CslSource) -> Values:
    yield "rft_val_fmt", "info:ofi/fmt:kev:mtx:journal"
    yield "rft.genre", "article"
    yield "rft.atitle", source.title
    yield "rft.jtitle", source.publication
    yield "rft.issn", source.issn
    yield from _shared_values(source, "rft.au")


def _book_values(source: CslSource) -> Values:
    yield "rft_val_fmt", "info:ofi/fmt:kev:mtx:book"
    yield "rft.genre", source.kind
    yield "rft.btitle", source.title
    yield "rft.pub", source.publication
    yield from _shared_values(source, "rft.au")


def _dublin_core_values(source: CslSource) -> Values:
    yield "rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"
    yield "rft.type", ITEM_TYPES.get(source.kind, OTHER_TYPE)
    yield "rft.title", source.title
    yield "rft.publisher" if source.kind == "document" else "rft.source", source.publication
    yield from _shared_values(source, "rft.creator")


def _shared_values(source: CslSource, author_key: str) -> Values:
    """Authors as in RIS: the comma after an organisation keeps its name in one piece."""
    yield from ((author_key, ris_author(name)) for name in source.authors)
    yield "rft.date", "-".join(date_parts(source.issued))
    yield "rft.language", source.language
    yield "rft_id", source.url or source.archive_url

"""MODS 3.7 (Library of Congress, mods-3-7.xsd): a source as library catalogues describe it."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from citations.cite.cited_quote import Quoted
from citations.cite.csl import Name, Source, csl_item
from citations.cite.formats.xml import add, add_said, written
from citations.cite.formats.zotero_rdf import DOCUMENT, ITEM_TYPES
from citations.cite.partial_dates import plain

NAMESPACES = {
    "xmlns": "http://www.loc.gov/mods/v3",
    "xmlns:xlink": "http://www.w3.org/1999/xlink",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": (
        "http://www.loc.gov/mods/v3 http://www.loc.gov/standards/mods/v3/mods-3-7.xsd"
    ),
}
VERSION = "3.7"
# Of the MARC genre terms, those that say what the source is.
GENRES = {
    "article-newspaper": "article", "article-magazine": "article", "article-journal": "article",
    "webpage": "web site", "post": "web site", "speech": "speech", "interview": "interview",
    "book": "book",
}  # fmt: skip


def mods(quotes: Iterable[Quoted]) -> str:
    """A collection with a record for each quote: its source, with the quotation as a note."""
    root = Element("modsCollection", NAMESPACES)
    for quoted in quotes:
        _add_record(root, quoted)
    return written(root)


def _add_record(root: Element, quoted: Quoted) -> None:
    source = quoted.source
    # An XML ID begins with a letter, which a key need not.
    record = add(root, "mods", ID=f"q-{quoted.key}", version=VERSION)
    _add_title(record, source.title)
    for name in source.authors:
        _add_name(record, name)
    _add_kind(record, source)
    _add_origin(record, source)
    if source.language.strip():
        language = add(record, "language")
        add(language, "languageTerm", source.language, type="code", authority="rfc5646")
    link = {"xlink:href": quoted.address} if quoted.address else {}
    add(record, "note", quoted.in_words, type="quotation", **link)
    _add_host(record, source)
    _add_location(record, source)
    about = add(record, "recordInfo")
    add_said(about, "recordChangeDate", plain(quoted.changed), encoding="w3cdtf")
    add(about, "recordIdentifier", quoted.key)


def _add_title(parent: Element, title: str) -> None:
    if title.strip():
        add(add(parent, "titleInfo"), "title", title)


def _add_name(record: Element, name: Name) -> None:
    """An author; a name that nobody took apart is not said to be a person's or a body's."""
    if name.family:
        made = add(record, "name", type="personal")
        add(made, "namePart", name.family, type="family")
        add_said(made, "namePart", name.given, type="given")
    else:
        made = add(record, "name")
        add(made, "namePart", name.text)
    add(add(made, "role"), "roleTerm", "aut", type="code", authority="marcrelator")


def _add_kind(record: Element, source: Source) -> None:
    # Whether a broadcast was seen or only heard is not recorded.
    if source.kind != "broadcast":
        add(record, "typeOfResource", "text")
    # By its own names of kinds Zotero knows them again.
    add(record, "genre", ITEM_TYPES.get(source.kind, DOCUMENT).name, authority="local")
    add_said(record, "genre", GENRES.get(source.kind, ""), authority="marcgt")


def _add_origin(record: Element, source: Source) -> None:
    publisher = csl_item(source).get("publisher", "")
    if not publisher.strip() and not source.issued.strip():
        return
    origin = add(record, "originInfo")
    add_said(origin, "publisher", publisher)
    encoding = "w3cdtf" if plain(source.issued) else "edtf"
    add_said(origin, "dateIssued", source.issued.strip(), encoding=encoding)


def _add_host(record: Element, source: Source) -> None:
    container = csl_item(source).get("container-title", "")
    holder = add(record, "relatedItem", type="host") if container.strip() else record
    _add_title(holder, container)
    add_said(holder, "identifier", source.issn, type="issn")


def _add_location(record: Element, source: Source) -> None:
    """The address, and then where a copy is kept."""
    accessed = {"dateLastAccessed": source.accessed.strip()} if source.accessed.strip() else {}
    if source.url.strip():
        add(add(record, "location"), "url", source.url, usage="primary", **accessed)
    if source.archive_url.strip():
        add(add(record, "location"), "url", source.archive_url, displayLabel="archived copy")

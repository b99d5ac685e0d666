"""Writes MODS 3.7 (Library of Congress, mods-3-7.xsd), the format of library catalogues."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from citations.cite.cited_quote import CitedQuote
from citations.cite.csl import CslName, CslSource, csl_item
from citations.cite.formats.xml import add_element, add_if_text, xml_document
from citations.cite.formats.zotero_rdf import DOCUMENT_TYPE, ZOTERO_ITEM_TYPES
from citations.cite.partial_dates import w3cdtf_date

NAMESPACES = {
    "xmlns": "http://www.loc.gov/mods/v3",
    "xmlns:xlink": "http://www.w3.org/1999/xlink",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": (
        "http://www.loc.gov/mods/v3 http://www.loc.gov/standards/mods/v3/mods-3-7.xsd"
    ),
}
VERSION = "3.7"
# The MARC genre term of each kind that has one.
GENRES = {
    "article-newspaper": "article", "article-magazine": "article", "article-journal": "article",
    "webpage": "web site", "post": "web site", "speech": "speech", "interview": "interview",
    "book": "book",
}  # fmt: skip


def write_mods(quotes: Iterable[CitedQuote]) -> str:
    """A collection with one record per quote: its source, with the quotation as a note."""
    root = Element("modsCollection", NAMESPACES)
    for quote in quotes:
        _add_record(root, quote)
    return xml_document(root)


def _add_record(root: Element, quote: CitedQuote) -> None:
    source = quote.source
    # An XML ID must begin with a letter, and a key may begin with a digit.
    record = add_element(root, "mods", ID=f"q-{quote.key}", version=VERSION)
    _add_title(record, source.title)
    for name in source.authors:
        _add_name(record, name)
    _add_kind(record, source)
    _add_origin(record, source)
    if source.language.strip():
        language = add_element(record, "language")
        add_element(language, "languageTerm", source.language, type="code", authority="rfc5646")
    link = {"xlink:href": quote.address} if quote.address else {}
    add_element(record, "note", quote.note, type="quotation", **link)
    _add_host(record, source)
    _add_location(record, source)
    about = add_element(record, "recordInfo")
    add_if_text(about, "recordChangeDate", w3cdtf_date(quote.changed), encoding="w3cdtf")
    add_element(about, "recordIdentifier", quote.key)


def _add_title(parent: Element, title: str) -> None:
    if title.strip():
        add_element(add_element(parent, "titleInfo"), "title", title)


def _add_name(record: Element, name: CslName) -> None:
    """An author; a name without parts may be a person's or an organisation's, so gets no type."""
    if name.family:
        element = add_element(record, "name", type="personal")
        add_element(element, "namePart", name.family, type="family")
        add_if_text(element, "namePart", name.given, type="given")
    else:
        element = add_element(record, "name")
        add_element(element, "namePart", name.text)
    role = add_element(element, "role")
    add_element(role, "roleTerm", "aut", type="code", authority="marcrelator")


def _add_kind(record: Element, source: CslSource) -> None:
    # We do not record whether a broadcast was television or radio.
    if source.kind != "broadcast":
        add_element(record, "typeOfResource", "text")
    # Zotero recognises the kind by its own name for it.
    add_element(
        record, "genre", ZOTERO_ITEM_TYPES.get(source.kind, DOCUMENT_TYPE).name, authority="local"
    )
    add_if_text(record, "genre", GENRES.get(source.kind, ""), authority="marcgt")


def _add_origin(record: Element, source: CslSource) -> None:
    publisher = csl_item(source).get("publisher", "")
    if not publisher.strip() and not source.issued.strip():
        return
    origin = add_element(record, "originInfo")
    add_if_text(origin, "publisher", publisher)
    encoding = "w3cdtf" if w3cdtf_date(source.issued) else "edtf"
    add_if_text(origin, "dateIssued", source.issued.strip(), encoding=encoding)


def _add_host(record: Element, source: CslSource) -> None:
    container = csl_item(source).get("container-title", "")
    holder = add_element(record, "relatedItem", type="host") if container.strip() else record
    _add_title(holder, container)
    add_if_text(holder, "identifier", source.issn, type="issn")


def _add_location(record: Element, source: CslSource) -> None:
    """The address, and then that of the archived copy."""
    accessed = {"dateLastAccessed": source.accessed.strip()} if source.accessed.strip() else {}
    if source.url.strip():
        add_element(add_element(record, "location"), "url", source.url, usage="primary", **accessed)
    if source.archive_url.strip():
        add_element(
            add_element(record, "location"), "url", source.archive_url, displayLabel="archived copy"
        )

"""Writes Zotero RDF (RDF/XML), as Zotero's own translators read and write it.

The quotation is a separate note under its source, which no other format can bring into Zotero.
"""

from collections.abc import Iterable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from citations.cite.cited_quote import CitedQuote
from citations.cite.csl import CslItem, CslName, CslSource, csl_item
from citations.cite.formats.html import link_html, text_as_html
from citations.cite.formats.xml import add_element, add_if_text, xml_document
from citations.cite.partial_dates import w3cdtf_day, w3cdtf_or_words

NAMESPACES = {
    "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmlns:z": "http://www.zotero.org/namespaces/export#",
    "xmlns:bib": "http://purl.org/net/biblio#",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:foaf": "http://xmlns.com/foaf/0.1/",
}


class ZoteroItemType(NamedTuple):
    """Zotero's name for a kind, and the elements of the item, its container and its authors.

    Without a container element, Zotero uses a field of its own such as `z:programTitle`.
    """

    name: str
    element: str
    container: str = ""
    authors: str = "bib:authors"


ZOTERO_ITEM_TYPES = {
    "article-newspaper": ZoteroItemType("newspaperArticle", "bib:Article", "bib:Newspaper"),
    "article-magazine": ZoteroItemType("magazineArticle", "bib:Article", "bib:Periodical"),
    "article-journal": ZoteroItemType("journalArticle", "bib:Article", "bib:Journal"),
    "webpage": ZoteroItemType("webpage", "bib:Document", "z:Website"),
    "post": ZoteroItemType("blogPost", "bib:Document", "z:Blog"),
    # Zotero has no authors for these, and a byline does not name the director or the interviewee.
    "broadcast": ZoteroItemType("tvBroadcast", "bib:Recording", authors="bib:contributors"),
    "interview": ZoteroItemType("interview", "bib:Interview", authors="bib:contributors"),
    "speech": ZoteroItemType("presentation", "bib:ConferenceProceedings", authors="z:presenters"),
    "report": ZoteroItemType("report", "bib:Report"),
    "book": ZoteroItemType("book", "bib:Book"),
}
DOCUMENT_TYPE = ZoteroItemType("document", "rdf:Description")
# Zotero has no publisher for these, but reads it from a line of the field Extra.
WITHOUT_PUBLISHER = frozenset({"speech", "interview"})


def write_zotero_rdf(quotes: Iterable[CitedQuote]) -> str:
    """One item per quote: its source, with the quotation as a note under it."""
    root = Element("rdf:RDF", NAMESPACES)
    for quote in quotes:
        _add_item(root, quote)
        _add_note(root, quote)
    return xml_document(root)


def _add_item(root: Element, quote: CitedQuote) -> None:
    source, kind = quote.source, ZOTERO_ITEM_TYPES.get(quote.source.kind, DOCUMENT_TYPE)
    # Identified by the quote, because an article can have several.
    item = add_element(root, kind.element, **{"rdf:about": f"#item_{quote.key}"})
    add_element(item, "z:itemType", kind.name)
    add_if_text(item, "dc:title", source.title)
    _add_authors(item, kind.authors, source.authors)
    _add_publication(item, kind, source, csl_item(source))
    _add_dates(item, source)
    if source.url.strip():
        add_element(
            add_element(add_element(item, "dc:identifier"), "dcterms:URI"), "rdf:value", source.url
        )
    add_if_text(item, "dc:coverage", source.archive_url)
    add_if_text(item, "z:language", source.language)
    add_element(item, "dcterms:isReferencedBy", **{"rdf:resource": f"#note_{quote.key}"})


def _add_authors(item: Element, element: str, authors: tuple[CslName, ...]) -> None:
    """The names in order; one without parts is a single field, like an organisation's."""
    if not authors:
        return
    ordered = add_element(add_element(item, element), "rdf:Seq")
    for name in authors:
        person = add_element(add_element(ordered, "rdf:li"), "foaf:Person")
        add_element(person, "foaf:surname", name.family or name.text)
        if name.family:
            add_if_text(person, "foaf:givenName", name.given)


def _add_publication(item: Element, kind: ZoteroItemType, source: CslSource, csl: CslItem) -> None:
    holder, title = item, "z:programTitle"
    if kind.container and (source.publication.strip() or source.issn.strip()):
        holder, title = (
            add_element(add_element(item, "dcterms:isPartOf"), kind.container),
            "dc:title",
        )
    add_if_text(holder, title, csl.get("container-title", ""))
    if source.issn.strip():
        add_element(holder, "dc:identifier", f"ISSN {source.issn}")
    publisher = csl.get("publisher", "")
    if publisher.strip() and source.kind in WITHOUT_PUBLISHER:
        add_element(item, "z:extra", f"Publisher: {publisher}")
    elif publisher.strip():
        add_element(
            add_element(add_element(item, "dc:publisher"), "foaf:Organization"),
            "foaf:name",
            publisher,
        )


def _add_dates(item: Element, source: CslSource) -> None:
    issued = w3cdtf_or_words(source.issued)
    add_if_text(item, "dc:date", issued)
    # Without a date, Zotero would take the access date for it.
    accessed = "dcterms:dateSubmitted" if issued.strip() else "z:accessDate"
    add_if_text(item, accessed, w3cdtf_day(source.accessed))


def _add_note(root: Element, quote: CitedQuote) -> None:
    """The note is HTML, so its text is escaped once for HTML and once for XML."""
    note = add_element(root, "bib:Memo", **{"rdf:about": f"#note_{quote.key}"})
    html = f"<p>{text_as_html(quote.note)}</p><p>{link_html(quote.address)}</p>"
    add_element(note, "rdf:value", html)

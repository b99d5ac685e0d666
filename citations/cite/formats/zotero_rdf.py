"""Zotero RDF (RDF/XML), as Zotero's translators of that name write it and read it.

The quotation is a note of its own below its source, which no other format can give to Zotero.
"""

from collections.abc import Iterable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from citations.cite.cited_quote import CitedQuote
from citations.cite.csl import CslItem, CslName, CslSource, csl_item
from citations.cite.formats.html import text_as_html, link_html
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
    """Zotero's name of a kind, and the elements of it, of its container, and of its authors.

    Without a container element Zotero names the field itself, as `z:programTitle`.
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
    # These have no authors in Zotero. A byline does not say who directed, or who was asked.
    "broadcast": ZoteroItemType("tvBroadcast", "bib:Recording", authors="bib:contributors"),
    "interview": ZoteroItemType("interview", "bib:Interview", authors="bib:contributors"),
    "speech": ZoteroItemType("presentation", "bib:ConferenceProceedings", authors="z:presenters"),
    "report": ZoteroItemType("report", "bib:Report"),
    "book": ZoteroItemType("book", "bib:Book"),
}
DOCUMENT = ZoteroItemType("document", "rdf:Description")
# Kinds that have no publisher in Zotero, which reads it from a line of their field Extra.
WITHOUT_PUBLISHER = frozenset({"speech", "interview"})


def write_zotero_rdf(quotes: Iterable[CitedQuote]) -> str:
    """One item for each quote: its source, with the quotation as a note below it."""
    root = Element("rdf:RDF", NAMESPACES)
    for quoted in quotes:
        _add_item(root, quoted)
        _add_note(root, quoted)
    return xml_document(root)


def _add_item(root: Element, quoted: CitedQuote) -> None:
    source, kind = quoted.source, ZOTERO_ITEM_TYPES.get(quoted.source.kind, DOCUMENT)
    # Named by the quote, for two of them may stand in one article.
    item = add_element(root, kind.element, **{"rdf:about": f"#item_{quoted.key}"})
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
    add_element(item, "dcterms:isReferencedBy", **{"rdf:resource": f"#note_{quoted.key}"})


def _add_authors(item: Element, element: str, authors: tuple[CslName, ...]) -> None:
    """The names in their order; one without parts is a single field, as an organisation's is."""
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
    # Where there is no date, Zotero would take the day of reading for it.
    accessed = "dcterms:dateSubmitted" if issued.strip() else "z:accessDate"
    add_if_text(item, accessed, w3cdtf_day(source.accessed))


def _add_note(root: Element, quoted: CitedQuote) -> None:
    """The note, which is HTML, and so is escaped once for that and once for XML."""
    note = add_element(root, "bib:Memo", **{"rdf:about": f"#note_{quoted.key}"})
    made = f"<p>{text_as_html(quoted.in_words)}</p><p>{link_html(quoted.address)}</p>"
    add_element(note, "rdf:value", made)

"""Zotero RDF (RDF/XML), as Zotero's translators of that name write it and read it.

The quotation is a note of its own below its source, which no other format can give to Zotero.
"""

from collections.abc import Iterable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from citations.cite.cited_quote import Quoted
from citations.cite.csl import Item, Name, Source, csl_item
from citations.cite.formats.html import in_lines, linked
from citations.cite.formats.xml import add, add_said, written
from citations.cite.partial_dates import plain_day, plain_or_words

NAMESPACES = {
    "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmlns:z": "http://www.zotero.org/namespaces/export#",
    "xmlns:bib": "http://purl.org/net/biblio#",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:foaf": "http://xmlns.com/foaf/0.1/",
}


class ItemType(NamedTuple):
    """Zotero's name of a kind, and the elements of it, of its container, and of its authors.

    Without a container element Zotero names the field itself, as `z:programTitle`.
    """

    name: str
    element: str
    container: str = ""
    authors: str = "bib:authors"


ITEM_TYPES = {
    "article-newspaper": ItemType("newspaperArticle", "bib:Article", "bib:Newspaper"),
    "article-magazine": ItemType("magazineArticle", "bib:Article", "bib:Periodical"),
    "article-journal": ItemType("journalArticle", "bib:Article", "bib:Journal"),
    "webpage": ItemType("webpage", "bib:Document", "z:Website"),
    "post": ItemType("blogPost", "bib:Document", "z:Blog"),
    # These have no authors in Zotero. A byline does not say who directed, or who was asked.
    "broadcast": ItemType("tvBroadcast", "bib:Recording", authors="bib:contributors"),
    "interview": ItemType("interview", "bib:Interview", authors="bib:contributors"),
    "speech": ItemType("presentation", "bib:ConferenceProceedings", authors="z:presenters"),
    "report": ItemType("report", "bib:Report"),
    "book": ItemType("book", "bib:Book"),
}
DOCUMENT = ItemType("document", "rdf:Description")
# Kinds that have no publisher in Zotero, which reads it from a line of their field Extra.
WITHOUT_PUBLISHER = frozenset({"speech", "interview"})


def zotero_rdf(quotes: Iterable[Quoted]) -> str:
    """One item for each quote: its source, with the quotation as a note below it."""
    root = Element("rdf:RDF", NAMESPACES)
    for quoted in quotes:
        _add_item(root, quoted)
        _add_note(root, quoted)
    return written(root)


def _add_item(root: Element, quoted: Quoted) -> None:
    source, kind = quoted.source, ITEM_TYPES.get(quoted.source.kind, DOCUMENT)
    # Named by the quote, for two of them may stand in one article.
    item = add(root, kind.element, **{"rdf:about": f"#item_{quoted.key}"})
    add(item, "z:itemType", kind.name)
    add_said(item, "dc:title", source.title)
    _add_authors(item, kind.authors, source.authors)
    _add_publication(item, kind, source, csl_item(source))
    _add_dates(item, source)
    if source.url.strip():
        add(add(add(item, "dc:identifier"), "dcterms:URI"), "rdf:value", source.url)
    add_said(item, "dc:coverage", source.archive_url)
    add_said(item, "z:language", source.language)
    add(item, "dcterms:isReferencedBy", **{"rdf:resource": f"#note_{quoted.key}"})


def _add_authors(item: Element, element: str, authors: tuple[Name, ...]) -> None:
    """The names in their order; one without parts is a single field, as an organisation's is."""
    if not authors:
        return
    ordered = add(add(item, element), "rdf:Seq")
    for name in authors:
        person = add(add(ordered, "rdf:li"), "foaf:Person")
        add(person, "foaf:surname", name.family or name.text)
        if name.family:
            add_said(person, "foaf:givenName", name.given)


def _add_publication(item: Element, kind: ItemType, source: Source, csl: Item) -> None:
    holder, title = item, "z:programTitle"
    if kind.container and (source.publication.strip() or source.issn.strip()):
        holder, title = add(add(item, "dcterms:isPartOf"), kind.container), "dc:title"
    add_said(holder, title, csl.get("container-title", ""))
    if source.issn.strip():
        add(holder, "dc:identifier", f"ISSN {source.issn}")
    publisher = csl.get("publisher", "")
    if publisher.strip() and source.kind in WITHOUT_PUBLISHER:
        add(item, "z:extra", f"Publisher: {publisher}")
    elif publisher.strip():
        add(add(add(item, "dc:publisher"), "foaf:Organization"), "foaf:name", publisher)


def _add_dates(item: Element, source: Source) -> None:
    issued = plain_or_words(source.issued)
    add_said(item, "dc:date", issued)
    # Where there is no date, Zotero would take the day of reading for it.
    accessed = "dcterms:dateSubmitted" if issued.strip() else "z:accessDate"
    add_said(item, accessed, plain_day(source.accessed))


def _add_note(root: Element, quoted: Quoted) -> None:
    """The note, which is HTML, and so is escaped once for that and once for XML."""
    note = add(root, "bib:Memo", **{"rdf:about": f"#note_{quoted.key}"})
    made = f"<p>{in_lines(quoted.in_words)}</p><p>{linked(quoted.address)}</p>"
    add(note, "rdf:value", made)

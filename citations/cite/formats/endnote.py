"""Writes EndNote XML, with elements in the order of EndNote's own RSXML.dtd.

As in RIS, the family name of an author is what precedes the first comma.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from citations.cite.cited_quote import CitedQuote
from citations.cite.csl import CslItem, CslSource, csl_item
from citations.cite.formats.ris import ris_author
from citations.cite.formats.xml import add_element, add_if_text, xml_document
from citations.cite.partial_dates import certain_year, w3cdtf_or_words

# EndNote's numbers and names of its reference types.
TYPES = {
    "article-newspaper": (23, "Newspaper Article"),
    "article-magazine": (19, "Magazine Article"),
    "article-journal": (17, "Journal Article"),
    "webpage": (12, "Web Page"),
    "post": (56, "Blog"),
    "broadcast": (21, "Film or Broadcast"),
    "interview": (26, "Personal Communication"),
    "report": (27, "Report"),
    "book": (6, "Book"),
}
OTHER_TYPE = (13, "Generic")
PERIODICALS = frozenset({"article-newspaper", "article-magazine", "article-journal"})
APPLICATION = "Citations"


def write_endnote_xml(quotes: Iterable[CitedQuote]) -> str:
    """One record per quote: its source, with the quotation as a note."""
    root = Element("xml")
    records = add_element(root, "records")
    for number, quote in enumerate(quotes, start=1):
        _add_record(records, number, quote)
    return xml_document(root)


def _add_record(records: Element, number: int, quote: CitedQuote) -> None:
    source, csl = quote.source, csl_item(quote.source)
    record = add_element(records, "record")
    add_element(record, "source-app", APPLICATION, name=APPLICATION)
    add_element(record, "rec-number", str(number))
    kind, name = TYPES.get(source.kind, OTHER_TYPE)
    add_element(record, "ref-type", str(kind), name=name)
    _add_authors(record, source)
    _add_titles(record, source, csl)
    _add_dates(record, source.issued)
    add_if_text(record, "publisher", csl.get("publisher", ""))
    add_if_text(record, "isbn", source.issn)  # EndNote has one field for ISBN and ISSN
    add_element(record, "label", quote.key)
    add_element(record, "notes", quote.note)
    add_if_text(record, "language", source.language)
    _add_addresses(record, source)
    add_if_text(record, "access-date", w3cdtf_or_words(source.accessed))


def _add_authors(record: Element, source: CslSource) -> None:
    if not source.authors:
        return
    authors = add_element(add_element(record, "contributors"), "authors")
    for name in source.authors:
        add_element(authors, "author", ris_author(name))


def _add_titles(record: Element, source: CslSource, csl: CslItem) -> None:
    container = csl.get("container-title", "")
    titles = add_element(record, "titles")
    add_element(titles, "title", source.title)
    add_if_text(titles, "secondary-title", container)
    if source.kind in PERIODICALS and container.strip():
        add_element(add_element(record, "periodical"), "full-title", container)


def _add_dates(record: Element, issued: str) -> None:
    """The year if it is certain, and the whole date."""
    if not issued.strip():
        return
    dates = add_element(record, "dates")
    add_if_text(dates, "year", certain_year(issued))
    add_element(add_element(dates, "pub-dates"), "date", w3cdtf_or_words(issued))


def _add_addresses(record: Element, source: CslSource) -> None:
    """The address, and that of the archived copy."""
    addresses = {"web-urls": source.url, "related-urls": source.archive_url}
    if not any(map(str.strip, addresses.values())):
        return
    urls = add_element(record, "urls")
    for name, url in addresses.items():
        if url.strip():
            add_element(add_element(urls, name), "url", url)

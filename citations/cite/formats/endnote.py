"""EndNote XML. Its elements stand in the order of EndNote's own document type (RSXML.dtd).

As in RIS, what stands before the first comma of an author is the family name.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from citations.cite.cited_quote import Quoted
from citations.cite.csl import Item, Source, csl_item
from citations.cite.formats.ris import author
from citations.cite.formats.xml import add, add_said, written
from citations.cite.partial_dates import plain_or_words, sure_year

# EndNote's numbers of its reference types, and what it calls them.
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
OTHER = (13, "Generic")
PERIODICALS = frozenset({"article-newspaper", "article-magazine", "article-journal"})
APPLICATION = "Citations"


def endnote_xml(quotes: Iterable[Quoted]) -> str:
    """One record for each quote: its source, with the quotation in its notes."""
    root = Element("xml")
    records = add(root, "records")
    for number, quoted in enumerate(quotes, start=1):
        _add_record(records, number, quoted)
    return written(root)


def _add_record(records: Element, number: int, quoted: Quoted) -> None:
    source, csl = quoted.source, csl_item(quoted.source)
    record = add(records, "record")
    add(record, "source-app", APPLICATION, name=APPLICATION)
    add(record, "rec-number", str(number))
    kind, name = TYPES.get(source.kind, OTHER)
    add(record, "ref-type", str(kind), name=name)
    _add_authors(record, source)
    _add_titles(record, source, csl)
    _add_dates(record, source.issued)
    add_said(record, "publisher", csl.get("publisher", ""))
    add_said(record, "isbn", source.issn)  # the one field for either number
    add(record, "label", quoted.key)
    add(record, "notes", quoted.in_words)
    add_said(record, "language", source.language)
    _add_addresses(record, source)
    add_said(record, "access-date", plain_or_words(source.accessed))


def _add_authors(record: Element, source: Source) -> None:
    if not source.authors:
        return
    authors = add(add(record, "contributors"), "authors")
    for name in source.authors:
        add(authors, "author", author(name))


def _add_titles(record: Element, source: Source, csl: Item) -> None:
    container = csl.get("container-title", "")
    titles = add(record, "titles")
    add(titles, "title", source.title)
    add_said(titles, "secondary-title", container)
    if source.kind in PERIODICALS and container.strip():
        add(add(record, "periodical"), "full-title", container)


def _add_dates(record: Element, issued: str) -> None:
    """The year where it is one year, and the whole date."""
    if not issued.strip():
        return
    dates = add(record, "dates")
    add_said(dates, "year", sure_year(issued))
    add(add(dates, "pub-dates"), "date", plain_or_words(issued))


def _add_addresses(record: Element, source: Source) -> None:
    """The address, and beside it where a copy is kept."""
    found = {"web-urls": source.url, "related-urls": source.archive_url}
    known = {name: url for name, url in found.items() if url.strip()}
    if not known:
        return
    urls = add(record, "urls")
    for name, url in known.items():
        add(add(urls, name), "url", url)

"""Writes a source as Highwire `meta` tags for the head of a page.

Zotero takes Highwire tags alone for a journal article, so `z:itemType` and `prism:publicationName`
add the type and the publication (Zotero's translators "Embedded Metadata" and "RDF"). Google
Scholar reads the same tags, and dates with slashes.
"""

from collections.abc import Iterator

from citations.cite.csl import CslName, CslSource, csl_date
from citations.cite.formats.ris import ris_author

# Zotero's item types.
ITEM_TYPES = {
    "article-newspaper": "newspaperArticle",
    "article-magazine": "magazineArticle",
    "article-journal": "journalArticle",
    "webpage": "webpage",
    "post": "blogPost",
    "broadcast": "tvBroadcast",
    "speech": "presentation",
    "interview": "interview",
    "report": "report",
    "book": "book",
    "document": "document",
}
OTHER_TYPE = "document"
# The tag for the publisher, where that is not a periodical or a site.
PUBLISHERS = {
    "book": "citation_publisher",
    "document": "citation_publisher",
    "report": "citation_technical_report_institution",
    "article-journal": "citation_journal_title",
}

MetaTag = tuple[str, str]


def highwire_tags(source: CslSource) -> list[MetaTag]:
    """The name and content of each `meta` element, in order; none is empty."""
    return [(name, text) for name, value in _tags(source) if (text := " ".join(value.split()))]


def _tags(source: CslSource) -> Iterator[MetaTag]:
    yield "z:itemType", ITEM_TYPES.get(source.kind, OTHER_TYPE)
    yield "citation_title", source.title
    yield from (("citation_author", _zotero_safe_author(name)) for name in source.authors)
    yield "citation_publication_date", "/".join(date_parts(source.issued))
    yield PUBLISHERS.get(source.kind, "prism:publicationName"), source.publication
    yield "citation_issn", source.issn
    yield "citation_language", source.language
    # Zotero reads the first, and without it takes the address of our own page.
    address = source.url or source.archive_url
    yield from (("citation_public_url", address), ("citation_fulltext_html_url", address))


def _zotero_safe_author(name: CslName) -> str:
    """`Family, Given`, or an organisation with a comma after its name.

    Zotero splits two authors at a semicolon. It also takes a comma between two words and two more
    for a list of authors, unless there is a semicolon.
    """
    author = ris_author(name).replace(";", " ")
    looks_like_two = " " in name.family and " " in name.given
    return f"{author};" if looks_like_two else author


def date_parts(text: str) -> list[str]:
    """The known parts of a date in digits: year, month, day; [] for a range or no date."""
    try:
        parts = csl_date(text).get("date-parts", [])
    except ValueError:
        return []
    if len(parts) != 1:
        return []
    year, *rest = parts[0]
    return [f"{year:04}", *(f"{part:02}" for part in rest)]

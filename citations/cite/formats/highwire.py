"""A source as the head of a page names it: Highwire's tags, with the type of item beside them.

Highwire's tags alone are taken for an article in a journal; `z:itemType` and
`prism:publicationName` say what it is and where it was printed (Zotero's translators "Embedded
Metadata" and "RDF"). Google Scholar reads the same tags, and dates with slashes.
"""

from collections.abc import Iterator

from citations.cite.csl import CslName, CslSource, csl_date
from citations.cite.formats.ris import ris_author

# Zotero's types of items.
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
# Where whoever published it is named, for the types in which it is no periodical or site.
PUBLISHERS = {
    "book": "citation_publisher",
    "document": "citation_publisher",
    "report": "citation_technical_report_institution",
    "article-journal": "citation_journal_title",
}

MetaTag = tuple[str, str]


def highwire_tags(source: CslSource) -> list[MetaTag]:
    """The names and contents of the `meta` elements, in order; none is empty."""
    return [(name, text) for name, value in _tags(source) if (text := " ".join(value.split()))]


def _tags(source: CslSource) -> Iterator[MetaTag]:
    yield "z:itemType", ITEM_TYPES.get(source.kind, OTHER_TYPE)
    yield "citation_title", source.title
    yield from (("citation_author", _zotero_safe_author(name)) for name in source.authors)
    yield "citation_publication_date", "/".join(date_parts(source.issued))
    yield PUBLISHERS.get(source.kind, "prism:publicationName"), source.publication
    yield "citation_issn", source.issn
    yield "citation_language", source.language
    # Zotero takes the first; without it, the page that the tags stand in is the source's address.
    address = source.url or source.archive_url
    yield from (("citation_public_url", address), ("citation_fulltext_html_url", address))


def _zotero_safe_author(name: CslName) -> str:
    """Family, given; an organisation with a comma behind it, or its last word is the family name.

    A semicolon parts two authors, and so does a comma between two words and two more, unless there
    is a semicolon.
    """
    written = ris_author(name).replace(";", " ")
    looks_like_two = " " in name.family and " " in name.given
    return f"{written};" if looks_like_two else written


def date_parts(text: str) -> list[str]:
    """Year, month and day in digits, as far as they are known; none of what is not one date."""
    try:
        parts = csl_date(text).get("date-parts", [])
    except ValueError:
        return []
    if len(parts) != 1:
        return []
    year, *rest = parts[0]
    return [f"{year:04}", *(f"{part:02}" for part in rest)]

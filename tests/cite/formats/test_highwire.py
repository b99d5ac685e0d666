"""Highwire tags say to Zotero what kind a source is, who wrote it and when."""

import pytest

from citations.cite.csl import SOURCE_KINDS, CslName, CslSource
from citations.cite.formats.highwire import date_parts, highwire_tags

AUTHORS = [
    # A name, and the tag from which Zotero reads one author and the family name
    (CslName("Abe Shinzo", "Abe", "Shinzo"), "Abe, Shinzo"),
    (CslName("Ministry of Foreign Affairs"), "Ministry of Foreign Affairs,"),
    (CslName("Reuters, Tokyo"), "Reuters Tokyo,"),
    (CslName("Madonna", "Madonna"), "Madonna"),
    (CslName("a", "van der Berg", "Jan Piet"), "van der Berg, Jan Piet;"),
    (CslName("a", "Berg", "Jan Piet"), "Berg, Jan Piet"),
    (CslName("a", "van der Berg", "Jan"), "van der Berg, Jan"),
    (CslName("One; Two"), "One Two,"),
    (CslName("One;Two"), "One Two,"),
]


@pytest.mark.parametrize(("name", "author"), AUTHORS)
def test_an_author_is_read_as_one(name: CslName, author: str) -> None:
    tags = highwire_tags(CslSource("K", "webpage", "T", "en", (name,)))
    assert ("citation_author", author) in tags


@pytest.mark.parametrize(
    ("edtf", "parts"),
    [
        ("2024-02-08", ["2024", "02", "08"]),
        ("2024-02", ["2024", "02"]),
        ("2024", ["2024"]),
        ("0987~", ["0987"]),
        ("2022-21", ["2022"]),
        ("[2022-03-22..2022-12-31]", ["2022"]),
        ("2021/2022", []),
        ("", []),
        ("yesterday", []),
    ],
)
def test_only_the_known_parts_of_a_date_are_written(edtf: str, parts: list[str]) -> None:
    assert date_parts(edtf) == parts


@pytest.mark.parametrize(
    ("kind", "item", "container"),
    [
        ("article-journal", "journalArticle", "citation_journal_title"),
        ("book", "book", "citation_publisher"),
        ("report", "report", "citation_technical_report_institution"),
        ("post", "blogPost", "prism:publicationName"),
        ("no-such-kind", "document", "prism:publicationName"),
    ],
)
def test_each_kind_has_its_type_and_names_its_publication(
    kind: str, item: str, container: str
) -> None:
    tags = dict(highwire_tags(CslSource("K", kind, "T", "en", publication="P")))
    assert (tags["z:itemType"], tags[container]) == (item, "P")


@pytest.mark.parametrize("kind", sorted(SOURCE_KINDS))
def test_only_an_article_in_a_journal_has_a_journal(kind: str) -> None:
    tags = dict(highwire_tags(CslSource("K", kind, "T", "en", publication="P")))
    assert ("citation_journal_title" in tags) is (kind == "article-journal")


def test_unknown_fields_are_left_out() -> None:
    assert highwire_tags(CslSource("K", "webpage", "T", "")) == [
        ("z:itemType", "webpage"),
        ("citation_title", "T"),
    ]


def test_a_source_has_its_tags_in_order() -> None:
    source = CslSource(
        "K", "article-newspaper", " A\n title ", "en", (CslName("Reuters"),), "The Paper",
        "2024-02-08", issn="0362-4331", archive_url="https://archive.example/1",
    )  # fmt: skip
    assert highwire_tags(source) == [
        ("z:itemType", "newspaperArticle"),
        ("citation_title", "A title"),
        ("citation_author", "Reuters,"),
        ("citation_publication_date", "2024/02/08"),
        ("prism:publicationName", "The Paper"),
        ("citation_issn", "0362-4331"),
        ("citation_language", "en"),
        ("citation_public_url", "https://archive.example/1"),
        ("citation_fulltext_html_url", "https://archive.example/1"),
    ]


def test_the_live_page_is_the_address_before_the_archived_copy() -> None:
    source = CslSource("K", "webpage", "T", "", url="https://a.example/", archive_url="https://b/")
    assert dict(highwire_tags(source))["citation_public_url"] == "https://a.example/"

"""A source in Highwire's tags: what Zotero's reader makes of names, dates and kinds."""

import pytest

from citations.cite.csl import CslName, CslSource
from citations.cite.formats.highwire import date_parts, highwire_tags
from citations.models.sources import ArticleKind

AUTHORS = [
    # the name, how it is written, so that Zotero finds one author and its family name
    (CslName("Abe Shinzo", "Abe", "Shinzo"), "Abe, Shinzo"),
    (CslName("Ministry of Foreign Affairs"), "Ministry of Foreign Affairs,"),
    (CslName("Reuters, Tokyo"), "Reuters Tokyo,"),
    (CslName("Madonna", "Madonna"), "Madonna"),
    (CslName("a", "van der Berg", "Jan Piet"), "van der Berg, Jan Piet;"),
    (CslName("One; Two"), "One Two,"),
]


@pytest.mark.parametrize(("name", "written"), AUTHORS)
def test_an_author_stays_one_and_whole(name: CslName, written: str) -> None:
    tags = highwire_tags(CslSource("K", "webpage", "T", "en", (name,)))
    assert ("citation_author", written) in tags


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
def test_a_date_is_given_as_far_as_it_is_known(edtf: str, parts: list[str]) -> None:
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
def test_each_kind_says_what_it_is(kind: str, item: str, container: str) -> None:
    tags = dict(highwire_tags(CslSource("K", kind, "T", "en", publication="P")))
    assert (tags["z:itemType"], tags[container]) == (item, "P")


@pytest.mark.parametrize("kind", ArticleKind.values)
def test_only_an_article_in_a_journal_has_a_journal(kind: str) -> None:
    tags = dict(highwire_tags(CslSource("K", kind, "T", "en", publication="P")))
    assert ("citation_journal_title" in tags) is (kind == "article-journal")


def test_what_is_not_known_is_left_out() -> None:
    assert highwire_tags(CslSource("K", "webpage", "T", "")) == [
        ("z:itemType", "webpage"),
        ("citation_title", "T"),
    ]

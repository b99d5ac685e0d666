"""Linked data claims no more of a quotation than its record supports."""

from dataclasses import replace
from typing import Any

import pytest

from citations.cite.cited_quote import CitedQuote
from citations.cite.formats.schema_org import SchemaOrgAgent, schema_org_graph
from tests.support.cited_quotes import QUOTE, SOURCE, quote_from

ARTICLE = "https://citations.example/articles/46X7TFXG/"
KISHIDA = SchemaOrgAgent(
    "Person", "Kishida Fumio", "https://citations.example/speakers/kishida-fumio/", "Q1146700"
)


def nodes_of(quote: CitedQuote, speaker: SchemaOrgAgent = KISHIDA) -> list[dict[str, Any]]:
    """The nodes of the quotation and of its article."""
    graph = schema_org_graph(quote, speaker, ARTICLE)
    assert graph["@context"] == "https://schema.org"
    nodes: list[dict[str, Any]] = graph["@graph"]
    return nodes


def test_a_quotation_names_its_speaker_its_day_and_its_article() -> None:
    assert nodes_of(QUOTE) == [
        {
            "@type": "Quotation",
            "@id": QUOTE.address,
            "url": QUOTE.address,
            "identifier": "VMBBKS08",
            "text": "difficult",
            "inLanguage": "en",
            "isBasedOn": {"@id": ARTICLE},
            "isPartOf": {"@id": ARTICLE},
            "creator": {
                "@type": "Person",
                "@id": KISHIDA.address,
                "name": "Kishida Fumio",
                "url": KISHIDA.address,
                "sameAs": "https://www.wikidata.org/wiki/Q1146700",
            },
            "dateCreated": "2024-02-07",
        },
        {
            "@type": "NewsArticle",
            "@id": ARTICLE,
            "headline": SOURCE.title,
            "author": [
                {
                    "@type": "Person",
                    "name": "Kishida Fumio",
                    "familyName": "Kishida",
                    "givenName": "Fumio",
                },
                {"name": "Ministry, of Foreign Affairs"},
            ],
            "publisher": {"@type": "Organization", "name": "The Japan Times"},
            "datePublished": "2024-02-08",
            "inLanguage": "en",
            "url": SOURCE.url,
        },
    ]


def test_a_disputed_quotation_has_no_creator_and_no_date() -> None:
    work, _ = nodes_of(replace(QUOTE, warning="Disputed: no recording."))
    assert work["description"] == "Attributed to Kishida Fumio. Disputed: no recording."
    assert not {"creator", "about", "creditText", "dateCreated"} & set(work)


def test_an_unnamed_speaker_is_credited_in_words() -> None:
    work, _ = nodes_of(QUOTE, replace(KISHIDA, type="", name="a diplomat"))
    assert work["creditText"] == "a diplomat"
    assert not {"creator", "dateCreated"} & set(work)


def test_reported_words_are_about_the_speaker() -> None:
    work, _ = nodes_of(replace(QUOTE, is_verbatim=False))
    assert (work["@type"], work["about"]["name"]) == ("CreativeWork", "Kishida Fumio")
    assert not {"creator", "dateCreated"} & set(work)


def test_a_translation_of_ours_is_no_part_of_its_article() -> None:
    work, _ = nodes_of(replace(QUOTE, is_translated=True))
    assert work["isBasedOn"] == {"@id": ARTICLE}
    assert "isPartOf" not in work


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2024-02-07", "2024-02-07"),
        ("2024-02", None),
        ("2024-02-07~", None),
        ("2024-02-07?", None),
        ("2024-02-06/2024-02-07", None),
        ("", None),
        ("yesterday", None),
    ],
)
def test_only_a_certain_day_is_the_day_of_a_quotation(said: str, day: str | None) -> None:
    assert nodes_of(replace(QUOTE, said=said))[0].get("dateCreated") == day


@pytest.mark.parametrize("wikidata", ["", "Q0", "P12", "Q12x", "q12"])
def test_only_an_item_of_wikidata_is_the_same_as_the_speaker(wikidata: str) -> None:
    work, _ = nodes_of(QUOTE, replace(KISHIDA, wikidata=wikidata))
    assert "sameAs" not in work["creator"]


@pytest.mark.parametrize(
    ("kind", "article_type"),
    [
        ("article-magazine", "Article"),
        ("article-journal", "ScholarlyArticle"),
        ("webpage", "WebPage"),
        ("post", "SocialMediaPosting"),
        ("report", "Report"),
        ("book", "Book"),
        ("speech", "CreativeWork"),
    ],
)
def test_each_kind_has_its_type(kind: str, article_type: str) -> None:
    assert nodes_of(quote_from(kind=kind))[1]["@type"] == article_type


def test_unknown_fields_of_an_article_are_left_out() -> None:
    bare = quote_from(authors=(), publication="", issued="2021/2022", url="", language="", title="")
    assert nodes_of(bare)[1] == {"@type": "NewsArticle", "@id": ARTICLE}
    archived = quote_from(archive_url="https://archive.example/1", issued="2024-02")
    assert nodes_of(archived)[1]["archivedAt"] == "https://archive.example/1"
    assert nodes_of(archived)[1]["datePublished"] == "2024-02"

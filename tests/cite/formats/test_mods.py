"""MODS is read back by an XML parser, and no text changes its elements."""

from dataclasses import replace

import pytest

from citations.cite.csl import CslName
from citations.cite.formats.mods import write_mods
from citations.cite.formats.zotero_rdf import ZOTERO_ITEM_TYPES
from tests.support.cited_quotes import HOSTILE_TEXTS, QUOTE, SOURCE, hostile_quote, quote_from
from tests.support.xml_reading import (
    HOSTILE_XML,
    PREFIXES,
    UNKNOWN,
    XML_DATES,
    as_read_from_xml,
    empty_tags_in,
    parse_xml,
    tags_in,
    texts_at,
)

NOTE = "“difficult” (Kishida Fumio, Prime Minister, Japan, 7 February 2024)"
ARCHIVED = replace(SOURCE, issn="0447-5763", archive_url="https://archive.example/1")


def test_a_record_is_read_back() -> None:
    disputed = replace(QUOTE, warning="Disputed: <b>no</b> recording", source=ARCHIVED)
    [record] = parse_xml(write_mods([disputed])).xpath(
        "/m:modsCollection/m:mods", namespaces=PREFIXES
    )
    assert (record.get("ID"), record.get("version")) == ("q-VMBBKS08", "3.7")
    expected = {
        "m:titleInfo/m:title/text()": [SOURCE.title],
        "m:name/@type": ["personal"],
        "m:name/m:namePart/text()": ["Kishida", "Fumio", "Ministry, of Foreign Affairs"],
        "m:name/m:namePart/@type": ["family", "given"],
        "m:name/m:role/m:roleTerm[@type='code'][@authority='marcrelator']/text()": ["aut", "aut"],
        "m:typeOfResource/text()": ["text"],
        "m:genre[@authority='local']/text()": ["newspaperArticle"],
        "m:genre[@authority='marcgt']/text()": ["article"],
        "m:originInfo/m:dateIssued[@encoding='w3cdtf']/text()": ["2024-02-08"],
        "m:originInfo/m:publisher": [],
        "m:relatedItem[@type='host']/m:titleInfo/m:title/text()": ["The Japan Times"],
        "m:relatedItem[@type='host']/m:identifier[@type='issn']/text()": ["0447-5763"],
        "m:location/m:url/text()": [SOURCE.url, "https://archive.example/1"],
        "m:location/m:url/@dateLastAccessed": ["2026-11-22"],
        "m:location/m:url/@usage": ["primary"],
        "m:location/m:url/@displayLabel": ["archived copy"],
        "m:language/m:languageTerm[@type='code'][@authority='rfc5646']/text()": ["en"],
        "m:note[@type='quotation']/text()": [f"{NOTE} [Disputed: <b>no</b> recording]"],
        "m:note/@xlink:href": [QUOTE.address],
        "m:recordInfo/m:recordChangeDate[@encoding='w3cdtf']/text()": ["2026-11-22"],
        "m:recordInfo/m:recordIdentifier/text()": ["VMBBKS08"],
    }
    assert {path: texts_at(record, path) for path in expected} == expected


def test_a_collection_names_its_schema() -> None:
    assert write_mods([]) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<modsCollection xmlns="http://www.loc.gov/mods/v3"'
        ' xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        ' xsi:schemaLocation="http://www.loc.gov/mods/v3'
        ' http://www.loc.gov/standards/mods/v3/mods-3-7.xsd" />\n'
    )


def test_a_publisher_has_no_host() -> None:
    root = parse_xml(write_mods([quote_from(kind="book", issn="0447-5763")]))
    assert texts_at(root, "//m:originInfo/m:publisher/text()") == ["The Japan Times"]
    assert texts_at(root, "//m:mods/m:identifier/text()") == ["0447-5763"]
    assert not texts_at(root, "//m:relatedItem")


def test_a_publisher_is_named_without_a_date() -> None:
    root = parse_xml(write_mods([quote_from(kind="book", issued="")]))
    assert texts_at(root, "//m:originInfo/*/text()") == ["The Japan Times"]


def test_the_medium_of_a_broadcast_is_not_recorded() -> None:
    root = parse_xml(write_mods([quote_from(kind="broadcast")]))
    assert not texts_at(root, "//m:typeOfResource")


@pytest.mark.parametrize(
    ("kind", "genres"),
    [
        ("article-magazine", ["magazineArticle", "article"]),
        ("post", ["blogPost", "web site"]),
        ("speech", ["presentation", "speech"]),
        ("report", ["report"]),
        ("document", ["document"]),
    ],
)
def test_each_kind_has_zoteros_name_and_a_genre(kind: str, genres: list[str]) -> None:
    root = parse_xml(write_mods([quote_from(kind=kind)]))
    assert texts_at(root, "//m:genre/text()") == genres


def test_an_unarchived_source_has_one_location() -> None:
    root = parse_xml(write_mods([quote_from(accessed="")]))
    assert texts_at(root, "//m:location/m:url/text()") == [SOURCE.url]
    assert not texts_at(root, "//@dateLastAccessed")


@pytest.mark.parametrize(("issued", "shown", "encoding", "year"), XML_DATES)
def test_a_date_is_edtf_where_w3cdtf_cannot_say_it(
    issued: str, shown: str, encoding: str, year: str
) -> None:
    root = parse_xml(write_mods([quote_from(issued=issued)]))
    assert texts_at(root, "//m:dateIssued/text()") == [issued]
    assert texts_at(root, "//m:dateIssued/@encoding") == [encoding]


@pytest.mark.parametrize("kind", [*ZOTERO_ITEM_TYPES, "document"])
def test_unknown_fields_are_left_out(kind: str) -> None:
    bare = replace(quote_from(kind=kind, **UNKNOWN), address="", changed="")
    assert not empty_tags_in(write_mods([bare]))


def test_a_japanese_name_is_in_its_parts() -> None:
    quote = quote_from(authors=(CslName("岸田 文雄", "岸田", "文雄"),))
    assert texts_at(parse_xml(write_mods([quote])), "//m:namePart/text()") == ["岸田", "文雄"]


@pytest.mark.parametrize("text", [*HOSTILE_TEXTS, *HOSTILE_XML])
def test_no_text_changes_the_elements(text: str) -> None:
    hostile, harmless = ([hostile_quote(each), QUOTE] for each in (text, "x"))
    assert tags_in(write_mods(hostile)) == tags_in(write_mods(harmless))


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_every_text_is_read_back(text: str) -> None:
    quote = hostile_quote(text)
    root = parse_xml(write_mods([quote]))
    assert texts_at(root, "//m:mods/m:titleInfo/m:title/text()") == [as_read_from_xml(text)]
    assert texts_at(root, "//m:note/text()") == [as_read_from_xml(quote.note)]

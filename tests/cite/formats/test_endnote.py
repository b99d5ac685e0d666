"""EndNote XML is read back by an XML parser, and no text changes its elements."""

from dataclasses import replace

import pytest

from citations.cite.csl import CslName
from citations.cite.formats.endnote import TYPES, write_endnote_xml
from tests.support.cited_quotes import HOSTILE_TEXTS, QUOTE, SOURCE, hostile_quote, quote_from
from tests.support.xml_reading import (
    HOSTILE_XML,
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
    [record] = parse_xml(write_endnote_xml([disputed])).xpath("/xml/records/record")
    expected = {
        "source-app/@name": ["Citations"],
        "source-app/text()": ["Citations"],
        "rec-number/text()": ["1"],
        "ref-type/text()": ["23"],
        "ref-type/@name": ["Newspaper Article"],
        "contributors/authors/author/text()": ["Kishida, Fumio", "Ministry of Foreign Affairs,"],
        "titles/title/text()": [SOURCE.title],
        "titles/secondary-title/text()": ["The Japan Times"],
        "periodical/full-title/text()": ["The Japan Times"],
        "dates/year/text()": ["2024"],
        "dates/pub-dates/date/text()": ["2024-02-08"],
        "isbn/text()": ["0447-5763"],
        "label/text()": ["VMBBKS08"],
        "notes/text()": [f"{NOTE} [Disputed: <b>no</b> recording]"],
        "language/text()": ["en"],
        "urls/web-urls/url/text()": [SOURCE.url],
        "urls/related-urls/url/text()": ["https://archive.example/1"],
        "access-date/text()": ["2026-11-22"],
        "publisher": [],
    }
    assert {path: texts_at(record, path) for path in expected} == expected


def test_elements_are_in_the_order_of_the_document_type() -> None:
    [record] = parse_xml(write_endnote_xml([replace(QUOTE, source=ARCHIVED)])).xpath("//record")
    assert [each.tag for each in record] == [
        "source-app", "rec-number", "ref-type", "contributors", "titles", "periodical", "dates",
        "isbn", "label", "notes", "language", "urls", "access-date",
    ]  # fmt: skip


def test_records_are_numbered_from_one() -> None:
    root = parse_xml(write_endnote_xml([QUOTE, QUOTE]))
    assert texts_at(root, "//rec-number/text()") == ["1", "2"]


@pytest.mark.parametrize(
    ("kind", "number", "name"),
    [
        ("article-newspaper", "23", "Newspaper Article"),
        ("article-magazine", "19", "Magazine Article"),
        ("article-journal", "17", "Journal Article"),
        ("webpage", "12", "Web Page"),
        ("post", "56", "Blog"),
        ("broadcast", "21", "Film or Broadcast"),
        ("interview", "26", "Personal Communication"),
        ("report", "27", "Report"),
        ("book", "6", "Book"),
        ("speech", "13", "Generic"),
        ("document", "13", "Generic"),
    ],
)
def test_each_kind_has_its_type(kind: str, number: str, name: str) -> None:
    root = parse_xml(write_endnote_xml([quote_from(kind=kind)]))
    assert texts_at(root, "//ref-type/text() | //ref-type/@name") == [name, number]


@pytest.mark.parametrize("kind", ["article-newspaper", "article-magazine", "article-journal"])
def test_only_a_periodical_has_a_full_title(kind: str) -> None:
    root = parse_xml(write_endnote_xml([quote_from(kind=kind), quote_from(kind="webpage")]))
    assert texts_at(root, "//periodical/full-title/text()") == ["The Japan Times"]
    assert not texts_at(parse_xml(write_endnote_xml([quote_from(publication="")])), "//periodical")


def test_a_book_has_a_publisher_and_no_periodical() -> None:
    root = parse_xml(write_endnote_xml([quote_from(kind="book")]))
    assert texts_at(root, "//publisher/text()") == ["The Japan Times"]
    assert not texts_at(root, "//periodical | //secondary-title")


@pytest.mark.parametrize(
    ("url", "archive_url", "elements"),
    [
        ("https://a.example/", "", ["web-urls"]),
        ("", "https://a.example/", ["related-urls"]),
        ("https://a.example/", "https://b.example/", ["web-urls", "related-urls"]),
    ],
)
def test_only_known_addresses_are_written(url: str, archive_url: str, elements: list[str]) -> None:
    root = parse_xml(write_endnote_xml([quote_from(url=url, archive_url=archive_url)]))
    assert [each.tag for each in root.xpath("//urls/*")] == elements


@pytest.mark.parametrize(("issued", "shown", "encoding", "year"), XML_DATES)
def test_a_date_is_in_words_where_digits_cannot_say_it(
    issued: str, shown: str, encoding: str, year: str
) -> None:
    root = parse_xml(write_endnote_xml([quote_from(issued=issued)]))
    assert shown in texts_at(root, "//pub-dates/date/text()")[0]
    assert "".join(texts_at(root, "//dates/year/text()")) == year


@pytest.mark.parametrize("kind", [*TYPES, "document"])
def test_unknown_fields_are_left_out(kind: str) -> None:
    bare = replace(quote_from(kind=kind, **UNKNOWN), address="", changed="")
    assert empty_tags_in(write_endnote_xml([bare])) == ["title"]


def test_a_japanese_name_is_in_its_parts() -> None:
    quote = quote_from(authors=(CslName("岸田 文雄", "岸田", "文雄"),))
    assert texts_at(parse_xml(write_endnote_xml([quote])), "//author/text()") == ["岸田, 文雄"]


@pytest.mark.parametrize("text", [*HOSTILE_TEXTS, *HOSTILE_XML])
def test_no_text_changes_the_elements(text: str) -> None:
    hostile, harmless = ([hostile_quote(each), QUOTE] for each in (text, "x"))
    assert tags_in(write_endnote_xml(hostile)) == tags_in(write_endnote_xml(harmless))


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_every_text_is_read_back(text: str) -> None:
    quote = hostile_quote(text)
    root = parse_xml(write_endnote_xml([quote]))
    assert texts_at(root, "//titles/title/text()") == [as_read_from_xml(text)]
    assert texts_at(root, "//notes/text()") == [as_read_from_xml(quote.note)]

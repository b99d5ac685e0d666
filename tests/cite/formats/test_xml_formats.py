"""What is written as XML is read back by programs that are not ours, and nothing injects."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import lxml.html
import pytest
from lxml import etree
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DC, DCTERMS, FOAF
from rdflib.term import Node

from citations.cite.cited_quote import CitedQuote
from citations.cite.csl import CslName
from citations.cite.formats.endnote import write_endnote_xml
from citations.cite.formats.mods import write_mods
from citations.cite.formats.xml import clean_xml_text
from citations.cite.formats.zotero_rdf import DOCUMENT, ZOTERO_ITEM_TYPES, write_zotero_rdf
from tests.support.cited import NASTY, QUOTED, SOURCE, nasty

BIB = Namespace("http://purl.org/net/biblio#")
Z = Namespace("http://www.zotero.org/namespaces/export#")
M = {"m": "http://www.loc.gov/mods/v3", "xlink": "http://www.w3.org/1999/xlink"}
BASE = "https://file.example/"
ITEM = URIRef(f"{BASE}#item_VMBBKS08")
RICH = replace(SOURCE, issn="0447-5763", archive_url="https://archive.example/1")
DOUBTED = replace(QUOTED, warning="Disputed: <b>no</b> recording", source=RICH)
KINDS = [*ZOTERO_ITEM_TYPES, "document"]
SPOKEN = "“difficult” (Kishida Fumio, Prime Minister, Japan, 7 February 2024)"
# A date, as it is told to readers of plain dates, its encoding in MODS, and the year of EndNote.
DATES = [
    ("2024-02-08", "2024-02-08", "w3cdtf", "2024"),
    ("2024-02", "2024-02", "w3cdtf", "2024"),
    ("2024", "2024", "w3cdtf", "2024"),
    ("2022-03/2022-09", "March 2022 to September 2022", "edtf", "2022"),
    ("2021/2022", "2021 to 2022", "edtf", ""),
    ("2022-03/..", "from March 2022", "edtf", ""),
    ("1940~", "about 1940", "edtf", "1940"),
    ("2024-22", "summer 2024", "edtf", "2024"),
    ("[2022..2024]", "between 2022 and 2024", "edtf", ""),
]
Write = Callable[[Iterable[CitedQuote]], str]
Said = list[str]


def with_source(**changes: object) -> CitedQuote:
    return replace(QUOTED, source=replace(SOURCE, **changes))  # type: ignore[arg-type]


def graph(*quotes: CitedQuote) -> Graph:
    return Graph().parse(data=write_zotero_rdf(quotes), format="xml", publicID=BASE)


def value(read: Graph, subject: Node, *path: URIRef) -> str:
    """The text at the end of the path; each of its steps is the only one."""
    for step in path:
        [subject] = read.objects(subject, step)
    return str(subject)


def names(read: Graph, element: URIRef) -> list[tuple[str, str]]:
    [ordered] = read.objects(ITEM, element)
    people = [read.value(ordered, RDF[f"_{at}"]) for at in (1, 2)]
    return [(value(read, each, FOAF.surname), str(read.value(each, FOAF.givenName) or ""))
            for each in people if each]  # fmt: skip


def document(made: str) -> etree._Element:
    assert made.startswith('<?xml version="1.0" encoding="UTF-8"?>\n')
    return etree.fromstring(made.encode())


def found(element: etree._Element, path: str) -> Said:
    return [str(each) for each in element.xpath(path, namespaces=M)]


def folded(text: str) -> str:
    """As every XML reader reports it: line ends are one line feed (XML 1.0, section 2.11)."""
    return clean_xml_text(text).replace("\r\n", "\n").replace("\r", "\n")


def test_zotero_rdf_is_read_back() -> None:
    read = graph(DOUBTED)
    assert value(read, ITEM, RDF.type) == str(BIB.Article)
    assert value(read, ITEM, Z.itemType) == "newspaperArticle"
    assert value(read, ITEM, DC.title) == SOURCE.title
    assert names(read, BIB.authors) == [("Kishida", "Fumio"), ("Ministry, of Foreign Affairs", "")]
    assert value(read, ITEM, DCTERMS.isPartOf, RDF.type) == str(BIB.Newspaper)
    assert value(read, ITEM, DCTERMS.isPartOf, DC.title) == "The Japan Times"
    assert value(read, ITEM, DCTERMS.isPartOf, DC.identifier) == "ISSN 0447-5763"
    assert value(read, ITEM, DC.identifier, RDF.type) == str(DCTERMS.URI)
    assert value(read, ITEM, DC.identifier, RDF.value) == SOURCE.url
    assert value(read, ITEM, DC.date) == "2024-02-08"
    assert value(read, ITEM, DCTERMS.dateSubmitted) == "2026-11-22"
    assert value(read, ITEM, DC.coverage) == "https://archive.example/1"
    assert value(read, ITEM, Z.language) == "en"


def test_the_quotation_is_a_note_of_zotero_below_its_source() -> None:
    read = graph(DOUBTED)
    assert value(read, ITEM, DCTERMS.isReferencedBy, RDF.type) == str(BIB.Memo)
    note = lxml.html.fromstring(value(read, ITEM, DCTERMS.isReferencedBy, RDF.value))
    words, record = (each.text_content() for each in note.iter("p"))
    assert words == f"{SPOKEN} [Disputed: <b>no</b> recording]"
    assert record == note.xpath("string(.//a/@href)") == QUOTED.address


def test_two_quotes_of_one_article_are_two_items_of_zotero() -> None:
    read = graph(QUOTED, replace(QUOTED, key="0"))
    assert len(set(read.subjects(Z.itemType))) == 2
    assert len(set(read.subjects(RDF.type, BIB.Memo))) == 2


def test_zotero_does_not_take_the_day_of_reading_for_the_date() -> None:
    read = graph(with_source(issued=""))
    assert not list(read.objects(ITEM, DC.date))
    assert not list(read.objects(ITEM, DCTERMS.dateSubmitted))
    assert value(read, ITEM, Z.accessDate) == "2026-11-22"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_keeps_its_names_and_its_publication_in_zotero(kind: str) -> None:
    read, made = graph(with_source(kind=kind)), ZOTERO_ITEM_TYPES.get(kind, DOCUMENT)
    assert value(read, ITEM, Z.itemType) == made.name
    prefix, _, local = made.authors.partition(":")
    assert len(names(read, {"bib": BIB, "z": Z}[prefix][local])) == 2
    said = [str(each) for each in read.objects() if "The Japan Times" in str(each)]
    assert said in (["The Japan Times"], ["Publisher: The Japan Times"])


def test_mods_is_read_back() -> None:
    [record] = document(write_mods([DOUBTED])).xpath("/m:modsCollection/m:mods", namespaces=M)
    assert (record.get("ID"), record.get("version")) == ("q-VMBBKS08", "3.7")
    expected = {
        "m:titleInfo/m:title/text()": [SOURCE.title],
        "m:name/@type": ["personal"],
        "m:name/m:namePart/text()": ["Kishida", "Fumio", "Ministry, of Foreign Affairs"],
        "m:name/m:namePart/@type": ["family", "given"],
        "m:name/m:role/m:roleTerm[@type='code'][@authority='marcrelator']/text()": ["aut", "aut"],
        "m:typeOfResource/text()": ["text"],
        "m:genre[@authority='local']/text()": ["newspaperArticle"],
        "m:originInfo/m:dateIssued[@encoding='w3cdtf']/text()": ["2024-02-08"],
        "m:relatedItem[@type='host']/m:titleInfo/m:title/text()": ["The Japan Times"],
        "m:relatedItem[@type='host']/m:identifier[@type='issn']/text()": ["0447-5763"],
        "m:location/m:url/text()": [SOURCE.url, "https://archive.example/1"],
        "m:location/m:url/@dateLastAccessed": ["2026-11-22"],
        "m:language/m:languageTerm[@authority='rfc5646']/text()": ["en"],
        "m:note[@type='quotation']/text()": [f"{SPOKEN} [Disputed: <b>no</b> recording]"],
        "m:note/@xlink:href": [QUOTED.address],
        "m:recordInfo/m:recordIdentifier/text()": ["VMBBKS08"],
    }
    assert {path: found(record, path) for path in expected} == expected


def test_a_publisher_has_no_host_in_mods() -> None:
    root = document(write_mods([with_source(kind="book", issn="0447-5763")]))
    assert found(root, "//m:originInfo/m:publisher/text()") == ["The Japan Times"]
    assert found(root, "//m:mods/m:identifier/text()") == ["0447-5763"]
    assert not found(root, "//m:relatedItem")


def test_mods_does_not_say_whether_a_broadcast_was_seen() -> None:
    root = document(write_mods([with_source(kind="broadcast")]))
    assert not found(root, "//m:typeOfResource")


def test_endnote_xml_is_read_back() -> None:
    [record] = document(write_endnote_xml([DOUBTED])).xpath("/xml/records/record")
    expected = {
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
        "notes/text()": [f"{SPOKEN} [Disputed: <b>no</b> recording]"],
        "language/text()": ["en"],
        "urls/web-urls/url/text()": [SOURCE.url],
        "urls/related-urls/url/text()": ["https://archive.example/1"],
        "access-date/text()": ["2026-11-22"],
        "publisher": [],
    }
    assert {path: found(record, path) for path in expected} == expected


def test_a_book_of_endnote_has_a_publisher_and_is_in_no_periodical() -> None:
    root = document(write_endnote_xml([with_source(kind="book")]))
    assert found(root, "//publisher/text()") == ["The Japan Times"]
    assert not found(root, "//periodical | //secondary-title")


@pytest.mark.parametrize(("issued", "shown", "encoding", "year"), DATES)
def test_no_date_says_more_than_is_known(issued: str, shown: str, encoding: str, year: str) -> None:
    quoted = with_source(issued=issued)
    assert shown in value(graph(quoted), ITEM, DC.date)
    root = document(write_mods([quoted]))
    assert found(root, "//m:dateIssued/text()") == [issued]
    assert found(root, "//m:dateIssued/@encoding") == [encoding]
    root = document(write_endnote_xml([quoted]))
    assert shown in found(root, "//pub-dates/date/text()")[0]
    assert "".join(found(root, "//dates/year/text()")) == year


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_known_is_left_out(kind: str) -> None:
    unknown = with_source(kind=kind, authors=(), publication="", issued="", accessed="", url="",
                          language="", title="")  # fmt: skip
    bare = replace(unknown, address="", changed="")
    for made in (write_mods([bare]), write_endnote_xml([bare]), write_zotero_rdf([bare])):
        empty = document(made).xpath("//*[not(*) and not(text()) and not(@*)]")
        assert [each.tag for each in empty] in ([], ["title"])
    assert len(graph(bare).query("SELECT ?item WHERE { ?item z:itemType ?kind }",
                                 initNs={"z": Z})) == 1  # fmt: skip


def test_a_japanese_name_is_in_its_parts() -> None:
    quoted = with_source(authors=(CslName("岸田 文雄", "岸田", "文雄"),))
    assert names(graph(quoted), BIB.authors) == [("岸田", "文雄")]
    assert found(document(write_mods([quoted])), "//m:namePart/text()") == ["岸田", "文雄"]
    assert found(document(write_endnote_xml([quoted])), "//author/text()") == ["岸田, 文雄"]


@pytest.mark.parametrize("write", [write_zotero_rdf, write_mods, write_endnote_xml])
@pytest.mark.parametrize("text", [*NASTY, "<b>&amp;]]></rdf:value>", "\x00\ud800\ufffe"])
def test_no_text_changes_the_elements(text: str, write: Write) -> None:
    tags = [each.tag for each in document(write([nasty(text), QUOTED])).iter()]
    assert tags == [each.tag for each in document(write([nasty("x"), QUOTED])).iter()]


@pytest.mark.parametrize("text", NASTY)
def test_every_text_comes_back_from_xml(text: str) -> None:
    quoted = nasty(text)
    assert (None, DC.title, Literal(folded(text))) in graph(quoted)
    root = document(write_mods([quoted]))
    assert found(root, "//m:mods/m:titleInfo/m:title/text()") == [folded(text)]
    assert found(root, "//m:note/text()") == [folded(quoted.in_words)]
    root = document(write_endnote_xml([quoted]))
    assert found(root, "//titles/title/text()") == [folded(text)]
    assert found(root, "//notes/text()") == [folded(quoted.in_words)]

"""Zotero RDF is read back by an RDF library, and no text changes its elements."""

from dataclasses import replace

import lxml.html
import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DC, DCTERMS, FOAF
from rdflib.term import Node

from citations.cite.cited_quote import CitedQuote
from citations.cite.csl import CslName
from citations.cite.formats.zotero_rdf import DOCUMENT_TYPE, ZOTERO_ITEM_TYPES, write_zotero_rdf
from tests.support.cited_quotes import HOSTILE_TEXTS, QUOTE, SOURCE, hostile_quote, quote_from
from tests.support.xml_reading import (
    HOSTILE_XML,
    UNKNOWN,
    XML_DATES,
    as_read_from_xml,
    empty_tags_in,
    tags_in,
)

BIB = Namespace("http://purl.org/net/biblio#")
Z = Namespace("http://www.zotero.org/namespaces/export#")
BASE = "https://file.example/"
ITEM = URIRef(f"{BASE}#item_VMBBKS08")
NOTE = "“difficult” (Kishida Fumio, Prime Minister, Japan, 7 February 2024)"
ARCHIVED = replace(SOURCE, issn="0447-5763", archive_url="https://archive.example/1")
DISPUTED = replace(QUOTE, warning="Disputed: <b>no</b> recording", source=ARCHIVED)
KINDS = [*ZOTERO_ITEM_TYPES, "document"]


def graph_of(*quotes: CitedQuote) -> Graph:
    return Graph().parse(data=write_zotero_rdf(quotes), format="xml", publicID=BASE)


def value_at(graph: Graph, subject: Node, *path: URIRef) -> str:
    """The text at the end of the path, each of whose steps is the only one."""
    for step in path:
        [subject] = graph.objects(subject, step)
    return str(subject)


def names_in(graph: Graph, element: URIRef) -> list[tuple[str, str]]:
    [ordered] = graph.objects(ITEM, element)
    people = [graph.value(ordered, RDF[f"_{at}"]) for at in (1, 2)]
    return [(value_at(graph, each, FOAF.surname), str(graph.value(each, FOAF.givenName) or ""))
            for each in people if each]  # fmt: skip


def test_an_item_is_read_back() -> None:
    graph = graph_of(DISPUTED)
    assert value_at(graph, ITEM, RDF.type) == str(BIB.Article)
    assert value_at(graph, ITEM, Z.itemType) == "newspaperArticle"
    assert value_at(graph, ITEM, DC.title) == SOURCE.title
    assert names_in(graph, BIB.authors) == [
        ("Kishida", "Fumio"), ("Ministry, of Foreign Affairs", ""),
    ]  # fmt: skip
    assert value_at(graph, ITEM, DCTERMS.isPartOf, RDF.type) == str(BIB.Newspaper)
    assert value_at(graph, ITEM, DCTERMS.isPartOf, DC.title) == "The Japan Times"
    assert value_at(graph, ITEM, DCTERMS.isPartOf, DC.identifier) == "ISSN 0447-5763"
    assert value_at(graph, ITEM, DC.identifier, RDF.type) == str(DCTERMS.URI)
    assert value_at(graph, ITEM, DC.identifier, RDF.value) == SOURCE.url
    assert value_at(graph, ITEM, DC.date) == "2024-02-08"
    assert value_at(graph, ITEM, DCTERMS.dateSubmitted) == "2026-11-22"
    assert value_at(graph, ITEM, DC.coverage) == "https://archive.example/1"
    assert value_at(graph, ITEM, Z.language) == "en"


def test_the_quotation_is_a_note_under_its_source() -> None:
    graph = graph_of(DISPUTED)
    assert value_at(graph, ITEM, DCTERMS.isReferencedBy, RDF.type) == str(BIB.Memo)
    note = lxml.html.fromstring(value_at(graph, ITEM, DCTERMS.isReferencedBy, RDF.value))
    words, record = (each.text_content() for each in note.iter("p"))
    assert words == f"{NOTE} [Disputed: <b>no</b> recording]"
    assert record == note.xpath("string(.//a/@href)") == QUOTE.address


def test_two_quotes_from_one_article_are_two_items() -> None:
    graph = graph_of(QUOTE, replace(QUOTE, key="0"))
    assert len(set(graph.subjects(Z.itemType))) == 2
    assert len(set(graph.subjects(RDF.type, BIB.Memo))) == 2


def test_an_access_date_is_not_taken_for_the_date() -> None:
    graph = graph_of(quote_from(issued=""))
    assert not list(graph.objects(ITEM, DC.date))
    assert not list(graph.objects(ITEM, DCTERMS.dateSubmitted))
    assert value_at(graph, ITEM, Z.accessDate) == "2026-11-22"


def test_only_a_day_is_an_access_date() -> None:
    assert not list(graph_of(quote_from(accessed="2026-11")).objects(ITEM, DCTERMS.dateSubmitted))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_keeps_its_names_and_its_publication(kind: str) -> None:
    graph, item_type = graph_of(quote_from(kind=kind)), ZOTERO_ITEM_TYPES.get(kind, DOCUMENT_TYPE)
    assert value_at(graph, ITEM, Z.itemType) == item_type.name
    prefix, _, local = item_type.authors.partition(":")
    assert len(names_in(graph, {"bib": BIB, "z": Z}[prefix][local])) == 2
    publications = [str(each) for each in graph.objects() if "The Japan Times" in str(each)]
    assert publications in (["The Japan Times"], ["Publisher: The Japan Times"])


PUBLICATIONS = [
    ("webpage", DCTERMS.isPartOf, DC.title, "The Japan Times"),
    ("broadcast", None, Z.programTitle, "The Japan Times"),
    ("book", DC.publisher, FOAF.name, "The Japan Times"),
    ("document", DC.publisher, FOAF.name, "The Japan Times"),
    ("speech", None, Z.extra, "Publisher: The Japan Times"),
    ("interview", None, Z.extra, "Publisher: The Japan Times"),
]


@pytest.mark.parametrize(("kind", "container", "element", "expected"), PUBLICATIONS)
def test_a_publication_stands_where_zotero_looks_for_it(
    kind: str, container: URIRef | None, element: URIRef, expected: str
) -> None:
    path = [container, element] if container else [element]
    assert value_at(graph_of(quote_from(kind=kind)), ITEM, *path) == expected


@pytest.mark.parametrize(
    ("kind", "name", "element", "container"),
    [
        ("article-newspaper", "newspaperArticle", BIB.Article, BIB.Newspaper),
        ("article-magazine", "magazineArticle", BIB.Article, BIB.Periodical),
        ("article-journal", "journalArticle", BIB.Article, BIB.Journal),
        ("webpage", "webpage", BIB.Document, Z.Website),
        ("post", "blogPost", BIB.Document, Z.Blog),
        ("broadcast", "tvBroadcast", BIB.Recording, None),
        ("interview", "interview", BIB.Interview, None),
        ("speech", "presentation", BIB.ConferenceProceedings, None),
        ("report", "report", BIB.Report, None),
        ("book", "book", BIB.Book, None),
        ("document", "document", None, None),
    ],
)
def test_each_kind_has_its_elements(
    kind: str, name: str, element: URIRef | None, container: URIRef | None
) -> None:
    text, graph = write_zotero_rdf([quote_from(kind=kind)]), graph_of(quote_from(kind=kind))
    assert value_at(graph, ITEM, Z.itemType) == name
    types = [str(element)] if element else []  # a description has no type in RDF
    assert [str(each) for each in graph.objects(ITEM, RDF.type)] == types
    assert ("dcterms:isPartOf" in text) is (container is not None)
    if container:
        assert value_at(graph, ITEM, DCTERMS.isPartOf, RDF.type) == str(container)


def test_an_issn_alone_makes_a_container() -> None:
    graph = graph_of(quote_from(publication="", issn="0447-5763"))
    assert value_at(graph, ITEM, DCTERMS.isPartOf, DC.identifier) == "ISSN 0447-5763"
    assert not list(graph_of(quote_from(publication="")).objects(ITEM, DCTERMS.isPartOf))
    without = graph_of(quote_from(kind="broadcast", publication="", url="", issn="0447-5763"))
    assert value_at(without, ITEM, DC.identifier) == "ISSN 0447-5763"


@pytest.mark.parametrize(("issued", "shown", "encoding", "year"), XML_DATES)
def test_a_date_is_in_words_where_digits_cannot_say_it(
    issued: str, shown: str, encoding: str, year: str
) -> None:
    assert shown in value_at(graph_of(quote_from(issued=issued)), ITEM, DC.date)


@pytest.mark.parametrize("kind", KINDS)
def test_unknown_fields_are_left_out(kind: str) -> None:
    bare = replace(quote_from(kind=kind, **UNKNOWN), address="", changed="")
    assert not empty_tags_in(write_zotero_rdf([bare]))
    assert len(graph_of(bare).query("SELECT ?item WHERE { ?item z:itemType ?kind }",
                                    initNs={"z": Z})) == 1  # fmt: skip


def test_a_japanese_name_is_in_its_parts() -> None:
    quote = quote_from(authors=(CslName("岸田 文雄", "岸田", "文雄"),))
    assert names_in(graph_of(quote), BIB.authors) == [("岸田", "文雄")]


@pytest.mark.parametrize("text", [*HOSTILE_TEXTS, *HOSTILE_XML])
def test_no_text_changes_the_elements(text: str) -> None:
    hostile, harmless = ([hostile_quote(each), QUOTE] for each in (text, "x"))
    assert tags_in(write_zotero_rdf(hostile)) == tags_in(write_zotero_rdf(harmless))


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_every_text_is_read_back(text: str) -> None:
    assert (None, DC.title, Literal(as_read_from_xml(text))) in graph_of(hostile_quote(text))

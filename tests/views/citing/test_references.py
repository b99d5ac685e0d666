"""A quote as a file for reference managers, by the ending of its address."""

import json

import pytest
import rispy
from django.test import Client
from pybtex.database import parse_string

from citations.models import Article, Publication, Quote
from tests.support.pages import TWICE, page


@pytest.mark.parametrize(
    "kind", ["ris", "bib", "biblatex", "json", "rdf", "mods", "endnote", "txt"]
)
def test_the_page_of_citations_links_to_each_format(client: Client, seed: None, kind: str) -> None:
    address = f"/quotes/{TWICE}.{kind}"
    assert f'href="{address}"' in page(client, f"/quotes/{TWICE}/cite/")
    response = client.get(address)
    assert response.status_code == 200
    ending = {"biblatex": "bib", "mods": "xml", "endnote": "xml"}.get(kind, kind)
    assert response["Content-Disposition"] == f'attachment; filename="{TWICE}.{ending}"'
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    text = response.content.decode()
    assert all(part in text for part in ("unacceptable", "Kishida Fumio", "22 March 2022"))


def test_other_programs_read_each_format(client: Client, seed: None) -> None:
    paper = Publication.objects.create(slug="daily", name="D", kind="newspaper", country="US")
    Article.objects.update(byline=["Motoko Rich"], kind="article-newspaper", publication=paper)
    [read] = rispy.loads(page(client, f"/quotes/{TWICE}.ris"))
    assert (read["type_of_reference"], read["authors"]) == ("NEWS", ["Rich, Motoko"])
    entry = parse_string(page(client, f"/quotes/{TWICE}.bib"), "bibtex").entries[TWICE]
    assert entry.persons["author"][0].last_names == ["Rich"]
    [item] = json.loads(page(client, f"/quotes/{TWICE}.json"))
    assert item["author"] == [{"family": "Rich", "given": "Motoko"}]


def test_an_unknown_format_is_answered_with_the_available_ones(client: Client, seed: None) -> None:
    response = client.get(f"/quotes/{TWICE}.docx")
    assert response.status_code == 404
    assert response.content.decode() == (
        "docx: no such format. Available formats: ris, bib, biblatex, json, rdf, mods, endnote, "
        "txt, html, csv, jsonl.\n"
    )


@pytest.mark.parametrize("state", ["proposed", "rejected"])
def test_an_unpublished_quote_is_in_no_format(client: Client, seed: None, state: str) -> None:
    Quote.objects.filter(key=TWICE).update(state=state)
    assert client.get(f"/quotes/{TWICE}.ris").status_code == 404

"""unAPI on the page of a quote and COinS on lists, with which Zotero saves sources."""

from urllib.parse import parse_qsl

import pytest
import rispy
from django.test import Client
from lxml import etree
from lxml import html as lxml_html

from citations.export.file_formats import FORMATS
from citations.index import sync
from citations.models import Article, Quote
from citations.views.citing.unapi import SUFFIXES
from tests.support.pages import SPLIT, TWICE, copies_of, page


def names_in(text: bytes) -> list[str]:
    return [str(one.get("name")) for one in etree.fromstring(text)]


def test_a_page_names_the_server_and_the_key_in_hidden_elements(client: Client, seed: None) -> None:
    root = lxml_html.fromstring(page(client, f"/quotes/{TWICE}/"))
    [server] = root.xpath("//head/link[@rel='unapi-server']")
    assert (server.get("href"), server.get("title")) == ("http://testserver/unapi", "unAPI")
    [named] = root.xpath("//abbr[@class='unapi-id']")
    assert named.get("title") == TWICE
    assert named.get("hidden") is not None


def test_the_formats_are_listed_best_first(client: Client, seed: None) -> None:
    response = client.get("/unapi")
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml")
    names = names_in(response.content)
    assert names == [name for name, suffix in SUFFIXES.items() if suffix in FORMATS]
    assert names[-2:] == ["ris", "bibtex"]
    assert next(iter(SUFFIXES)) == "rdf_zotero"


def test_the_formats_of_one_quote_are_multiple_choices(client: Client, seed: None) -> None:
    response = client.get("/unapi", {"id": TWICE})
    assert response.status_code == 300
    assert etree.fromstring(response.content).get("id") == TWICE
    assert names_in(response.content) == names_in(client.get("/unapi").content)


def test_a_record_is_the_one_at_the_address_of_its_format(client: Client, seed: None) -> None:
    for name in names_in(client.get("/unapi").content):
        response = client.get("/unapi", {"id": TWICE, "format": name})
        same = client.get(f"/quotes/{TWICE}.{SUFFIXES[name]}")
        assert response.content == same.content
        assert response["Content-Type"] == same["Content-Type"]
        assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    [read] = rispy.loads(client.get(f"/unapi?id={TWICE}&format=ris").content.decode())
    assert "“unacceptable”" in str(read)


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"id": "00000000"}, 404),
        ({"id": "\0"}, 404),
        ({"id": "<script>", "format": "ris"}, 404),
        ({"id": TWICE, "format": "docx"}, 406),
        ({"id": TWICE, "format": "<b>"}, 406),
        ({"format": "ris"}, 400),
    ],
)
def test_unknown_quotes_and_formats_are_errors(
    client: Client, seed: None, asked: dict[str, str], status: int
) -> None:
    assert client.get("/unapi", asked).status_code == status


@pytest.mark.parametrize("state", ["proposed", "rejected"])
def test_only_what_is_published_has_records(client: Client, seed: None, state: str) -> None:
    Quote.objects.filter(key=TWICE).update(state=state)
    assert client.get("/unapi", {"id": TWICE}).status_code == 404
    assert client.get("/unapi", {"id": TWICE, "format": "ris"}).status_code == 404


def spans(client: Client, address: str) -> list[dict[str, str]]:
    found = lxml_html.fromstring(page(client, address)).xpath("//span[@class='Z3988']")
    assert all(one.get("hidden") is not None and not one.text_content() for one in found)
    return [dict(parse_qsl(one.get("title"))) for one in found]


@pytest.mark.parametrize(
    "address", ["/quotes/", "/speakers/kishida-fumio/", "/articles/", "/topics/peace-treaty/"]
)
def test_a_list_names_each_of_its_sources_once(client: Client, indexed: None, address: str) -> None:
    copies_of(Quote.objects.get(key=TWICE), range(3))
    sync.rebuild_index()
    titles = [one["rft.title"] for one in spans(client, address)]
    assert len(titles) == len(set(titles)) >= 3
    assert set(titles) <= set(Article.objects.values_list("headline", flat=True))


def test_the_page_of_a_quote_uses_unapi_and_not_coins(client: Client, seed: None) -> None:
    assert not spans(client, f"/quotes/{SPLIT}/")
    assert "unapi" not in page(client, "/articles/")


@pytest.mark.parametrize("text", ["</span><b>", '" onload="x', "a&b=c&rft.title=d", "x\ny", "%41+"])
def test_markup_in_text_stays_inside_its_value(client: Client, indexed: None, text: str) -> None:
    Article.objects.update(headline=text, byline=[text], kind="webpage")
    for address in ("/quotes/", "/articles/"):
        for read in spans(client, address):
            assert read["rft.title"] == " ".join(text.split())


def test_a_withdrawn_quote_is_gone_with_its_reason(client: Client, seed: None) -> None:
    Quote.objects.filter(key=TWICE).set_state("rejected", "Taken back.")
    response = client.get(f"/unapi?id={TWICE}&format=ris")
    assert response.status_code == 410
    assert "Taken back." in response.content.decode()

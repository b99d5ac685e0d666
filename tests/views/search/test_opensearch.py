"""The description of the search for browsers (OpenSearch)."""

from django.test import Client
from lxml import etree

from tests.support.pages import page

OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def test_pages_link_to_the_description(client: Client, seed: None) -> None:
    assert (
        '<link rel="search" type="application/opensearchdescription+xml" title="Citations"'
        ' href="/opensearch.xml">'
    ) in page(client, "/speakers/")


def test_its_description_is_well_formed_and_complete(client: Client) -> None:
    response = client.get("/opensearch.xml")
    assert response["Content-Type"] == "application/opensearchdescription+xml; charset=utf-8"
    root = etree.fromstring(response.content)
    text = {each.tag.removeprefix(OPENSEARCH): (each.text or "").strip() for each in root}
    assert root.tag == f"{OPENSEARCH}OpenSearchDescription"
    assert 0 < len(text["ShortName"]) <= 16
    assert 0 < len(text["Description"]) <= 1024
    assert text["InputEncoding"] == "UTF-8"
    assert text["Image"] == "http://testserver/static/citations/seal.svg"
    urls = {each.get("type"): each.get("template") for each in root.iter(f"{OPENSEARCH}Url")}
    assert urls == {
        "text/html": "http://testserver/quotes/?q={searchTerms}",
        "application/atom+xml": "http://testserver/quotes.atom?q={searchTerms}",
        "application/opensearchdescription+xml": "http://testserver/opensearch.xml",
    }


def test_its_addresses_answer(client: Client, indexed: None) -> None:
    root = etree.fromstring(client.get("/opensearch.xml").content)
    for each in root.iter(f"{OPENSEARCH}Url"):
        assert client.get(each.get("template").replace("{searchTerms}", "peace")).status_code == 200


def test_its_addresses_have_the_host_of_the_request(client: Client) -> None:
    xml = client.get("/opensearch.xml", headers={"host": "localhost:8000"}).content.decode()
    assert 'template="http://localhost:8000/quotes/?q={searchTerms}"' in xml

"""Content negotiation by the Accept header."""

import json

import pytest
from django.test import Client

from tests.support.pages import SPLIT, TWICE

pytestmark = pytest.mark.usefixtures("seed")

QUOTE = f"/quotes/{TWICE}/"
COLLECTION = f"/cite/?quotes={TWICE},{SPLIT}"
SEARCH = "/quotes/?q=unacceptable"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
CSL = "application/vnd.citationstyles.csl+json"
RIS = "application/x-research-info-systems"


@pytest.mark.parametrize("address", [QUOTE, COLLECTION, SEARCH])
@pytest.mark.parametrize(
    ("accepted", "given"),
    [
        (BROWSER, "text/html; charset=utf-8"),
        ("*/*", "text/html; charset=utf-8"),
        ("text/*", "text/html; charset=utf-8"),
        (CSL, CSL),
        (f"application/rdf;q=1, {CSL};q=0.7, text/html;q=0.2", CSL),
        ("application/json", CSL),
        (RIS, f"{RIS}; charset=utf-8"),
        (f"{RIS}; charset=utf-8", f"{RIS}; charset=utf-8"),
        ("application/x-bibtex", "application/x-bibtex; charset=utf-8"),
        ("text/csv", "text/csv; charset=utf-8; header=present"),
        ("application/x-ndjson", "application/jsonl; charset=utf-8"),
    ],
)
def test_the_accepted_type_is_sent(client: Client, address: str, accepted: str, given: str) -> None:
    response = client.get(address, headers={"Accept": accepted})
    b"".join(response)
    assert response.status_code == 200
    assert response["Content-Type"] == given
    assert "Accept" in response["Vary"]


@pytest.mark.parametrize("address", [QUOTE, COLLECTION, SEARCH])
@pytest.mark.parametrize("accepted", ["image/png", "text/html;q=0", "nonsense", f"{RIS};q=0"])
def test_406_lists_the_available_types(client: Client, address: str, accepted: str) -> None:
    response = client.get(address, headers={"Accept": accepted})
    assert response.status_code == 406
    assert "text/html\n" in response.content.decode()
    assert f"\n{CSL}\n" in response.content.decode()
    assert "Accept" in response["Vary"]


def test_a_search_has_no_bibliography(client: Client) -> None:
    assert client.get(SEARCH, headers={"Accept": "text/x-bibliography"}).status_code == 406


def test_a_search_in_a_reference_format_is_one_document(client: Client) -> None:
    response = client.get("/quotes.json?q=unacceptable")
    assert [item["id"] for item in json.loads(b"".join(response))] == [TWICE]
    assert response["Quotes-Found"] == "1"


@pytest.mark.parametrize("accepted", ["", " ", "text/html;x*=zzz''a", "a/b;c*=bad''%ff"])
def test_a_malformed_header_accepts_anything(client: Client, accepted: str) -> None:
    response = client.get(QUOTE, headers={"Accept": accepted})
    assert (response.status_code, response["Content-Type"]) == (200, "text/html; charset=utf-8")

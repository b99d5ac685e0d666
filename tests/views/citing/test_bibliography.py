"""Citations as text/x-bibliography."""

import pytest
from django.test import Client

from tests.support.pages import SPLIT, TWICE

pytestmark = pytest.mark.usefixtures("seed")


QUOTE = f"/quotes/{TWICE}/"


COLLECTION = f"/cite/?quotes={TWICE},{SPLIT}"


def test_a_citation_is_given_in_the_style_and_language_named(client: Client) -> None:
    accepted = "text/x-bibliography; style=ieee; locale=de-DE"
    response = client.get(QUOTE, headers={"Accept": accepted})
    assert response["Content-Type"] == "text/x-bibliography; charset=utf-8"
    assert response.content.decode() == "[1] „Japan-Russia peace talks suspended“.\n"


def test_without_a_style_it_uses_the_default(client: Client) -> None:
    response = client.get(QUOTE, headers={"Accept": "text/x-bibliography"})
    assert response.content.decode() == "Japan-Russia peace talks suspended. (2022).\n"
    response = client.get(f"{COLLECTION}&style=ieee", headers={"Accept": "text/x-bibliography"})
    assert response.content.decode().startswith("[1] ")


@pytest.mark.parametrize("address", [QUOTE, COLLECTION])
def test_an_unknown_style_or_language_is_answered_with_similar_names(
    client: Client, address: str
) -> None:
    accepted = "text/x-bibliography; style=apaa; locale=xx"
    response = client.get(address, headers={"Accept": accepted})
    assert response.status_code == 406
    told = response.content.decode()
    assert "style: There is no citation style “apaa”. Similar names: apa" in told
    assert "locale: There is no citation language “xx”." in told


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        (f"{COLLECTION},ZZZZZZZZ", 404, "quotes: ZZZZZZZZ: not in this database."),
        ("/cite/?quotes=x", 400, "quotes: “x” is not a key"),
        (f"{COLLECTION}&named=apaa", 406, "named: There is no citation style"),
    ],
)
def test_a_bibliography_is_complete_or_an_error(
    client: Client, address: str, status: int, told: str
) -> None:
    response = client.get(address, headers={"Accept": "text/x-bibliography"})
    assert response.status_code == status
    assert told in response.content.decode()


def test_a_bibliography_has_the_numbers_of_its_page(client: Client) -> None:
    accepted = {"Accept": "text/x-bibliography; style=ieee"}
    for keys in (f"{TWICE},SFDHTMQN", f"SFDHTMQN,{TWICE}"):
        listed = client.get(f"/cite/?quotes={keys}", headers=accepted).content.decode()
        shown = client.get(f"/cite/?quotes={keys}&style=ieee").content.decode()
        assert all(f'data-plain="{line}"' in shown for line in listed.splitlines())

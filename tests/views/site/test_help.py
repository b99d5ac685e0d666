"""The help pages: the documentation for readers, writers and curators, on the site itself."""

import pytest
from django.test import Client

from citations.pages.help_topics import TOPICS


def test_the_help_lists_every_help_page(client: Client) -> None:
    page = client.get("/help/").content.decode()
    for name in TOPICS:
        assert f'href="/help/{name}/"' in page


@pytest.mark.parametrize("name", TOPICS)
def test_every_help_page_has_one_title_and_needs_no_database(client: Client, name: str) -> None:
    response = client.get(f"/help/{name}/")
    page = response.content.decode()
    assert response.status_code == 200
    assert page.count("<h1") == 1
    assert 'aria-current="page"' in page


@pytest.mark.parametrize("name", ["production", "nothing", "architecture"])
def test_an_unknown_help_page_is_not_found(client: Client, name: str) -> None:
    assert client.get(f"/help/{name}/").status_code == 404


def test_the_search_help_opens_without_script(client: Client, indexed: None) -> None:
    for address in ("/", "/quotes/?q=peace"):
        page = client.get(address).content.decode()
        assert '<details class="search-help">' in page
        assert 'href="/help/searching/"' in page

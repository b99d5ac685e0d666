"""Any query at all is answered with a page in which it is text and never HTML."""

from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.any_query import ANY_TEXT, QUERY_PIECES

# In CI, and only on SQLite: pages are made alike on every database.
IN_FULL = settings.get_current_profile_name() == "ci" and connection.vendor == "sqlite"

VOID = {"br", "hr", "img", "input", "link", "meta"}
markup = st.sampled_from(["<xq>", '"><xq onxq=1>', "'><xq>", "</mark><xq>", "</title><xq>", "&lt;"])
words = st.sampled_from([" peace ", " negotiations ", " unacceptable ", " of ", " Japan", " 77 "])
asked = st.lists(QUERY_PIECES | markup | words, max_size=40).map("".join) | ANY_TEXT


class Page(HTMLParser):
    """A page that fails where its elements do not nest, or one came in with the query."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag != "xq"
        assert all(name != "onxq" for name, _ in attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag != "xq"


# The rows stay as they are from one example to the next.
@pytest.mark.no_cover
@pytest.mark.usefixtures("seed")
@settings(
    max_examples=2_000 if IN_FULL else 30,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=asked)
def test_any_query_is_answered_with_a_sound_page(client: Client, text: str) -> None:
    response = client.get(f"/quotes/?q={quote(text, errors='surrogatepass')}")
    assert response.status_code == 200
    Page(response.content.decode())

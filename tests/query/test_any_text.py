"""Any text at all: it is read, written out again and repaired, and shown as text, never as HTML."""

from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citations.query.parser import MAX_CHARACTERS, parse
from citations.query.terms import EXAMPLES

IN_CI = settings.get_current_profile_name() == "ci"
# What is asked of the page is read and shown alike on every database.
IN_FULL = IN_CI and connection.vendor == "sqlite"

pieces = st.sampled_from(
    [*"ab岸éʼ´*-–:.,;'|()[]{}<=~^+#@/?!_1", *'"“”„«»「」', "\0", "\u0301", "\u0338", "\u200b"]
    + ["  ", "OR", "AND", "''", "..", "ﷺ", "½", "\ud800", "2022", "foo:", "direct", "en", " OR "]
    + [" - ", " – ", "-(", "speeker:", "said: ", "2022-13", "2024..2022", "ab*c", "english"]
    + [f"{field}:" for field in EXAMPLES]
)
any_text = st.text(st.characters(), max_size=600) | st.lists(pieces, max_size=60).map("".join)


@pytest.mark.no_cover  # which would take three times as long
@settings(max_examples=20_000 if IN_CI else 200)
@given(any_text)
def test_any_text_is_read_written_out_again_and_repaired(text: str) -> None:
    query = parse(text)
    assert query.is_empty == (query.in_words() == "")
    assert all(str(note) for note in query.ignored)
    assert is_well_formed(query.to_text())
    assert parse(query.to_text()).root == query.root
    assert is_well_formed(query.repaired)
    assert query.ignored or not query.repaired


def is_well_formed(text: str) -> bool:
    query = parse(text)
    return not query.ignored and query.to_text() == text and len(text) <= MAX_CHARACTERS


@pytest.mark.parametrize(
    "unit", ['"', "“«「", "-", "a:", "speaker:", "a OR ", "OR ", "((", "''", "a*", "ﷺ", "said:1 "]
)
def test_a_very_long_text_is_cut_to_the_longest_query(unit: str) -> None:
    assert len(parse(unit * 200_000).to_text()) <= MAX_CHARACTERS


VOID = {"br", "hr", "img", "input", "link", "meta"}
markup = st.sampled_from(["<xq>", '"><xq onxq=1>', "'><xq>", "</mark><xq>", "</title><xq>", "&lt;"])
words = st.sampled_from([" peace ", " negotiations ", " unacceptable ", " of ", " Japan", " 77 "])
asked = st.lists(pieces | markup | words, max_size=40).map("".join) | any_text


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

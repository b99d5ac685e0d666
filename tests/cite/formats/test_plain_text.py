"""What people read: plain text of three lines a quote, and a page that holds nothing but text."""

from dataclasses import replace

import lxml.html
import pytest

from citations.cite.cited_quote import CitedQuote, one_line
from citations.cite.formats.html import write_html
from citations.cite.formats.plain_text import write_plain_text
from tests.support.cited import NASTY, QUOTED, SOURCE, nasty

DOUBTED = replace(QUOTED, warning="Disputed: <b>no</b> recording")
KNOWN_TAGS = set("html head meta title body blockquote p cite a strong br".split())
KNOWN_ATTRIBUTES = set("lang dir id cite href charset".split())


def page(*quotes: CitedQuote) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(write_html(quotes).encode())


def test_plain_text_says_who_where_and_which_record() -> None:
    words, source, record = write_plain_text([DOUBTED]).splitlines()
    assert words == (
        "“difficult” (Kishida Fumio, Prime Minister, Japan, 7 February 2024) "
        "[Disputed: <b>no</b> recording]"
    )
    assert source == (
        "Source: Kishida Fumio; Ministry, of Foreign Affairs. "
        "“Kishida says Japan-Russia ties are ‘difficult’”. The Japan Times, 8 February 2024. "
        "https://example.org/a_b?c=1%20&d=~x#q"
    )
    assert record == "Record: https://citations.example/quotes/VMBBKS08/"


def test_plain_text_leaves_out_what_is_not_known() -> None:
    bare = replace(SOURCE, authors=(), publication="", issued="", archive_url="https://a.example/")
    line = write_plain_text([replace(QUOTED, source=bare)]).splitlines()[1]
    assert line == f"Source: “{SOURCE.title}”. {SOURCE.url} Archived: https://a.example/"


@pytest.mark.parametrize("text", NASTY)
def test_every_quote_of_plain_text_has_three_lines(text: str) -> None:
    first, second = write_plain_text([nasty(text), QUOTED]).split("\n\n")
    assert len(first.splitlines()) == len(second.splitlines()) == 3
    assert one_line(text) in first


def test_a_page_has_the_words_in_a_block_of_their_own() -> None:
    root = page(DOUBTED)
    [block] = root.iter("blockquote")
    assert block.text_content() == "difficult"
    assert dict(block.attrib) == {
        "id": "q-VMBBKS08", "lang": "en", "dir": "auto", "cite": QUOTED.address,
    }  # fmt: skip
    assert [each.text_content() for each in root.iter("p")][1:] == [
        "Kishida Fumio, Prime Minister, Japan, 7 February 2024",
        "Disputed: <b>no</b> recording",
        (
            f"Kishida Fumio; Ministry, of Foreign Affairs, {SOURCE.title}, The Japan Times, "
            "8 February 2024"
        ),
        QUOTED.address,
    ]
    assert root.xpath("//cite/a/@href") == [SOURCE.url]


def test_a_paraphrase_stands_in_no_block_and_between_no_marks() -> None:
    made = write_html([replace(QUOTED, is_verbatim=False)])
    assert "<blockquote" not in made
    assert "<q" not in made
    assert '<p id="q-VMBBKS08" lang="en" dir="auto">difficult</p>' in made


def test_a_page_says_its_language_and_its_encoding() -> None:
    assert write_html([]).startswith(
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    )
    assert page(replace(QUOTED, text="困難", language="ja")).xpath("//blockquote/@lang") == ["ja"]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//evil.example", ""]
)
def test_only_addresses_of_the_web_are_links(url: str) -> None:
    source = replace(SOURCE, url=url, archive_url=url)
    assert not page(replace(QUOTED, source=source, address=url)).xpath("//@href | //@cite")


@pytest.mark.parametrize("text", [*NASTY, "<script>x</script>", '"><img src=x onerror=y>', "\x00"])
def test_a_page_holds_nothing_but_what_it_is_made_of(text: str) -> None:
    quoted = replace(nasty(text), language=text, address=f"https://x.example/{text}", key=text)
    root = page(quoted, QUOTED)
    assert {each.tag for each in root.iter()} <= KNOWN_TAGS
    assert {name for each in root.iter() for name in each.attrib} <= KNOWN_ATTRIBUTES
    assert len(list(root.iter("blockquote"))) == 2
    assert len(root.xpath("//body/*")) == len(page(nasty("x"), QUOTED).xpath("//body/*"))

"""The HTML file holds nothing but text, links and the elements of its own."""

from dataclasses import replace

import lxml.html
import pytest

from citations.cite.cited_quote import CitedQuote
from citations.cite.formats.html import link_html, text_as_html, write_html
from tests.support.cited_quotes import HOSTILE_TEXTS, QUOTE, SOURCE, hostile_quote

DISPUTED = replace(QUOTE, warning="Disputed: <b>no</b> recording")
KNOWN_TAGS = set("html head meta title body blockquote p cite a strong br".split())
KNOWN_ATTRIBUTES = set("lang dir id cite href charset".split())


def parse_page(*quotes: CitedQuote) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(write_html(quotes).encode())


def test_a_page_has_the_words_in_a_block_of_their_own() -> None:
    root = parse_page(DISPUTED)
    [block] = root.iter("blockquote")
    assert block.text_content() == "difficult"
    assert dict(block.attrib) == {
        "id": "q-VMBBKS08", "lang": "en", "dir": "auto", "cite": QUOTE.address,
    }  # fmt: skip
    assert [each.text_content() for each in root.iter("p")][1:] == [
        "Kishida Fumio, Prime Minister, Japan, 7 February 2024",
        "Disputed: <b>no</b> recording",
        (
            f"Kishida Fumio; Ministry, of Foreign Affairs, {SOURCE.title}, The Japan Times, "
            "8 February 2024"
        ),
        QUOTE.address,
    ]
    assert root.xpath("//cite/a/@href") == [SOURCE.url]


def test_a_paraphrase_stands_in_no_block_and_between_no_marks() -> None:
    text = write_html([replace(QUOTE, is_verbatim=False)])
    assert "<blockquote" not in text
    assert "<q" not in text
    assert '<p id="q-VMBBKS08" lang="en" dir="auto">difficult</p>' in text


def test_a_page_says_its_language_and_its_encoding() -> None:
    assert write_html([]).startswith(
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    )
    assert parse_page(replace(QUOTE, text="困難", language="ja")).xpath("//blockquote/@lang") == [
        "ja"
    ]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//evil.example", ""]
)
def test_only_addresses_of_the_web_are_links(url: str) -> None:
    source = replace(SOURCE, url=url, archive_url=url)
    assert not parse_page(replace(QUOTE, source=source, address=url)).xpath("//@href | //@cite")


@pytest.mark.parametrize(
    "text", [*HOSTILE_TEXTS, "<script>x</script>", '"><img src=x onerror=y>', "\x00"]
)
def test_a_page_holds_nothing_but_what_it_is_made_of(text: str) -> None:
    quoted = replace(
        hostile_quote(text), language=text, address=f"https://x.example/{text}", key=text
    )
    root = parse_page(quoted, QUOTE)
    assert {each.tag for each in root.iter()} <= KNOWN_TAGS
    assert {name for each in root.iter() for name in each.attrib} <= KNOWN_ATTRIBUTES
    assert len(list(root.iter("blockquote"))) == 2
    assert len(root.xpath("//body/*")) == len(
        parse_page(hostile_quote("x"), QUOTE).xpath("//body/*")
    )


def test_a_source_without_a_title_shows_its_address() -> None:
    source = replace(SOURCE, title=" ", authors=(), publication="", issued="")
    page = parse_page(replace(QUOTE, source=source))
    assert page.xpath("//cite")[0].text_content() == SOURCE.url
    assert not parse_page(replace(QUOTE, source=replace(source, url=""))).xpath("//cite")


def test_an_archived_copy_is_a_link() -> None:
    page = parse_page(replace(QUOTE, source=replace(SOURCE, archive_url="https://a.example/1")))
    assert page.xpath("//a[text()='archived copy']/@href") == ["https://a.example/1"]
    assert not parse_page(QUOTE).xpath("//a[text()='archived copy']")


def test_the_page_is_written_line_by_line() -> None:
    assert write_html([QUOTE]).splitlines()[-6:] == [
        (
            '<blockquote id="q-VMBBKS08" lang="en" dir="auto"'
            ' cite="https://citations.example/quotes/VMBBKS08/"><p>difficult</p></blockquote>'
        ),
        "<p>Kishida Fumio, Prime Minister, Japan, 7 February 2024</p>",
        (
            "<p>Kishida Fumio; Ministry, of Foreign Affairs, "
            '<cite lang="en" dir="auto"><a href="https://example.org/a_b?c=1%20&amp;d=~x#q">'
            "Kishida says Japan-Russia ties are ‘difficult’</a></cite>, The Japan Times, "
            "8 February 2024</p>"
        ),
        (
            '<p><a href="https://citations.example/quotes/VMBBKS08/">'
            "https://citations.example/quotes/VMBBKS08/</a></p>"
        ),
        "</body>",
        "</html>",
    ]


def test_line_breaks_stay() -> None:
    assert text_as_html("a < b\nc\x00") == "a &lt; b<br>c\ufffd"
    assert link_html("HTTPS://a.example/?b&c", "d\ne") == (
        '<a href="HTTPS://a.example/?b&amp;c">d<br>e</a>'
    )


def test_an_unknown_language_is_left_out() -> None:
    assert '<p id="q-VMBBKS08" dir="auto">' in write_html(
        [replace(QUOTE, language=" ", is_verbatim=False)]
    )

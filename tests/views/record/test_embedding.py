"""oEmbed: from the address of a quote to its card."""

import json
from collections.abc import Callable
from html.parser import HTMLParser
from urllib.parse import urlencode

import pytest
from django.test import Client
from lxml import etree, html

from citations.models import Article, Quote, Speaker
from citations.pages.record.quote_card import HEIGHT, WIDTH
from tests.support.pages import CARD, SITE, SPLIT, TWICE, oembed, page

NASTY = "</title><script>alert(1)</script> \"' & ]]> \x0b \ufffe 岸田 \u202e"


class Links(HTMLParser):
    """The addresses at which a page says that oEmbed answers, by their media types."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "link" and given.get("type", "").endswith("+oembed"):
            self.found[given["type"]] = given["href"]


def test_a_quote_links_to_its_description_in_both_formats(client: Client, seed: None) -> None:
    found = Links(page(client, f"/quotes/{TWICE}/")).found
    assert set(found) == {"application/json+oembed", "text/xml+oembed"}
    for address in found.values():
        assert address.startswith(
            f"{SITE}/oembed?url=http%3A%2F%2Ftestserver%2Fquotes%2F{TWICE}%2F&"
        )
        assert TWICE in page(client, address)


def test_a_description_is_what_oembed_asks_for(client: Client, seed: None) -> None:
    told = oembed(client)
    frame = html.fromstring(told.pop("html"))
    assert told == {
        "type": "rich",
        "version": "1.0",
        "title": "Kishida Fumio: “unacceptable”",
        "author_name": "Kishida Fumio",
        "author_url": f"{SITE}/speakers/kishida-fumio/",
        "provider_name": "Citations",
        "provider_url": f"{SITE}/",
        "cache_age": 86_400,
        "width": WIDTH,
        "height": told["height"],
    }
    assert frame.tag == "iframe"
    assert frame.attrib["src"] == f"{SITE}{CARD}"
    assert "allow-scripts" not in frame.attrib["sandbox"]
    assert (int(frame.attrib["width"]), int(frame.attrib["height"])) == (WIDTH, told["height"])
    assert page(client, frame.attrib["src"])


def test_the_two_formats_say_the_same(client: Client, seed: None) -> None:
    response = client.get("/oembed", {"url": f"{SITE}/quotes/{TWICE}/", "format": "xml"})
    assert response["Content-Type"] == "text/xml; charset=utf-8"
    root = etree.fromstring(response.content)
    assert root.tag == "oembed"
    assert {each.tag: each.text for each in root} == {
        name: str(value) for name, value in oembed(client).items()
    }


@pytest.mark.parametrize("kind", ["json", "xml"])
def test_markup_in_words_is_text(client: Client, seed: None, kind: str) -> None:
    Speaker.objects.update(name=NASTY)
    Article.objects.update(headline=NASTY)
    Quote.objects.filter(key=TWICE).update(text=NASTY, standing_note=NASTY, standing="disputed")
    shown = page(client, CARD)
    assert "<script" not in shown
    response = client.get("/oembed", {"url": f"{SITE}/quotes/{TWICE}/", "format": kind})
    if kind == "xml":
        fields = {each.tag: each.text for each in etree.fromstring(response.content)}
    else:
        fields = json.loads(response.content)
    frame = html.fromstring(fields["html"])
    assert frame.tag == "iframe"
    assert len(frame) == 0
    assert set(frame.attrib) == {
        "src", "title", "width", "height", "frameborder", "loading", "sandbox"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "width", "height"),
    [
        ({"maxwidth": 300}, 300, None),
        ({"maxwidth": 1, "maxheight": 1}, 1, 1),
        ({"maxheight": 120}, WIDTH, 120),
        ({"maxwidth": 10**30, "maxheight": 10**30}, WIDTH, None),
        ({"maxwidth": "", "maxheight": ""}, WIDTH, None),
    ],
)
def test_a_card_is_never_larger_than_asked(
    client: Client, seed: None, asked: dict[str, object], width: int, height: int | None
) -> None:
    told = oembed(client, **asked)
    assert told["width"] == width
    assert 0 < told["height"] <= HEIGHT
    assert height is None or told["height"] == height


@pytest.mark.parametrize("name", ["maxwidth", "maxheight"])
@pytest.mark.parametrize("number", ["0", "-1", "wide", "1.5", "9" * 5000, "\0", "٣٠٠x"])
def test_an_invalid_number_is_an_error_with_its_name(
    client: Client, seed: None, name: str, number: str
) -> None:
    response = client.get("/oembed", {"url": f"{SITE}/quotes/{TWICE}/", name: number})
    assert response.status_code == 400
    assert response.content.decode().startswith(f"{name}: ")


def test_an_address_must_be_given(client: Client, db: None) -> None:
    response = client.get("/oembed")
    assert response.status_code == 400
    assert response.content.decode() == "url: This field is required.\n"


@pytest.mark.parametrize("kind", ["html", "JSON", "jsonp", "<b>"])
def test_other_formats_are_not_implemented(client: Client, seed: None, kind: str) -> None:
    response = client.get("/oembed", {"url": f"{SITE}/quotes/{TWICE}/", "format": kind})
    assert response.status_code == 501
    assert response["Content-Type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize(
    "address",
    [
        f"{SITE}/quotes/{SPLIT[:-1]}0/",
        f"{SITE}/quotes/00000000/",
        f"{SITE}/speakers/kishida-fumio/",
        f"{SITE}/",
        f"{SITE}/quotes/{TWICE}",
        f"{SITE}/quotes/{TWICE}/cite/",
        f"http://elsewhere.example/quotes/{TWICE}/",
        f"http://testserver@elsewhere.example/quotes/{TWICE}/",
        f"http://elsewhere.example@testserver/quotes/{TWICE}/",
        f"javascript://testserver/quotes/{TWICE}/",
        f"/quotes/{TWICE}/",
        "http://[",
        "nothing",
        "%",
        "岸田",
    ],
)
def test_other_addresses_are_not_found(client: Client, seed: None, address: str) -> None:
    response = client.get("/oembed", {"url": address})
    assert response.status_code == 404


@pytest.mark.parametrize("tail", ["", "?from=feed", f"#q-{TWICE}"])
@pytest.mark.parametrize("start", [SITE, "https://testserver", "http://TESTSERVER"])
def test_an_address_is_known_by_its_path(client: Client, seed: None, start: str, tail: str) -> None:
    assert oembed(client, f"{start}/quotes/{TWICE}/{tail}")["type"] == "rich"


def test_a_description_takes_few_queries(
    client: Client, seed: None, django_assert_max_num_queries: Callable[..., object]
) -> None:
    with django_assert_max_num_queries(8):
        page(client, f"/oembed?{urlencode({'url': f'{SITE}/quotes/{TWICE}/'})}")

"""The card of a quote for other sites."""

import pytest
from django.test import Client
from lxml import html

from citations.models import Quote, Speaker
from citations.pages.record.quote_card import HEIGHT
from tests.support.pages import CARD, SITE, TWICE, Outline, oembed, page


def test_a_card_shows_who_said_what_when_and_in_which_source(client: Client, seed: None) -> None:
    shown = page(client, CARD)
    for words in ("unacceptable", "Kishida Fumio", "Prime Minister, Japan", "22 March 2022"):
        assert words in shown
    assert "Not checked" in shown
    assert f'<a href="/quotes/{TWICE}/" target="_blank" rel="noopener">' in shown


def test_any_site_may_frame_a_card_which_runs_no_script(client: Client, seed: None) -> None:
    response = client.get(CARD)
    policy = {part.strip() for part in response["Content-Security-Policy"].split(";")}
    assert policy >= {"frame-ancestors *", "default-src 'none'", "style-src 'self'"}
    assert not [part for part in policy if "script" in part or "connect" in part]
    assert "X-Frame-Options" not in response
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("address", [f"/quotes/{TWICE}/", f"/quotes/{TWICE}/cite/", "/oembed"])
def test_no_other_page_may_be_framed(client: Client, seed: None, address: str) -> None:
    response = client.get(address)
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "DENY"


def test_a_card_loads_nothing_from_other_sites_and_nothing_inline(
    client: Client, seed: None
) -> None:
    outline = Outline(page(client, CARD))
    assert outline.headings == [1]
    assert not {"script", "style", "iframe", "form", "nav"} & set(outline.tags)
    assert "style" not in outline.attributes
    assert not [name for name in outline.attributes if name.startswith("on")]
    tree = html.fromstring(page(client, CARD))
    taken = tree.xpath("//link[@rel='stylesheet']/@href | //img/@src | //@data-src")
    assert taken
    assert all(address.startswith("/static/") for address in taken)


def test_a_card_in_a_frame_without_an_origin_can_load_its_stylesheet(
    client: Client, seed: None
) -> None:
    [sheet] = html.fromstring(page(client, CARD)).xpath("//link[@rel='stylesheet']")
    assert "crossorigin" in sheet.attrib


def test_a_paraphrase_has_no_quotation_marks(client: Client, seed: None) -> None:
    assert "<title>Kishida Fumio: “unacceptable” – " in page(client, CARD)
    Quote.objects.filter(key=TWICE).update(mode="indirect")
    shown = page(client, CARD)
    assert "<title>Kishida Fumio: unacceptable – " in shown
    assert "not the speaker’s own" in shown
    assert '<blockquote class="wording indirect"' in shown
    assert "<q>" not in shown
    assert oembed(client)["title"] == "Kishida Fumio: unacceptable"


@pytest.mark.parametrize("standing", ["disputed", "misattributed"])
def test_a_card_shows_doubts_about_the_quote(client: Client, seed: None, standing: str) -> None:
    other = Speaker.objects.get(slug="hayashi-yoshimasa")
    correct = other if standing == "misattributed" else None
    Quote.objects.filter(key=TWICE).update(
        standing=standing, standing_note="The transcript says so.", correct_speaker=correct
    )
    shown, told = page(client, CARD), oembed(client)
    assert f"<title>Kishida Fumio ({standing}): “unacceptable” – " in shown
    assert "The transcript says so." in shown
    assert ("It was said by <bdi>Hayashi Yoshimasa</bdi>." in shown) is bool(correct)
    assert told["title"] == f"Kishida Fumio ({standing}): “unacceptable”"
    assert f"({standing})" in told["html"]
    assert ("author_name" in told) is not bool(correct)


def test_a_long_wording_is_cut_on_its_card(client: Client, seed: None) -> None:
    Quote.objects.filter(key=TWICE).update(text="word " * 20_000)
    shown, told = page(client, CARD), oembed(client)
    assert len(shown) < 5_000
    assert "word…" in shown
    assert len(told["title"]) < 110
    assert 500 < told["height"] <= HEIGHT


@pytest.mark.parametrize(
    ("language", "text"), [("ja", "北方領土の問題は解決していない" * 9), ("ar", "لا سلام بدون عدل")]
)
def test_a_card_is_set_in_its_language(
    client: Client, seed: None, language: str, text: str
) -> None:
    Quote.objects.filter(key=TWICE).update(text=text, language=language)
    direction = "rtl" if language == "ar" else "ltr"
    assert f'lang="{language}" dir="{direction}"' in page(client, CARD)
    assert oembed(client)["height"] > 250


def test_a_quote_without_a_source_has_a_card(client: Client, seed: None) -> None:
    quote = Quote.objects.get(key=TWICE)
    quote.appearances.all().delete()
    assert "unacceptable" in page(client, CARD)


@pytest.mark.parametrize("state", ["proposed", "rejected"])
def test_an_unpublished_quote_has_no_card(client: Client, seed: None, state: str) -> None:
    Quote.objects.filter(key=TWICE).update(state=state)
    assert client.get(CARD).status_code == 404
    response = client.get("/oembed", {"url": f"{SITE}/quotes/{TWICE}/"})
    assert response.status_code == 404


def test_the_card_of_a_withdrawn_quote_says_so_in_its_frame(client: Client, seed: None) -> None:
    Quote.objects.filter(key=TWICE).set_state("rejected", "Nobody said it.")
    response = client.get(CARD)
    assert response.status_code == 410
    assert "Nobody said it." in response.content.decode()
    assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "X-Frame-Options" not in response
    told = client.get("/oembed", {"url": f"{SITE}/quotes/{TWICE}/"})
    assert told.status_code == 410
    assert "Nobody said it." in told.content.decode()

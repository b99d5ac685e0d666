"""Feeds of any search: valid Atom (RFC 4287), and sent only when something changed."""

import re
from datetime import datetime
from xml.etree import ElementTree as ET

import feedparser
import pytest
from django.test import Client

from citations.index import sync
from citations.models import Quote, Speaker, Standing, State
from citations.pages.results import feed_entries
from tests.support.pages import TWICE, page

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(autouse=True)
def indexed(seed: None) -> None:
    sync.rebuild_index()


def feed(client: Client, address: str = "/quotes.atom") -> ET.Element:
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(response.content)


def entries(client: Client, address: str = "/quotes.atom") -> list[ET.Element]:
    return feed(client, address).findall(f"{ATOM}entry")


def said(element: ET.Element, name: str) -> str:
    """The text of the one child with this name."""
    [child] = element.findall(ATOM + name)
    return child.text or ""


def links(element: ET.Element) -> dict[str, str]:
    found = element.findall(f"{ATOM}link")
    assert len({link.get("rel") for link in found}) == len(found)
    return {link.get("rel", ""): link.get("href", "") for link in found}


def moment(text: str) -> datetime:
    """RFC 3339, as section 3.3 asks for."""
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d|Z)", text)
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    "query", ["", "?q=peace", "?q=%3Cb%3E%26&place=nowhere", "?speaker=kishida-fumio"]
)
def test_it_has_the_elements_that_the_standard_requires(client: Client, query: str) -> None:
    root = feed(client, f"/quotes.atom{query}")
    assert root.tag == f"{ATOM}feed"
    address = f"http://testserver/quotes.atom{query}"
    assert (said(root, "id"), links(root)["self"]) == (address, address)
    assert links(root)["alternate"].startswith("http://testserver/quotes/")
    assert said(root, "title").startswith("Citations")
    updated = [moment(said(root, "updated"))]
    found = root.findall(f"{ATOM}entry")
    assert len({said(entry, "id") for entry in found}) == len(found)
    for entry in found:
        assert said(entry, "id") == links(entry)["alternate"]
        assert said(entry, "title")
        [content] = entry.findall(f"{ATOM}content")
        assert (content.get("type"), bool(content.text)) == ("text", True)
        [author] = entry.findall(f"{ATOM}author")
        assert said(author, "uri").startswith("http://testserver/speakers/")
        updated.append(moment(said(entry, "updated")))
    assert updated == sorted(updated, reverse=True)


def test_an_entry_is_the_quote(client: Client) -> None:
    quote = Quote.objects.get(text="unacceptable")
    [entry] = entries(client, "/quotes.atom?q=unacceptable")
    assert said(entry, "id") == f"http://testserver/quotes/{quote.key}/"
    assert said(entry, "content") == "unacceptable"
    assert said(entry, "title") == "Kishida Fumio: “unacceptable”"
    assert said(entry.find(f"{ATOM}author"), "name") == "Kishida Fumio"
    topics = {each.get("term") for each in entry.findall(f"{ATOM}category")}
    assert topics == {topic.slug for topic in quote.topics.all()}


def test_a_doubt_about_the_speaker_follows_the_name(client: Client) -> None:
    Quote.objects.filter(text="unacceptable").update(
        standing=Standing.DISPUTED, standing_note="Nobody heard it."
    )
    [entry] = entries(client, "/quotes.atom?q=unacceptable")
    assert said(entry, "title") == "Kishida Fumio (disputed): “unacceptable”"


def test_the_last_changed_come_first_up_to_a_maximum(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed_entries, "MOST_ENTRIES", 3)
    quote = Quote.objects.get(text="unacceptable")
    quote.text = "wholly unacceptable"
    quote.save()
    sync.rebuild_index()
    texts = [said(entry, "content") for entry in entries(client)]
    assert (len(texts), texts[0]) == (3, "wholly unacceptable")


def test_only_what_is_published_is_in_it(client: Client) -> None:
    Quote.objects.filter(text="unacceptable").update(state=State.PROPOSED)
    assert "unacceptable" not in {said(entry, "content") for entry in entries(client)}


def test_markup_and_invalid_xml_characters_come_through_as_text(client: Client) -> None:
    quote = Quote.objects.get(text="unacceptable")
    quote.text = "<b>\x0b& “strange” \U0001f54a 岸田 ]]>"
    quote.save()
    Speaker.objects.filter(pk=quote.speaker.pk).update(name="<i>\x01 & Sons")
    sync.rebuild_index()
    [entry] = entries(client, "/quotes.atom?q=strange")
    assert said(entry, "content") == "<b>\ufffd& “strange” \U0001f54a 岸田 ]]>"
    assert said(entry.find(f"{ATOM}author"), "name") == "<i>\ufffd & Sons"


@pytest.mark.django_db(transaction=True)
def test_it_is_sent_again_only_when_something_changed(client: Client) -> None:
    first = client.get("/quotes.atom?q=unacceptable")
    kept = {"If-None-Match": first.headers["ETag"]}
    for _ in range(2):
        again = client.get("/quotes.atom?q=unacceptable", headers=kept)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["ETag"] == first.headers["ETag"]
    # Not told while a transaction elsewhere on the server may still change what came before.
    if last := first.headers.get("Last-Modified"):
        since = {"If-Modified-Since": last}
        assert client.get("/quotes.atom?q=unacceptable", headers=since).status_code == 304
    assert client.get("/quotes.atom?q=peace", headers=kept).status_code == 200
    assert client.head("/quotes.atom?q=unacceptable").headers["ETag"] == first.headers["ETag"]

    Quote.objects.filter(text="unacceptable").update(text="unacceptable, wholly")
    fresh = client.get("/quotes.atom?q=unacceptable", headers=kept)
    assert fresh.status_code == 200
    assert "wholly" in fresh.content.decode()
    assert fresh.headers["ETag"] != first.headers["ETag"]


@pytest.mark.django_db(transaction=True)
def test_a_change_of_an_unindexed_field_counts(client: Client) -> None:
    quote = Quote.objects.get(text="difficult")
    quote.note = "Reprinted since."
    quote.save()
    assert said(entries(client, "/quotes.atom")[0], "content") == "difficult"


def test_any_site_may_read_it_but_crawlers_do_not_index_it(client: Client) -> None:
    headers = client.get("/quotes.atom").headers
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert headers["Cache-Control"] == "no-cache"
    assert headers["X-Robots-Tag"] == "noindex"
    robots = client.get("/robots.txt").content.decode().splitlines()
    for path in ("/quotes.", "/quotes/?", "/cite.", "/admin/"):
        assert f"Disallow: {path}" in robots


def test_feedparser_reads_a_feed(client: Client) -> None:
    read = feedparser.parse(page(client, "/quotes.atom?q=unacceptable"))
    assert not read.bozo
    [entry] = read.entries
    assert entry.link == entry.id == f"http://testserver/quotes/{TWICE}/"
    assert entry.author == "Kishida Fumio"
    assert "unacceptable" in entry.content[0].value

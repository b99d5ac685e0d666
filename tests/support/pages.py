"""What the tests of the public pages share."""

import json
from collections.abc import Iterable
from html.parser import HTMLParser

from django.test import Client
from lxml import html as lxml_html

from citations.models import Appearance, Article, Occasion, Quote, Speaker

SPLIT = "0ZRS6RJV"  # the ministry's statement, whose two sentences the article parts
TWICE = "VMBBKS08"  # “unacceptable”, printed twice in one article
SITE = "http://testserver"
CARD = f"/quotes/{TWICE}/card/"


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


class Outline(HTMLParser):
    """What of a page's structure can be read without a browser."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.attributes: set[str] = set()
        self.tags: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))


def copies_of(quote: Quote, numbers: Iterable[int]) -> None:
    """Many more quotes like this one, each with an appearance, a speaker and an occasion."""
    appearance = quote.appearances.get(primary=True)
    for n in numbers:
        speaker = Speaker.objects.create(slug=f"speaker-{n}", name=f"Speaker {n}")
        occasion = Occasion.objects.create(slug=f"occasion-{n}", date=f"{1900 + n}-01-01")
        said_by = quote.speaker if n % 2 else speaker
        copy = Quote.objects.create(
            speaker=said_by, text=f"{quote.text} {n}", occasion=occasion, state="published"
        )
        copy.topics.set(quote.topics.all())
        article = Article.objects.create(headline=f"Article {n}", kind="webpage")
        Appearance.objects.create(quote=copy, article=article, exact=appearance.exact)


def oembed(client: Client, address: str = f"{SITE}/quotes/{TWICE}/", **asked: object) -> dict:
    response = client.get("/oembed", {"url": address} | asked)
    assert response.status_code == 200, response.content
    assert response["Content-Type"] == "application/json"
    return json.loads(response.content)


def metas(text: str, name: str = "name") -> list[tuple[str, str]]:
    found = lxml_html.fromstring(text).iterfind(".//head/meta")
    return [(m.get(name), m.get("content")) for m in found if m.get(name)]

"""The sitemaps: every published page, in sections of bounded size."""

import re

import pytest
from django.test import Client

from citations.models import (
    Quote,
)
from tests.support.pages import SPLIT, page


def test_a_sitemap_has_sections_of_bounded_size(
    client: Client, seed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("citations.views.site.sitemaps.SECTION", 5)
    index = page(client, "/sitemap.xml")
    sections = re.findall(r"<loc>http://testserver(/sitemap-quotes[^<]*)</loc>", index)
    pages = [re.findall(r"/quotes/\w+/", page(client, section)) for section in sections]
    assert len(sections) > 2
    assert all(len(each) <= 5 for each in pages)
    assert sorted(url for each in pages for url in each) == sorted(
        quote.get_absolute_url() for quote in Quote.objects.published()
    )
    for number in ("0", "-1", "99", "two", "1" * 30, "\0"):
        assert client.get("/sitemap-quotes.xml", {"p": number}).status_code == 404


def test_the_sitemap_lists_the_parts_and_the_parts_the_pages(client: Client, seed: None) -> None:
    assert "sitemap-quotes.xml" in page(client, "/sitemap.xml")
    assert f"/quotes/{SPLIT}/" in page(client, "/sitemap-quotes.xml")
    for part in ("pages", "speakers", "articles", "publications", "topics"):
        assert client.get(f"/sitemap-{part}.xml").status_code == 200
    assert "/sitemap.xml" in page(client, "/robots.txt")

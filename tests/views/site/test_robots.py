"""robots.txt."""

from urllib.robotparser import RobotFileParser

import pytest
from django.test import Client


@pytest.fixture
def rules(client: Client) -> RobotFileParser:
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    parser = RobotFileParser()
    parser.parse(response.content.decode().splitlines())
    return parser


@pytest.mark.parametrize("path", ["/", "/articles/46X7TFXG/", "/speakers/", "/about/", "/check/"])
def test_crawlers_may_read_pages(rules: RobotFileParser, path: str) -> None:
    assert rules.can_fetch("anybot", f"http://testserver{path}")


@pytest.mark.parametrize("path", ["/admin/", "/quotes.csv", "/cite/", "/oembed", "/unapi"])
def test_crawlers_leave_files_and_the_admin_alone(rules: RobotFileParser, path: str) -> None:
    assert not rules.can_fetch("anybot", f"http://testserver{path}")


def test_the_sitemap_is_named_by_its_full_address(rules: RobotFileParser) -> None:
    assert rules.site_maps() == ["http://testserver/sitemap.xml"]

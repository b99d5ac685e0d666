"""Addresses are checked before anything is fetched."""

import pytest

from citations.documents.document import UnreadableDocumentError
from citations.fetching.web_addresses import is_web_address, parse_web_address, redirect_target


@pytest.mark.parametrize(
    ("name", "is_address"),
    [("https://a.example/", True), ("HTTP://a", True), ("a.txt", False), ("ftp://a", False)],
)
def test_an_address_is_told_from_a_file_name(name: str, is_address: bool) -> None:
    assert is_web_address(name) is is_address


def test_an_address_is_split_into_its_parts() -> None:
    parts = parse_web_address("https://münchen.example:8080/a?b#c")
    assert (parts.scheme, parts.hostname, parts.port) == ("https", "münchen.example", 8080)
    assert (parts.path, parts.query) == ("/a", "b")


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("gopher://a.example/", "must begin with http"),
        ("https:///path", "must begin with http"),
        ("https://me@a.example/", "Remove the user name"),
        ("https://:secret@a.example/", "Remove the user name"),
        ("https://a.example:0/", "not a web address"),
        ("https://a.example:port/", "not a web address"),
        ("https://a.example/\x1f", "not a web address"),
        ("https://a.example/ b", "not a web address"),
        ("https://[::1/", "not a web address"),
        ("https://a..example/", "not a web address"),
    ],
)
def test_another_address_is_refused_with_what_is_wrong(url: str, message: str) -> None:
    with pytest.raises(UnreadableDocumentError, match=message):
        parse_web_address(url)


def test_a_redirect_is_relative_to_its_page() -> None:
    assert redirect_target("https://a.example/b/c", "d?e") == "https://a.example/b/d?e"
    assert redirect_target("https://a.example/b/c", "http://f/") == "http://f/"
    with pytest.raises(UnreadableDocumentError, match="redirects to something"):
        redirect_target("https://a.example/", "http://[::1")

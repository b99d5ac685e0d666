"""A page gives its article and its metadata, not its menus."""

import pytest

from citations.documents.detection import read_document
from citations.documents.document import UnreadableDocumentError
from citations.documents.web_article import read_web_article
from tests.support.document_files import ARTICLE_PAGE, QUOTED_WORDS


@pytest.mark.parametrize("charset", ["utf-8", "cp1252", "iso-8859-1", "utf-16"])
def test_a_page_gives_its_article_and_its_metadata(charset: str) -> None:
    encoding = "cp1252" if charset == "iso-8859-1" else charset
    page = ARTICLE_PAGE.format(charset=charset).encode(encoding)
    document = read_document(page, "talks.html")
    assert QUOTED_WORDS in document.text.split("\n\n")
    assert "Home" not in document.text
    assert "Subscribe" not in document.text
    assert (document.headline, document.byline) == ("Talks go on", ("Ana Duarte",))
    assert (document.publication, document.published) == ("The Paper", "2024-02-08")
    assert (document.url, document.kind) == ("https://example.org/talks", "webpage")
    assert document.language.startswith("en")


def test_the_declared_address_counts_only_on_the_same_site() -> None:
    page = ARTICLE_PAGE.format(charset="utf-8")
    assert read_web_article(page, "https://copy.example/a").url == "https://copy.example/a"
    assert read_web_article(page, "https://example.org/x").url == "https://example.org/talks"
    undeclared = page.replace('rel="canonical"', "")
    assert read_web_article(undeclared, "https://copy.example/a").url == "https://copy.example/a"


def test_the_language_is_that_of_the_root_element() -> None:
    page = ARTICLE_PAGE.format(charset="utf-8")
    assert read_web_article(page.replace("en-GB", "de-AT")).language == "de-AT"
    assert read_web_article(page.replace(' lang="en-GB"', "")).language == ""


def test_a_page_without_an_article_is_refused() -> None:
    with pytest.raises(UnreadableDocumentError, match="No article was found in this page"):
        read_web_article("<html><body><nav>Home</nav></body></html>")

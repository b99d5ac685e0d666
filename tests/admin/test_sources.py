"""Articles and publications in the admin."""

import pytest
from django.test import Client
from django.urls import reverse

from citations.admin.base import bounded_lists
from citations.models import Article, Quote
from tests.support.curating import admin_address, article_form_data, save_quote, visible_text


def test_the_byline_is_written_one_name_a_line(curator: Client, article: Article) -> None:
    curator.post(
        admin_address(article), article_form_data(article, byline=" A.  Reporter\r\n\r\nB. Writer ")
    )
    article.refresh_from_db()
    assert article.byline == ["A. Reporter", "B. Writer"]
    assert "A. Reporter\nB. Writer" in curator.get(admin_address(article)).content.decode()


def test_a_date_that_is_none_is_a_form_error(curator: Client, article: Article) -> None:
    page = curator.post(admin_address(article), article_form_data(article, published="07/02/2024"))
    assert "is not a date that can be read" in visible_text(page)


def test_what_is_cited_is_not_deleted(root: Client, quote: Quote, article: Article) -> None:
    save_quote(root, quote, {"article": article.pk, "words": "we will go."})
    page = root.post(admin_address(article, "delete"), {"post": "yes"})
    assert "would require deleting the following protected related objects" in visible_text(page)
    assert Article.objects.exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Later. “We will wait,” she said. Then she left.",
            "1 quotation was found again in the new text. 0 new quotations were proposed.",
        ),
        (
            "Later. “It never was so late,” said Ana Duarte.",
            "1 new quotation was proposed. 1 quotation is only in an older text: check it.",
        ),
    ],
)
def test_a_new_text_reports_what_became_of_the_quotes(
    curator: Client, quote: Quote, article: Article, text: str, message: str
) -> None:
    words = {"article": article.pk, "words": "We will wait", "before": "in Paris."}
    assert save_quote(curator, quote, words, text="We will wait").status_code == 302
    page = curator.post(admin_address(article), article_form_data(article, text), follow=True)
    assert message in visible_text(page)


def test_an_old_article_is_found_by_its_key_and_its_headline(
    curator: Client, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded_lists, "NEWEST_SEARCHED", 1)
    for number in range(3):
        Article.objects.create(headline=f"Other {number}", kind="webpage")
    address = reverse("admin:citations_article_changelist")
    for term in (article.key.lower(), "wait"):
        found = curator.get(address, {"q": term}).context["cl"].result_list
        assert [each.headline for each in found] == ["Waiting"]

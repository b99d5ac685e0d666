"""Texts of articles as taken."""

import pytest
from django.test import Client
from django.urls import reverse

from citations.models import (
    Appearance,
    Article,
    Quote,
    State,
    sha256_of,
)
from citations.text.spans import Span
from tests.support.curating import TEXT, address, article_sent, page_of, save

pytestmark = pytest.mark.django_db


def test_a_pasted_text_gets_its_sum_and_time(curator: Client, article: Article) -> None:
    response = curator.post(address(article), article_sent(article, "One.\r\n\r\nTwo."))
    assert response.status_code == 302
    taken = article.current_snapshot
    assert taken
    assert taken.text == "One.\n\nTwo."
    assert taken.sha256 == sha256_of("One.\n\nTwo.")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (TEXT, "This text of the article is already stored."),
        ("nul\0", "Null characters are not allowed."),
    ],
)
def test_a_text_that_cannot_be_kept_is_a_form_error(
    curator: Client, article: Article, text: str, problem: str
) -> None:
    page = curator.post(address(article), article_sent(article, text))
    assert problem in page_of(page)
    assert article.snapshots.count() == 1


def test_a_text_is_only_read(root: Client, article: Article) -> None:
    snapshot = article.snapshots.get()
    page = root.get(address(snapshot))
    assert page.status_code == 200
    assert 'name="text"' not in page.content.decode()
    assert root.post(address(snapshot), {"text": "other"}).status_code == 403


def test_the_byline_is_written_one_name_a_line(curator: Client, article: Article) -> None:
    curator.post(address(article), article_sent(article, byline=" A.  Reporter\r\n\r\nB. Writer "))
    article.refresh_from_db()
    assert article.byline == ["A. Reporter", "B. Writer"]
    assert "A. Reporter\nB. Writer" in curator.get(address(article)).content.decode()


def test_a_date_that_is_none_is_a_form_error(curator: Client, article: Article) -> None:
    page = curator.post(address(article), article_sent(article, published="07/02/2024"))
    assert "is not a date that can be read" in page_of(page)


def test_what_is_cited_is_not_deleted(root: Client, quote: Quote, article: Article) -> None:
    save(root, quote, {"article": article.pk, "words": "we will go."})
    page = root.post(address(article, "delete"), {"post": "yes"})
    assert "would require deleting the following protected related objects" in page_of(page)
    assert Article.objects.exists()


def test_a_text_is_kept_with_its_outer_spaces(curator: Client, article: Article) -> None:
    curator.post(address(article), article_sent(article, "\tOne.\n"))
    assert article.snapshots.filter(text="\tOne.\n").exists()
    page = curator.post(address(article), article_sent(article, " \n "))
    assert "these are only spaces" in page_of(page)


def test_only_editors_add_a_text_to_an_article_that_is_public(
    curator: Client, editor: Client, quote: Quote, article: Article
) -> None:
    save(curator, quote, {"article": article.pk, "words": "we will go."})
    Quote.objects.set_state(State.PUBLISHED)
    assert 'name="snapshots-2-0-text"' not in curator.get(address(article)).content.decode()
    sent_by_curator = article_sent(article, "Rewritten.", headline="Waiting in Paris")
    assert curator.post(address(article), sent_by_curator).status_code == 302
    article.refresh_from_db()
    assert (article.headline, article.snapshots.count()) == ("Waiting in Paris", 1)
    editor.post(address(article), article_sent(article, "Corrected."))
    assert article.snapshots.count() == 2


def test_what_the_newer_text_does_not_print_is_listed_until_an_editor_leaves_it(
    editor: Client, quote: Quote, article: Article
) -> None:
    words = "It was not late in Paris."
    start = TEXT.index(words)
    printed = Appearance(quote=quote)
    printed.anchor(article.snapshots.get(), [Span(start, start + len(words))])
    printed.save()
    editor.post(address(article), article_sent(article, "It was withdrawn."))
    listed = reverse("admin:citations_appearance_changelist") + "?text=older"
    assert words in page_of(editor.get(listed))
    chosen = {"action": "leave", "_selected_action": printed.pk}
    page = editor.post(listed, chosen, follow=True)
    assert "1 stay in the text in which they were checked." in page_of(page)
    assert words not in page_of(page)

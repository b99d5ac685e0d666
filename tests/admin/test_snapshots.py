"""The stored texts of articles."""

import pytest
from django.test import Client

from citations.models import Article, Quote, Snapshot, State, sha256_of
from tests.support.curating import TEXT, admin_address, article_form_data, save_quote, visible_text


def test_a_pasted_text_gets_its_sum_and_time(curator: Client, article: Article) -> None:
    response = curator.post(admin_address(article), article_form_data(article, "One.\r\n\r\nTwo."))
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
def test_a_text_that_cannot_be_stored_is_a_form_error(
    curator: Client, article: Article, text: str, problem: str
) -> None:
    page = curator.post(admin_address(article), article_form_data(article, text))
    assert problem in visible_text(page)
    assert article.snapshots.count() == 1


def test_a_text_is_only_read(root: Client, article: Article) -> None:
    snapshot = article.snapshots.get()
    page = root.get(admin_address(snapshot))
    assert page.status_code == 200
    assert 'name="text"' not in page.content.decode()
    assert root.post(admin_address(snapshot), {"text": "other"}).status_code == 403


def test_a_text_is_stored_with_its_outer_spaces(curator: Client, article: Article) -> None:
    curator.post(admin_address(article), article_form_data(article, "\tOne.\n"))
    assert article.snapshots.filter(text="\tOne.\n").exists()
    page = curator.post(admin_address(article), article_form_data(article, " \n "))
    assert "these are only spaces" in visible_text(page)


def test_only_editors_add_a_text_to_an_article_that_is_public(
    curator: Client, editor: Client, quote: Quote, article: Article
) -> None:
    save_quote(curator, quote, {"article": article.pk, "words": "we will go."})
    Quote.objects.set_state(State.PUBLISHED)
    assert 'name="snapshots-2-0-text"' not in curator.get(admin_address(article)).content.decode()
    sent_by_curator = article_form_data(article, "Rewritten.", headline="Waiting in Paris")
    assert curator.post(admin_address(article), sent_by_curator).status_code == 302
    article.refresh_from_db()
    assert (article.headline, article.snapshots.count()) == ("Waiting in Paris", 1)
    editor.post(admin_address(article), article_form_data(article, "Corrected."))
    assert article.snapshots.count() == 2


def test_stored_texts_are_listed_with_their_lengths(curator: Client, article: Article) -> None:
    text = "x" * 12_345
    Snapshot.objects.create(article=article, text=text, sha256=sha256_of(text))
    page = visible_text(curator.get(admin_address(article)))
    assert f"{len(TEXT)}" in page
    assert "12,345" in page

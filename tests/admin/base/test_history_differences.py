"""The history of a record shows what changed."""

import re

from django.test import Client
from django.urls import reverse

from citations.admin.base.history_differences import render_differences
from citations.models import Article, Quote
from tests.support.curating import (
    admin_address,
    article_form_data,
    quote_form_data,
    save_quote,
    visible_text,
)


def test_the_history_marks_the_words_that_changed(curator: Client, quote: Quote) -> None:
    save_quote(
        curator, quote, text="We will <i>stay</i>.", standing="disputed", standing_note="Why."
    )
    html = curator.get(admin_address(quote, "history")).content.decode()
    assert re.search(r"<del>.*removed: </span>go\.?</del>", html)
    assert "&lt;i&gt;stay" in html
    assert "Disputed" in visible_text(curator.get(admin_address(quote, "history")))


def test_no_former_version_can_be_restored(editor: Client, quote: Quote) -> None:
    version = quote.history.first()
    former = reverse("admin:citations_quote_simple_history", args=[quote.pk, version.pk])
    assert editor.get(former).status_code == 404
    assert editor.post(former, quote_form_data(quote)).status_code == 404


def test_differences_are_marked_and_markup_is_escaped() -> None:
    html = render_differences("We <b>go</b> now.", "We <b>stay</b> now.", "removed: ", "added: ")
    assert "removed: </span>" in html
    assert "added: </span>" in html
    assert "<b>" not in html
    assert "&lt;b&gt;" in html
    assert html == html.strip()


def test_equal_wordings_have_nothing_marked() -> None:
    html = render_differences("We will go.", "We will go.", "removed: ", "added: ")
    assert html == '<span class="wording">We will go.</span>'


def test_a_list_and_a_choice_are_shown_in_words(curator: Client, article: Article) -> None:
    data = article_form_data(article, byline="A. Reporter\nB. Writer", kind="webpage")
    assert curator.post(admin_address(article), data).status_code == 302
    page = visible_text(curator.get(admin_address(article, "history"))).casefold()
    assert "added: a. reporter, b. writer" in page
    assert "added: web page" in page

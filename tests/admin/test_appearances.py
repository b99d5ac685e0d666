"""Appearances: entered on the page of their quote, and listed on their own."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from citations.models import Appearance, Article, Quote, Snapshot, Verification, sha256_of
from citations.text.spans import Span
from tests.support.curating import TEXT, admin_address, article_form_data, save_quote, visible_text


@pytest.mark.parametrize(
    ("words", "before", "exact"),
    [
        ("And then we will go.", "", "And then\u00a0we will go."),  # folded: taken as printed
        ("We will wait\n\nwe will go.", "she was: ", None),  # these words do not stand before
        ("We will wait", "late in Paris. “", "We will wait"),  # with the mark between
        ("We will wait", "late in Paris.", "We will wait"),  # and without it
        ("We will wait", "in Rome", None),
    ],
)
def test_words_are_taken_as_the_article_prints_them(
    curator: Client, quote: Quote, article: Article, *, words: str, before: str, exact: str | None
) -> None:
    response = save_quote(curator, quote, {"article": article.pk, "words": words, "before": before})
    assert [one.exact for one in Appearance.objects.all()] == ([exact] if exact else [])
    assert response.status_code == (302 if exact else 200)


def test_a_split_quotation_is_anchored_part_by_part_and_checked_at_once(
    curator: Client, quote: Quote, article: Article
) -> None:
    words = "she said\r\n\r\nwe will go.\r\n…\r\nWe will wait"
    saved = save_quote(curator, quote, {"article": article.pk, "words": words})
    assert saved.status_code == 302
    stands = Appearance.objects.get()
    assert stands.printed == ["she said", "we will go.", "We will wait"]
    assert stands.snapshot == article.current_snapshot
    assert stands.verdict == "altered"
    assert Verification.objects.get().appearance == stands


def test_saving_again_leaves_spans_and_checks_alone(
    curator: Client, quote: Quote, article: Article
) -> None:
    save_quote(curator, quote, {"article": article.pk, "words": "And then\n\nwe will go."})
    stands = Appearance.objects.get()
    shown = {"id": stands.pk, "article": article.pk, "words": "And then\r\n\r\nwe will go."}
    assert save_quote(curator, quote, shown).status_code == 302
    assert Verification.objects.count() == 1
    assert stands.history.count() == 1


def test_a_changed_wording_is_compared_again(
    curator: Client, quote: Quote, article: Article
) -> None:
    save_quote(curator, quote, {"article": article.pk, "words": "It was not late in Paris."})
    stands = Appearance.objects.get()
    shown = {"id": stands.pk, "article": article.pk, "words": "It was not late in Paris."}
    save_quote(curator, quote, shown, text="It was not late in Paris.")
    stands.refresh_from_db()
    assert stands.verdict == "verbatim"


def test_words_that_are_not_there_show_the_nearest_with_the_differences(
    curator: Client, quote: Quote, article: Article
) -> None:
    page = save_quote(curator, quote, {"article": article.pk, "words": "And then we <b>shall go."})
    html = page.content.decode()
    assert "The article does not print these words" in html
    assert re.search(r"<del>.*not printed: </span>b&gt;shall </del>", html)
    assert "<b>shall" not in html
    assert re.search(r"<ins>.*printed: </span>will </ins>", html)
    assert not Appearance.objects.exists()


def test_words_in_several_places_are_listed_with_their_context(
    curator: Client, quote: Quote, article: Article
) -> None:
    page = save_quote(curator, quote, {"article": article.pk, "words": "We will wait"})
    assert "in several places" in visible_text(page)
    assert page.content.decode().count("<mark>We will wait</mark>") == 2


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("we will go.\n\nIt was not late\n\nshe said", "Give the parts in the order"),
        ("Nothing of this kind was ever printed there", "nor anything like them"),
        ("…", "not only an ellipsis"),
        ("", "This field is required."),
        ("nul\0nul", "Null characters are not allowed."),
        ("x" * 20_001, "at most 20000 characters"),
    ],
)
def test_words_that_cannot_be_placed_are_a_form_error(
    curator: Client, quote: Quote, article: Article, words: str, problem: str
) -> None:
    page = save_quote(curator, quote, {"article": article.pk, "words": words})
    assert page.status_code == 200
    assert problem in visible_text(page)


def test_an_article_without_a_text_says_where_to_add_one(
    curator: Client, quote: Quote, article: Article
) -> None:
    other = Article.objects.create(headline="Empty", kind="webpage")
    page = save_quote(curator, quote, {"article": other.pk, "words": "we will go."})
    assert "This article has no stored text." in visible_text(page)
    # The same when an appearance that points into another text is moved there.
    save_quote(curator, quote, {"article": article.pk, "words": "we will go."})
    stands = Appearance.objects.get()
    page = save_quote(
        curator, quote, {"id": stands.pk, "article": other.pk, "words": "we will go."}
    )
    assert "This article has no stored text." in visible_text(page)


def test_a_failed_change_of_article_leaves_the_appearance_where_it_was(
    curator: Client, quote: Quote, article: Article
) -> None:
    save_quote(curator, quote, {"article": article.pk, "words": "we will go."})
    stands = Appearance.objects.get()
    other = Article.objects.create(headline="Other", kind="webpage")
    Snapshot.objects.create(
        article=other, text="Some other text.", sha256=sha256_of("Some other text.")
    )
    page = save_quote(
        curator, quote, {"id": stands.pk, "article": other.pk, "words": "we will go."}
    )
    assert page.status_code == 200
    stands.refresh_from_db()
    assert stands.article == article


def test_the_same_appearance_cannot_be_entered_twice(
    curator: Client, quote: Quote, article: Article
) -> None:
    twice = {"article": article.pk, "words": "we will go."}
    assert "entered twice" in visible_text(save_quote(curator, quote, twice, twice))


def test_the_primary_appearance_is_one_and_can_be_another(
    curator: Client, quote: Quote, article: Article
) -> None:
    first = {"article": article.pk, "words": "we will go."}
    second = {"article": article.pk, "words": "It was not late in Paris."}
    both = ({**first, "source_of_wording": "on"}, {**second, "source_of_wording": "on"})
    assert "Only one appearance can be the primary" in visible_text(
        save_quote(curator, quote, *both)
    )
    save_quote(curator, quote, first, {**second, "source_of_wording": "on"})
    one, other = Appearance.objects.order_by("id")
    assert (one.primary, other.primary) == (False, True)
    save_quote(
        curator, quote,
        {**first, "id": one.pk, "source_of_wording": "on"}, {**second, "id": other.pk},
    )  # fmt: skip
    one, other = Appearance.objects.order_by("id")
    assert (one.primary, other.primary) == (True, False)


def test_many_appearances_take_few_queries(
    root: Client, quote: Quote, article: Article, django_assert_max_num_queries: Any
) -> None:
    snapshot = article.snapshots.get()
    for at in range(40):
        stands = Appearance(quote=quote)
        stands.anchor(snapshot, [Span(at, at + 5)])
        stands.save()
    with django_assert_max_num_queries(30):
        page = root.get(admin_address(quote)).content.decode()
    assert page.count(f'<option value="{article.pk}" selected>Waiting</option>') == 40


def test_words_missing_from_the_newest_text_are_listed_until_an_editor_confirms(
    editor: Client, quote: Quote, article: Article
) -> None:
    words = "It was not late in Paris."
    start = TEXT.index(words)
    printed = Appearance(quote=quote)
    printed.anchor(article.snapshots.get(), [Span(start, start + len(words))])
    printed.save()
    editor.post(admin_address(article), article_form_data(article, "It was withdrawn."))
    listed = reverse("admin:citations_appearance_changelist") + "?text=older"
    assert words in visible_text(editor.get(listed))
    chosen = {"action": "confirm_older_text", "_selected_action": printed.pk}
    page = editor.post(listed, chosen, follow=True)
    assert "1 appearance stays in its older text." in visible_text(page)
    assert words not in visible_text(page)


def test_an_appearance_is_shown_within_its_context(
    editor: Client, quote: Quote, article: Article
) -> None:
    save_quote(editor, quote, {"article": article.pk, "words": "It was not late in Paris."})
    page = editor.get(admin_address(Appearance.objects.get())).content.decode()
    assert "It was late. <mark>It was not late in Paris.</mark> “We will wait" in page


def test_an_appearance_is_found_by_its_key(editor: Client, quote: Quote, article: Article) -> None:
    save_quote(editor, quote, {"article": article.pk, "words": "we will go."})
    key = Appearance.objects.get().key
    address = reverse("admin:citations_appearance_changelist")
    assert editor.get(address, {"q": key.lower()}).context["cl"].result_count == 1
    assert editor.get(address, {"q": "XXXXXXXX"}).context["cl"].result_count == 0


def test_only_editors_confirm_that_words_stay_in_an_older_text(curator: Client) -> None:
    page = curator.get(reverse("admin:citations_appearance_changelist"))
    assert "confirm_older_text" not in page.content.decode()

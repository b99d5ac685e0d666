"""Words pasted by a curator, found in the text of an article."""

import re

import pytest
from django.test import Client

from citations.admin.base.pasted_words import split_parts, locate_parts
from citations.models import (
    Appearance,
    Article,
    Quote,
    Snapshot,
    Verification,
    sha256_of,
)
from tests.support.curating import (
    TEXT,
    page_of,
    save,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("We will wait", ["We will wait"]),
        ("“We will wait”", ["We will wait"]),  # marks around are not part of the words
        ("We will wait\n\nAnd then", ["We will wait", "And then"]),  # an empty line parts
        ("We will wait\n…\nAnd then", ["We will wait", "And then"]),
        ("We will wait\n\n[...]\n\nAnd then", ["We will wait", "And then"]),
        ("one line\nand another", ["one line\nand another"]),
        ("“one” and “two”", ["“one” and “two”"]),  # these marks are not around it all
        (" \n\n…", []),
        ("“We will wait,”", ["We will wait"]),  # the comma is the article's sentence's
        ("“One. \n\n“Two,”", ["One.", "Two"]),  # a mark opens each paragraph, one closes all
        ("«One.\n\n«Two»", ["One.", "Two"]),
        ("「One\n\n「Two」", ["One", "Two"]),
        ('"One.\n\n"Two"', ["One.", "Two"]),
        ("“He said “no” and", ["He said “no” and"]),  # inner marks stay
        ("‘Don’t go,’", ["Don’t go"]),  # British marks; apostrophes stay
        ("'Don't go'", ["Don't go"]),
        ("‘one’ and ‘two’", ["‘one’ and ‘two’"]),
        ("'one' and 'two'", ["'one' and 'two'"]),
        ("’Tis late", ["’Tis late"]),
    ],
)
def test_pasted_words_are_taken_apart(words: str, parts: list[str]) -> None:
    assert split_parts(words) == parts


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
    response = save(curator, quote, {"article": article.pk, "words": words, "before": before})
    assert [one.exact for one in Appearance.objects.all()] == ([exact] if exact else [])
    assert response.status_code == (302 if exact else 200)


def test_a_split_quotation_is_anchored_part_by_part_and_checked_at_once(
    curator: Client, quote: Quote, article: Article
) -> None:
    words = "she said\r\n\r\nwe will go.\r\n…\r\nWe will wait"
    saved = save(curator, quote, {"article": article.pk, "words": words})
    assert saved.status_code == 302
    stands = Appearance.objects.get()
    assert stands.printed == ["she said", "we will go.", "We will wait"]
    assert stands.snapshot == article.current_snapshot
    assert stands.verdict == "altered"
    assert Verification.objects.get().appearance == stands


def test_saving_again_leaves_spans_and_checks_alone(
    curator: Client, quote: Quote, article: Article
) -> None:
    save(curator, quote, {"article": article.pk, "words": "And then\n\nwe will go."})
    stands = Appearance.objects.get()
    shown = {"id": stands.pk, "article": article.pk, "words": "And then\r\n\r\nwe will go."}
    assert save(curator, quote, shown).status_code == 302
    assert Verification.objects.count() == 1
    assert stands.history.count() == 1


def test_a_changed_wording_is_compared_anew(
    curator: Client, quote: Quote, article: Article
) -> None:
    save(curator, quote, {"article": article.pk, "words": "It was not late in Paris."})
    stands = Appearance.objects.get()
    shown = {"id": stands.pk, "article": article.pk, "words": "It was not late in Paris."}
    save(curator, quote, shown, text="It was not late in Paris.")
    stands.refresh_from_db()
    assert stands.verdict == "verbatim"


def test_words_that_are_not_there_show_the_nearest_with_the_differences(
    curator: Client, quote: Quote, article: Article
) -> None:
    page = save(curator, quote, {"article": article.pk, "words": "And then we <b>shall go."})
    html = page.content.decode()
    assert "The article does not print these words" in html
    assert re.search(r"<del>.*not there: </span>b&gt;shall </del>", html)
    assert "<b>shall" not in html
    assert re.search(r"<ins>.*printed: </span>will </ins>", html)
    assert not Appearance.objects.exists()


def test_words_in_several_places_are_listed_with_what_stands_around(
    curator: Client, quote: Quote, article: Article
) -> None:
    page = save(curator, quote, {"article": article.pk, "words": "We will wait"})
    assert "in several places" in page_of(page)
    assert page.content.decode().count("<mark>We will wait</mark>") == 2


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("we will go.\n\nIt was not late\n\nshe said", "Write the parts in the order"),
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
    page = save(curator, quote, {"article": article.pk, "words": words})
    assert page.status_code == 200
    assert problem in page_of(page)


def test_an_article_without_a_text_says_where_to_add_one(
    curator: Client, quote: Quote, article: Article
) -> None:
    other = Article.objects.create(headline="Empty", kind="webpage")
    page = save(curator, quote, {"article": other.pk, "words": "we will go."})
    assert "No text of this article is kept." in page_of(page)
    # The same when an appearance that points into another text is moved there.
    save(curator, quote, {"article": article.pk, "words": "we will go."})
    stands = Appearance.objects.get()
    page = save(curator, quote, {"id": stands.pk, "article": other.pk, "words": "we will go."})
    assert "No text of this article is kept." in page_of(page)


def test_a_failed_change_of_article_leaves_the_appearance_where_it_was(
    curator: Client, quote: Quote, article: Article
) -> None:
    save(curator, quote, {"article": article.pk, "words": "we will go."})
    stands = Appearance.objects.get()
    other = Article.objects.create(headline="Other", kind="webpage")
    Snapshot.objects.create(
        article=other, text="Some other text.", sha256=sha256_of("Some other text.")
    )
    page = save(curator, quote, {"id": stands.pk, "article": other.pk, "words": "we will go."})
    assert page.status_code == 200
    stands.refresh_from_db()
    assert stands.article == article


def test_the_same_appearance_is_not_taken_twice(
    curator: Client, quote: Quote, article: Article
) -> None:
    twice = {"article": article.pk, "words": "we will go."}
    assert "stands here twice" in page_of(save(curator, quote, twice, twice))


def test_the_primary_appearance_is_one_and_can_be_another(
    curator: Client, quote: Quote, article: Article
) -> None:
    first = {"article": article.pk, "words": "we will go."}
    second = {"article": article.pk, "words": "It was not late in Paris."}
    both = ({**first, "source_of_wording": "on"}, {**second, "source_of_wording": "on"})
    assert "Only one appearance can be the primary" in page_of(save(curator, quote, *both))
    save(curator, quote, first, {**second, "source_of_wording": "on"})
    one, other = Appearance.objects.order_by("id")
    assert (one.primary, other.primary) == (False, True)
    save(
        curator, quote,
        {**first, "id": one.pk, "source_of_wording": "on"}, {**second, "id": other.pk},
    )  # fmt: skip
    one, other = Appearance.objects.order_by("id")
    assert (one.primary, other.primary) == (True, False)


def test_a_repeated_word_is_found_by_the_words_before_it() -> None:
    spans = locate_parts(["We will wait"], TEXT, before="in Paris.")
    assert spans[0].start == TEXT.rindex("We will wait")

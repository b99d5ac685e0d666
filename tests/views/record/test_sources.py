"""The pages of articles, with every published quotation marked, and of publications."""

import re

import pytest
from django.test import Client

from citations.models import (
    Article,
    Publication,
    Quote,
    Snapshot,
    Speaker,
    sha256_of,
)
from tests.support.pages import SPLIT, page


def test_an_article_marks_each_published_quotation(client: Client, seed: None) -> None:
    html = page(client, "/articles/2QYFQPNN/")
    published = Quote.objects.published().filter(appearances__article__key="2QYFQPNN")
    for quote in published:
        assert f'id="q-{quote.key}"' in html
    assert "“most favored nation”" in html


def test_an_article_shows_a_text_as_it_is_printed(client: Client, seed: None) -> None:
    assert "<p>  • Russia does not intend" in page(client, "/articles/2QYFQPNN/")


def test_words_of_an_earlier_text_are_listed_separately(client: Client, seed: None) -> None:
    article = Article.objects.get(key="2QYFQPNN")
    Snapshot.objects.create(article=article, text="Rewritten.", sha256=sha256_of("Rewritten."))
    html = page(client, article.get_absolute_url())
    assert "<p>Rewritten.</p>" in html
    assert "Not in this version of the text" in html
    assert f'id="q-{SPLIT}"' in html


def test_a_quote_in_two_texts_of_an_article_has_one_place_for_each(
    client: Client, seed: None
) -> None:
    article = Article.objects.get(key="2QYFQPNN")
    text = "It was called “unacceptable” again."
    newer = Snapshot.objects.create(article=article, text=text, sha256=sha256_of(text))
    quote = Quote.objects.get(text="unacceptable")
    quote.appearances.create(
        article=article, snapshot=newer, segments=[[15, 27]], exact="unacceptable"
    )
    html = page(client, article.get_absolute_url())
    ids = re.findall(r'id="([qa]-\w+)"', html)
    assert len(ids) == len(set(ids))
    assert f'id="q-{quote.key}"' in html
    for anchor in re.findall(
        r"/articles/2QYFQPNN/#([qa]-\w+)", page(client, quote.get_absolute_url())
    ):
        assert anchor in ids


# What a careful reader marks in each article, in the order of the text.
READ = {
    "2QYFQPNN": [
        (
            "Under current conditions, the Russian Federation does not intend to continue peace "
            "treaty talks with Japan"
        ),
        (
            "It is impossible to discuss a fundamental document on bilateral relations with a "
            "state that has an explicitly hostile position."
        ),
        "unacceptable",
        (
            "The current situation is the result of Russian aggression, and it is extremely unfair "
            "to blame the consequences on Japan-Russia relations"
        ),
        (
            "But in light of the current situation, we cannot comment on the prospects for "
            "negotiations"
        ),
        "unacceptable",
        "All the former islanders who campaigned for the return of the islands are in shock",
        (
            "We are back to the beginning 77 years after the end of the war. We all fear we will "
            "have to start from scratch."
        ),
        "Before, I hated the Russians",
        "I ended up understanding their ways of thinking",
        "I’m so disappointed to think we’re back to square one.",
    ],
    "46X7TFXG": [
        "difficult",
        "difficult",
        (
            "Regrettably, the issue of the Northern Territories has not been resolved and a peace "
            "treaty has not been concluded"
        ),
        (
            "Resuming the exchange activities is one of the top priorities in the Japan-Russia "
            "relationship"
        ),
        "illegal occupation",
        "occupation without legal basis",
    ],
}


@pytest.mark.parametrize("key", READ)
def test_an_article_marks_exactly_what_a_careful_reader_would(
    client: Client, seed: None, key: str
) -> None:
    marked = re.findall(r"<mark[^>]*>(.*?)</mark>", page(client, f"/articles/{key}/"), re.DOTALL)
    assert [re.sub(r"<[^>]+>", "", words) for words in marked] == READ[key]


def test_text_from_outside_is_never_markup(client: Client, seed: None) -> None:
    article = Article.objects.get(key="2QYFQPNN")
    text = "<script>alert(1)</script>"
    Snapshot.objects.create(article=article, text=text, sha256=sha256_of(text))
    Speaker.objects.update(name="<i>Name</i>")
    html = page(client, article.get_absolute_url())
    assert text not in html
    assert "<i>Name" not in html


def test_a_publication_lists_its_articles(client: Client, seed: None) -> None:
    paper = Publication.objects.create(slug="paper", name="The Paper", kind="newspaper")
    Article.objects.filter(key="2QYFQPNN").update(publication=paper)
    assert "Japan-Russia peace talks suspended" in page(client, "/publications/paper/")

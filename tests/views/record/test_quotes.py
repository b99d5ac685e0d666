"""The page of a quote: the wording, who said it when, and its sources."""

import pytest
from django.db import connection
from django.test import Client

from citations.models import (
    Appearance,
    Article,
    Quote,
    QuoteRelation,
    Speaker,
)
from tests.support.pages import SPLIT, TWICE, Outline, page


def test_a_quote_says_who_in_what_office_when_and_where(client: Client, seed: None) -> None:
    html = page(client, f"/quotes/{TWICE}/")
    for words in ("Prime Minister, Japan", "22 March 2022", "protest to Russia"):
        assert words in html
    assert '<time datetime="2022-03-22">' in html


def test_a_quote_is_a_blockquote_with_language_source_and_key(client: Client, seed: None) -> None:
    html = page(client, f"/quotes/{SPLIT}/")
    assert f'<blockquote id="{SPLIT}" class="wording direct" lang="en" dir="ltr" cite="' in html


@pytest.mark.parametrize(
    ("mode", "marked"), [("partial", True), ("direct", False), ("indirect", False)]
)
def test_only_a_partial_quote_is_a_q(client: Client, seed: None, mode: str, marked: bool) -> None:
    Quote.objects.filter(key=TWICE).update(mode=mode)
    assert ("<p><q>unacceptable</q></p>" in page(client, f"/quotes/{TWICE}/")) is marked


def test_a_quote_is_shown_in_its_passage_with_its_words_marked(client: Client, seed: None) -> None:
    html = page(client, f"/quotes/{SPLIT}/")
    assert "<mark>Under current conditions, the Russian Federation does not intend" in html
    assert "The Russian Foreign Ministry issued a statement on March 21." in html


def test_a_quote_links_to_the_words_on_the_live_page(client: Client, seed: None) -> None:
    Article.objects.update(url="https://news.example/a?b=1")
    html = page(client, f"/quotes/{TWICE}/")
    assert 'href="https://news.example/a?b=1#:~:text=Fumio%20called%20Russia%E2%80%99s' in html


def test_two_places_in_one_article_are_two_addresses(client: Client, seed: None) -> None:
    html = page(client, f"/quotes/{TWICE}/")
    outline = Outline(page(client, "/articles/2QYFQPNN/"))
    assert f"/articles/2QYFQPNN/#q-{TWICE}" in html
    assert "/articles/2QYFQPNN/#a-4NTF0RVX" in html
    assert {f"q-{TWICE}", "a-4NTF0RVX"} <= set(outline.ids)


def test_a_quote_without_an_archived_text_shows_what_is_known(client: Client, seed: None) -> None:
    Appearance.objects.filter(quote__key=SPLIT).update(snapshot=None, segments=[])
    assert "does not intend to continue" in page(client, f"/quotes/{SPLIT}/")


@pytest.mark.parametrize("is_public", [True, False])
def test_a_misattributed_quote_gives_reasons_and_the_right_speaker(
    client: Client, seed: None, is_public: bool
) -> None:
    other = Speaker.objects.get(slug="hayashi-yoshimasa")
    if not is_public:
        other.quotes.update(state="proposed")
    Quote.objects.filter(key=TWICE).update(
        standing="misattributed", standing_note="The transcript says so.", correct_speaker=other
    )
    html = page(client, f"/quotes/{TWICE}/")
    assert "The transcript says so." in html
    assert "Hayashi Yoshimasa" in html
    assert (other.get_absolute_url() in html) is is_public


def test_only_words_as_spoken_have_quotation_marks_in_the_title(client: Client, seed: None) -> None:
    assert "<title>Kishida Fumio: “unacceptable” – " in page(client, f"/quotes/{TWICE}/")
    Quote.objects.filter(key=TWICE).update(mode="indirect")
    html = page(client, f"/quotes/{TWICE}/")
    assert "<title>Kishida Fumio: unacceptable – " in html
    assert '<h1 class="unseen">Reported words of Kishida Fumio</h1>' in html


@pytest.mark.parametrize("segments", ["[[0]]", '"0-9"', "[0, 9]", '[["a", "b"]]', "[[9, 0]]"])
def test_invalid_spans_in_the_database_are_no_error(
    client: Client, seed: None, segments: str
) -> None:
    as_json = "%s::jsonb" if connection.vendor == "postgresql" else "%s"
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE citations_appearance SET segments = {as_json} WHERE key = '4NTF0RVX'",
            [segments],
        )
    assert "unacceptable" in page(client, f"/quotes/{TWICE}/")
    assert "unacceptable" in page(client, "/articles/2QYFQPNN/")


def test_relations_are_read_from_both_ends_and_only_to_published_quotes(
    client: Client, seed: None
) -> None:
    one, other = Quote.objects.get(key=TWICE), Quote.objects.get(key=SPLIT)
    QuoteRelation.objects.create(quote=one, kind="answers", other=other)
    assert "Answers <a" in page(client, f"/quotes/{TWICE}/")
    assert "Answered by <a" in page(client, f"/quotes/{SPLIT}/")
    Quote.objects.filter(key=SPLIT).update(state="rejected")
    assert "Answers <a" not in page(client, f"/quotes/{TWICE}/")


def test_a_page_shows_cached_citations_and_does_not_wait_for_others(
    client: Client, seed: None
) -> None:
    assert "Copy a citation in any style" in page(client, f"/quotes/{TWICE}/")
    page(client, f"/quotes/{TWICE}/cite/")
    text = page(client, f"/quotes/{TWICE}/")
    assert "Copy a citation in any style" not in text
    for name in ("Citation in the text", "Reference list entry", "Citation of this record"):
        assert f"<h2>{name}</h2>" in text
    assert "(Kishida, 2022, as cited in" in text

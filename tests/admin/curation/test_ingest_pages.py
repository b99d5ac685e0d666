"""Adding an article: its text is read, then checked and saved with its proposals."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from citations.models import Article, Proposal, Publication, Snapshot
from tests.support.curating import (
    INGEST_TEXT,
    LONG_TEXT,
    TAKE,
    read_source,
    save_ingest,
    visible_text,
)


def test_an_uploaded_text_is_saved_unchanged_and_leads_to_its_review(curator: Client) -> None:
    shown = read_source(curator, file=SimpleUploadedFile("a.txt", INGEST_TEXT.encode()))
    assert not Article.objects.exists()
    response = save_ingest(
        curator, shown, published="2024-02-08", byline="A. Reporter\nB. Reporter"
    )
    snapshot = Snapshot.objects.get()
    assert response["Location"] == reverse("admin:citations_snapshot_review", args=[snapshot.pk])
    assert (snapshot.text, snapshot.origin) == (INGEST_TEXT, "a.txt")
    article = snapshot.article
    assert (article.headline, article.published) == ("Talks go on", "2024-02-08")
    assert article.byline == ["A. Reporter", "B. Reporter"]
    assert Proposal.objects.in_order()[0].said == "2024-02-07"


def test_a_pasted_page_is_shown_as_its_words_alone(curator: Client) -> None:
    page = f"<html lang=de><title>T</title><article><h1>T</h1><p>{LONG_TEXT}</p><script>x</script>"
    shown = read_source(curator, pasted=page)
    form: Any = shown.context["form"]
    assert "<" not in form["text"].value()
    assert form["language"].value() == "de"


def test_a_stored_text_leads_to_its_review(curator: Client) -> None:
    save_ingest(curator, read_source(curator, pasted=INGEST_TEXT))
    response = read_source(curator, pasted=INGEST_TEXT)
    number = Snapshot.objects.get().pk
    assert response["Location"] == reverse("admin:citations_snapshot_review", args=[number])


@pytest.mark.parametrize(
    ("record", "articles", "derived"), [("copy", 2, True), ("newer", 1, False), ("taken", 2, False)]
)
def test_the_curator_decides_what_a_copy_is_saved_as(
    curator: Client, record: str, articles: int, *, derived: bool
) -> None:
    save_ingest(curator, read_source(curator, pasted=f"First\n\n{LONG_TEXT}"))
    shown = read_source(curator, pasted=f"Second\n\n{LONG_TEXT}")
    assert "derived from: First" in shown.content.decode()
    assert shown.context["form"]["record"].value() == "copy"
    save_ingest(curator, shown, record=record)
    assert (Article.objects.count(), Snapshot.objects.count()) == (articles, 2)
    assert Article.objects.filter(derived_from__headline="First").exists() == derived


def test_both_steps_take_few_queries(
    curator: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    paper = Publication.objects.create(slug="paper", name="The Paper", kind="newspaper")
    save_ingest(curator, read_source(curator, pasted=f"First\n\n{LONG_TEXT}"))
    with django_assert_max_num_queries(15):
        shown = read_source(curator, pasted=f"Second\n\n{LONG_TEXT}")
    with django_assert_max_num_queries(15):
        save_ingest(curator, shown, publication=paper.pk, headline="")


def test_only_users_who_may_add_articles_see_the_page(client: Client, curator: Client) -> None:
    assert client.get(TAKE).status_code == 302
    assert "Add from a text" in curator.get("/admin/citations/article/").content.decode()
    assert curator.get(TAKE).status_code == 200


def test_a_long_text_in_wide_letters_is_saved_as_well(curator: Client) -> None:
    text = "長い\n\n" + "交渉は続く。" * 200_000
    save_ingest(curator, read_source(curator, file=SimpleUploadedFile("a.txt", text.encode())))
    assert Snapshot.objects.get().text == text


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ("copy", "A copy was saved: “Second”. 0 quotations were found."),
        ("newer", "A newer text of “First” was saved. 0 quotations were found."),
        ("taken", "An article was saved: “Second”. 0 quotations were found."),
    ],
)
def test_a_message_says_what_was_saved(curator: Client, record: str, message: str) -> None:
    save_ingest(curator, read_source(curator, pasted=f"First\n\n{LONG_TEXT}"))
    form_page = read_source(curator, pasted=f"Second\n\n{LONG_TEXT}")
    address = save_ingest(curator, form_page, record=record)["Location"]
    assert message in visible_text(curator.get(address))


def test_a_text_stored_meanwhile_is_not_stored_twice(curator: Client) -> None:
    form_page = read_source(curator, pasted=INGEST_TEXT)
    save_ingest(curator, form_page)
    again = save_ingest(curator, form_page)
    assert "This text is already stored, as Talks go on" in visible_text(again)
    assert Snapshot.objects.count() == 1

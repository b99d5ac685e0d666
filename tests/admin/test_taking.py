"""Adding an article: it is read, seen and mended, and kept with its proposals; or nothing is."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from citations.models import Article, Proposal, Publication, Snapshot

TAKE = "/admin/citations/article/take/"
TEXT = (
    "\n  Talks go on\n\n“We will not\xa0give in,” Ana Duarte said on Wednesday.\n\n"
    "“We will never do so,” she said.\n"
)
LONG = " ".join(f"word{number} and another one of {number % 7}" for number in range(60))


def read(client: Client, **given: Any) -> HttpResponse:
    return client.post(TAKE, {"step": "read", **given})


def kept(client: Client, shown: Any, **changed: Any) -> HttpResponse:
    """The second step, sent as it was shown, less what is changed, as a browser sends it."""
    form = shown.context["form"]
    values = {field.name: field.field.prepare_value(field.value()) for field in form}
    data = {name: value for name, value in (values | changed).items() if value is not None}
    data["text"] = data["text"].replace("\n", "\r\n")
    return client.post(TAKE, {"step": "keep", **data})


def test_an_uploaded_text_is_kept_to_the_letter_and_goes_to_its_review(curator: Client) -> None:
    shown = read(curator, file=SimpleUploadedFile("a.txt", TEXT.encode()))
    assert not Article.objects.exists()
    response = kept(curator, shown, published="2024-02-08", byline="A. Reporter\nB. Reporter")
    snapshot = Snapshot.objects.get()
    assert response["Location"] == reverse("admin:citations_snapshot_review", args=[snapshot.pk])
    assert (snapshot.text, snapshot.origin) == (TEXT, "a.txt")
    article = snapshot.article
    assert (article.headline, article.published) == ("Talks go on", "2024-02-08")
    assert article.byline == ["A. Reporter", "B. Reporter"]
    assert Proposal.objects.in_order()[0].said == "2024-02-07"


def test_a_pasted_page_is_shown_as_its_words_alone(curator: Client) -> None:
    page = f"<html lang=de><title>T</title><article><h1>T</h1><p>{LONG}</p><script>x</script>"
    shown = read(curator, pasted=page)
    form: Any = shown.context["form"]
    assert "<" not in form["text"].value()
    assert form["language"].value() == "de"


def test_what_is_held_leads_to_its_review(curator: Client) -> None:
    kept(curator, read(curator, pasted=TEXT))
    response = read(curator, pasted=TEXT)
    number = Snapshot.objects.get().pk
    assert response["Location"] == reverse("admin:citations_snapshot_review", args=[number])


@pytest.mark.parametrize(
    ("record", "articles", "derived"), [("copy", 2, True), ("newer", 1, False), ("taken", 2, False)]
)
def test_a_copy_is_kept_as_the_curator_says(
    curator: Client, record: str, articles: int, *, derived: bool
) -> None:
    kept(curator, read(curator, pasted=f"First\n\n{LONG}"))
    shown = read(curator, pasted=f"Second\n\n{LONG}")
    assert "derived from: First" in shown.content.decode()
    assert shown.context["form"]["record"].value() == "copy"
    kept(curator, shown, record=record)
    assert (Article.objects.count(), Snapshot.objects.count()) == (articles, 2)
    assert Article.objects.filter(derived_from__headline="First").exists() == derived


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({}, "Bring a file, an address, or pasted words"),
    ({"pasted": "x", "address": "https://example.org/"}, "one of them"),
    ({"address": "http://127.0.0.1/"}, "not on the public web"),
    ({"address": "ftp://example.org/"}, "Only addresses that begin with http"),
    ({"pasted": "a\0b"}, "Null characters are not allowed"),
]


@pytest.mark.parametrize(("given", "told"), REFUSED)
def test_what_cannot_be_read_is_told(curator: Client, given: dict[str, Any], told: str) -> None:
    assert told in read(curator, **given).content.decode()


def test_a_file_that_is_no_text_is_told(curator: Client) -> None:
    shown = read(curator, file=SimpleUploadedFile("a.txt", b"\x7fELF\0\0"))
    assert "It is no text" in shown.content.decode()


WRONG = [
    ({"headline": ""}, "This field is required"),
    ({"published": "8/2/2024"}, "is not a date that can be read"),
    ({"language": "English!"}, "BCP 47"),
    ({"kind": "song"}, "Select a valid choice"),
    ({"record": "copy"}, "Select a valid choice"),
    ({"publication": "99999999999999999999"}, "Select a valid choice"),
    ({"text": " \n "}, "these are only spaces"),
    ({"url": "javascript:alert(1)"}, "Enter a valid URL"),
]


@pytest.mark.parametrize(("changed", "told"), WRONG)
def test_what_is_wrong_is_told_and_nothing_is_kept(
    curator: Client, changed: dict[str, str], told: str
) -> None:
    response = kept(curator, read(curator, pasted=TEXT), **changed)
    assert response.status_code == 200
    assert told in response.content.decode()
    assert not Article.objects.exists()


def test_it_asks_few_queries(
    curator: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    paper = Publication.objects.create(slug="paper", name="The Paper", kind="newspaper")
    kept(curator, read(curator, pasted=f"First\n\n{LONG}"))
    with django_assert_max_num_queries(15):
        shown = read(curator, pasted=f"Second\n\n{LONG}")
    with django_assert_max_num_queries(15):
        kept(curator, shown, publication=paper.pk, headline="")


def test_only_those_who_add_articles_bring_them(client: Client, curator: Client) -> None:
    assert client.get(TAKE).status_code == 302
    assert "Add from a text" in curator.get("/admin/citations/article/").content.decode()
    assert curator.get(TAKE).status_code == 200


def test_a_long_text_in_wide_letters_is_kept_as_well(curator: Client) -> None:
    text = "長い\n\n" + "交渉は続く。" * 200_000
    kept(curator, read(curator, file=SimpleUploadedFile("a.txt", text.encode())))
    assert Snapshot.objects.get().text == text

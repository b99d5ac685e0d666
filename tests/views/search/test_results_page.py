"""The page of results: its heading, its marks, what it ignored, its downloads."""

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from citations.index import sync
from citations.models import Quote
from tests.support.seen import text_of

pytestmark = pytest.mark.usefixtures("indexed")


def test_it_sorts_by_the_day_said(client: Client) -> None:
    newest = client.get("/quotes/?sort=newest").context["results"]
    oldest = client.get("/quotes/?sort=oldest").context["results"]
    assert newest[0].said == "2024-02-07"
    assert oldest[0].said == "{2021-02-07,2022-02-07}"


def test_the_words_found_are_marked(client: Client) -> None:
    page = client.get("/quotes/?q=treaties+shock").content.decode()
    assert "found" in page
    page = client.get("/quotes/?q=shocked+nemuro").content.decode()
    assert "<mark>shock</mark>" in page


def test_marks_never_let_markup_through(client: Client) -> None:
    Quote.objects.filter(text="difficult").update(text="<script>alert('x')</script> & difficult")
    sync.rebuild_index()
    page = client.get("/quotes/?q=script+difficult").content.decode()
    assert "<script>alert" not in page
    assert "&lt;<mark>script</mark>&gt;" in page
    assert "&amp; <mark>difficult</mark>" in page


def test_the_heading_says_how_many_and_what(client: Client) -> None:
    page = text_of(client.get('/quotes/?q="peace+treaty"&speaker=kishida-fumio').content.decode())
    assert "1 quotation" in page
    assert "“peace treaty”" in page
    assert "Kishida Fumio" in page


IGNORED = [
    ("said:yesterday treaty", "said:yesterday"),
    ('"peace treaty', "is never closed"),
    ("colour:red treaty", "colour"),
    ("treaty OR", "OR"),
    ("a* treaty", "a*"),
    ("x" * 10_000, "at most 512 characters"),
    (" ".join(f"w{number}" for number in range(40)), "32 terms"),
]


@pytest.mark.parametrize(("query", "said"), IGNORED, ids=[said for _, said in IGNORED])
def test_it_says_what_it_ignored(client: Client, query: str, said: str) -> None:
    response = client.get("/quotes/", {"q": query})
    assert response.status_code == 200
    assert said in text_of(response.content.decode())


def test_it_asks_the_database_a_fixed_number_of_times(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(12):
        client.get("/quotes/?q=the&speaker=kishida-fumio&topic=peace-treaty&lang=en")


REPAIRED = [
    # what is typed, the query that is offered instead
    ('"peace treaty', '"peace treaty"'),
    ("speeker:kishida", "speaker:kishida"),
    ("said:2022-13", "said:2022"),
    ("treaty", ""),
]


@pytest.mark.parametrize(("query", "repaired"), REPAIRED)
def test_it_offers_a_repaired_query(client: Client, query: str, repaired: str) -> None:
    response = client.get("/quotes/", {"q": query, "topic": "peace-treaty"})
    assert (f"Search instead for {repaired}" in text_of(response.content.decode())) is bool(
        repaired
    )
    if repaired:
        offered = client.get(response.context["repaired_url"])
        assert not offered.context["query"].ignored
        assert "Peace treaty" in [chip.label for chip in offered.context["chips"]]


def test_results_can_be_downloaded(client: Client) -> None:
    downloads = client.get("/quotes/?q=treaty&sort=oldest&page=1&more=").context["downloads"]
    assert downloads == {
        "csv": "/quotes.csv?q=treaty&sort=oldest",
        "jsonl": "/quotes.jsonl?q=treaty&sort=oldest",
        "atom": "/quotes.atom?q=treaty&sort=oldest",
    }
    page = client.get("/quotes/?q=treaty").content.decode()
    assert '<link rel="alternate" type="application/atom+xml"' in page


DIRECTIONS = [
    ("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("fa", "rtl"), ("ja", "ltr"),
    ("az-Arab", "rtl"), ("ku-Latn", "ltr"), ("ar-Latn", "ltr"), ("x-own", "ltr"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "direction"), DIRECTIONS)
def test_a_quotation_runs_as_its_language_does(
    client: Client, language: str, direction: str
) -> None:
    Quote.objects.filter(text="difficult").update(language=language)
    sync.rebuild_index()
    page = client.get("/quotes/", {"lang": language}).content.decode()
    assert f'lang="{language}" dir="{direction}"' in page

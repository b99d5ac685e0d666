"""All public pages: their structure, what each reader sees, and that bad input breaks nothing."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from citations.index import sync
from citations.models import (
    Article,
    Occasion,
    Publication,
    Quote,
    Speaker,
    SpeakerName,
    Topic,
)
from tests.support.pages import SPLIT, TWICE, Outline, copies_of, page

ADDRESSES = (
    "/",
    "/speakers/",
    "/speakers/kishida-fumio/",
    "/articles/",
    "/articles/2QYFQPNN/",
    "/dates/",
    "/topics/peace-treaty/",
    f"/quotes/{SPLIT}/",
    f"/quotes/{TWICE}/",
)

# Structure -----------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_has_one_title_and_its_headings_in_order(
    client: Client, seed: None, address: str
) -> None:
    outline = Outline(page(client, address))
    assert outline.headings[0] == 1
    assert outline.headings.count(1) == 1
    assert all(b - a <= 1 for a, b in zip(outline.headings, outline.headings[1:], strict=False))


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_has_unique_ids_and_nothing_inline(client: Client, seed: None, address: str) -> None:
    outline = Outline(page(client, address))
    assert len(outline.ids) == len(set(outline.ids))
    assert "style" not in outline.attributes | set(outline.tags)
    assert not [name for name in outline.attributes if name.startswith("on")]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_takes_few_queries(
    client: Client,
    indexed: None,
    address: str,
    django_assert_max_num_queries: Callable[..., object],
) -> None:
    with django_assert_max_num_queries(12):
        page(client, address)


@pytest.mark.parametrize(
    "address",
    ["/speakers/", "/speakers/kishida-fumio/", "/articles/", "/dates/", "/topics/peace-treaty/"],
)
def test_a_list_takes_no_more_queries_the_longer_it_is(
    client: Client, indexed: None, address: str
) -> None:
    copies_of(Quote.objects.get(key=TWICE), range(5))
    sync.rebuild_index()
    with CaptureQueriesContext(connection) as few:
        page(client, address)
    copies_of(Quote.objects.get(key=TWICE), range(5, 60))
    sync.rebuild_index()
    with CaptureQueriesContext(connection) as many:
        page(client, address)
    assert len(many) <= len(few)


# Only what is published ----------------------------------------------------------------------


@pytest.mark.parametrize("state", ["proposed", "rejected"])
def test_records_without_published_quotes_are_not_public(
    client: Client, seed: None, state: str
) -> None:
    paper = Publication.objects.create(slug="paper", name="The Paper", kind="newspaper")
    Article.objects.update(publication=paper)
    Quote.objects.update(state=state)
    hidden: list[Model] = [
        *Quote.objects.all(),
        *Speaker.objects.all(),
        *Article.objects.all(),
        *Topic.objects.all(),
        paper,
    ]
    for record in hidden:
        address = record.get_absolute_url()  # type: ignore[attr-defined]
        assert client.get(address).status_code == 404, address
    for address in ("/", "/speakers/", "/articles/", "/dates/", "/sitemap-quotes.xml"):
        html = page(client, address)
        assert not [one for one in hidden if str(one) in html], address


def test_an_unpublished_quote_leaves_no_trace_on_the_pages_it_touches(
    client: Client, seed: None
) -> None:
    Quote.objects.filter(key=TWICE).update(state="proposed")
    touched = (
        "/",
        "/speakers/kishida-fumio/",
        "/articles/2QYFQPNN/",
        "/topics/peace-treaty/",
        "/dates/",
        "/sitemap-quotes.xml",
    )
    for address in touched:
        assert TWICE not in page(client, address), address
    assert "4 quotations" in page(client, "/speakers/kishida-fumio/")
    assert "protest to Russia" not in page(client, "/dates/")


# Bad input -----------------------------------------------------------------------------------


@pytest.mark.parametrize("asked", ["99", "0", "-1", "two", "\0", "1" * 5000, "1" * 30, "1.5"])
@pytest.mark.parametrize("address", ["/speakers/", "/speakers/kishida-fumio/", "/dates/"])
def test_any_page_number_is_answered_with_a_page(
    client: Client, seed: None, address: str, asked: str
) -> None:
    response = client.get(address, {"page": asked})
    assert response.status_code == 200
    assert "There is no page" in response.content.decode()


def test_a_page_beyond_the_last_is_the_last(client: Client, seed: None) -> None:
    copies_of(Quote.objects.get(key=TWICE), range(60))
    html = page(client, "/speakers/kishida-fumio/?page=9")
    assert "There is no page “9”. This is page 2 of 2." in html


@pytest.mark.parametrize(
    "address",
    [
        "/quotes/0ZRS6RJ/",  # too short
        "/quotes/0ZRS6RJVV/",  # too long
        "/quotes/0ZRS6RJU/",  # U is no letter of a key
        "/quotes/%00%00%00%00%00%00%00%00/",
        "/quotes/００００００００/",
        "/articles/'OR1=1--/",
        f"/speakers/{'a' * 5000}/",
        "/speakers/%00/",
        "/topics/岸田/",
        "/publications/no-such/",
        "/sitemap-secrets.xml",
    ],
)
def test_an_unknown_address_is_not_found(client: Client, db: None, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert "Page not found" in response.content.decode() or "sitemap" in address


@hypothesis(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from(["quotes", "speakers", "articles", "publications", "topics"]),
    name=st.text(max_size=20).filter(lambda name: name.strip("./\\")),
)
def test_no_address_is_an_error(client: Client, db: None, kind: str, name: str) -> None:
    assert client.get(f"/{kind}/{name}/").status_code < 500


@pytest.mark.parametrize("name", ["speaker", "position", "topic", "lang", "mode", "verdict"])
def test_an_empty_value_asks_for_nothing(client: Client, seed: None, name: str) -> None:
    response = client.get("/quotes/", {name: ["", " "]})
    assert response.status_code == 200
    assert response.context["found"].total == client.get("/quotes/").context["found"].total


@pytest.mark.parametrize(
    ("first", "last", "wrong"),
    [
        ("2024", "2022", True),
        ("2022-03-02", "2022-03-01", True),
        ("2022-03", "2022", False),  # the month begins before the year ends
        ("2022", "2022", False),
        ("2024", "", False),
    ],
)
@pytest.mark.parametrize("days", ["said", "published"])
def test_a_range_that_ends_before_it_begins_is_an_error(
    *, client: Client, seed: None, days: str, first: str, last: str, wrong: bool
) -> None:
    response = client.get("/quotes/", {f"{days}_from": first, f"{days}_to": last})
    assert response.status_code == (400 if wrong else 200)
    if wrong:
        told = f"“{first}” is later than “{last}” in “{days.capitalize()} to”: swap them."
        assert told in response.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_pages_are_only_read(client: Client, db: None, method: str) -> None:
    for address in ("/", "/speakers/", "/dates/", "/robots.txt"):
        assert getattr(client, method)(address).status_code == 405


def test_an_error_is_a_page_that_needs_no_database(client: Client) -> None:
    from django.views.defaults import bad_request, permission_denied, server_error

    for view, status in ((bad_request, 400), (permission_denied, 403)):
        response = view(client.get("/robots.txt").wsgi_request, Exception())
        assert response.status_code == status
        assert b"<h1>" in response.content
    response = server_error(client.get("/robots.txt").wsgi_request)
    assert b"Something went wrong" in response.content


# Extremes ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "北方領土の問題は解決していない"),
        ("ar", "لا سلام بدون عدل"),
        ("en", "word " * 300),
        ("en", "No."),
    ],
)
def test_a_quote_of_any_language_and_length_is_set(
    client: Client, seed: None, language: str, text: str
) -> None:
    Quote.objects.filter(key=SPLIT).update(text=text, language=language)
    Speaker.objects.update(name="Sixty characters " * 4)
    html = page(client, f"/quotes/{SPLIT}/")
    direction = "rtl" if language == "ar" else "ltr"
    assert f'lang="{language}" dir="{direction}"' in html
    assert text in html


def test_the_same_name_in_another_script_is_not_marked_twice(seed: None) -> None:
    from citations.templatetags.typography import name_with_family

    name = SpeakerName(name="Kishida Kishida", family="Kishida")
    assert name_with_family(name) == '<span class="family">Kishida</span> Kishida'
    assert name_with_family(SpeakerName(name="Kishida", family="Abe")) == "Kishida"


def test_the_addresses_are_those_of_the_contract() -> None:
    assert reverse("quote", args=[SPLIT]) == f"/quotes/{SPLIT}/"
    assert str(Occasion(slug="a").get_absolute_url()) == "/dates/#a"

"""Autocomplete for the search box."""

import json

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from citations.index import sync
from citations.models import Quote, Speaker

pytestmark = pytest.mark.usefixtures("indexed")


def suggested(client: Client, text: str) -> list[dict[str, str]]:
    response = client.get("/suggest.json", {"q": text})
    assert response.status_code == 200
    assert response["Content-Type"] == "application/json"
    return list(json.loads(response.content))


OFFERED = [
    # what is typed, the first label
    ("ki", "Kishida Fumio"),
    ("KISHÍ", "Kishida Fumio"),
    ("岸", "Kishida Fumio"),
    ("fumio kish", "Kishida Fumio"),
    ("peace t", "Peace treaty"),
]


@pytest.mark.parametrize(("text", "label"), OFFERED)
def test_it_suggests(client: Client, text: str, label: str) -> None:
    first = suggested(client, text)[0]
    assert first["label"].casefold() == label.casefold()
    found = client.get(first["url"]).context["found"].total
    assert first["note"] == f"{found} quotation{'' if found == 1 else 's'}"


@pytest.mark.parametrize("text", ["", " ", "zzzz", "“", "-", "\0", "x" * 10_000, "a" * 99 + " b"])
def test_it_suggests_nothing(client: Client, text: str) -> None:
    assert suggested(client, text) == []


def test_it_suggests_at_most_eight_of_all_kinds(client: Client) -> None:
    for n in range(20):
        speaker = Speaker.objects.create(slug=f"peace-{n}", name=f"Peace {n}")
        Quote.objects.create(speaker=speaker, text="word", state="published")
    sync.rebuild_index()
    kinds = [one["kind"] for one in suggested(client, "peace")]
    assert kinds.count("speaker") == 4
    assert "topic" in kinds
    assert len(kinds) <= 8


def test_it_suggests_only_speakers_with_published_quotes(client: Client) -> None:
    Quote.objects.filter(speaker__slug="hayashi-yoshimasa").update(state="proposed")
    sync.rebuild_index()
    assert suggested(client, "hayashi") == []


def test_an_answer_is_cached_briefly_and_privately(client: Client) -> None:
    assert client.get("/suggest.json?q=ki")["Cache-Control"] == "private, max-age=60"
    assert client.post("/suggest.json").status_code == 405


def test_it_asks_the_database_a_fixed_number_of_times(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(6):
        client.get("/suggest.json?q=k")

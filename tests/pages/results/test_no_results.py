"""Nothing was found: what else there is, each with its true count, and what curators hear of it."""

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries

from citations.models import WantedSearch
from citations.pages.results.no_results import Alternative
from tests.support.seen import text_of

pytestmark = pytest.mark.usefixtures("indexed")


def ways(client: Client, kind: str, **asked: object) -> list[Alternative]:
    """The ways on of one kind: spellings, without, around."""
    response = client.get("/quotes/", asked)
    assert response.status_code == 200
    assert not response.context["found"].total
    found: list[Alternative] = response.context[kind]
    for way in found:  # each count is true, and none is 0
        assert way.count == client.get(way.url).context["found"].total > 0, way
    return found


SPELLINGS = [
    ("agression", ["aggression"]),
    ("kishda", ["kishida"]),
    ("treety peace", ["treaty peace"]),
    ("-agression zzzzzzzz", []),
    (f"agression {'x' * 495} zzzz", []),  # longer than a query can be
    ("speaker:nobody", []),
]


@pytest.mark.parametrize(("query", "expected"), SPELLINGS)
def test_it_offers_near_spellings_that_exist(
    client: Client, query: str, expected: list[str]
) -> None:
    assert [way.label for way in ways(client, "spellings", q=query)][:1] == expected


WITHOUT = [
    # what is asked, the conditions without which something is found
    ({"q": "zzzz treaty"}, ["zzzz"]),
    ({"q": "treaty -treaty"}, ["treaty", "without “treaty”"]),
    (
        {"q": "treaty", "speaker": ["fukuzawa-hideo", "tsunoka-yasuji"]},
        ["treaty", "Fukuzawa Hideo or Tsunoka Yasuji"],
    ),
    ({"q": "treaty", "place": "Nowhere"}, ["at Nowhere"]),
    ({"q": "treaty", "said_to": "1999"}, ["said to 1999"]),
    ({"q": "zzzz"}, []),  # the whole collection is no help
    ({"q": "zzzz", "place": "Nowhere"}, []),
]


@pytest.mark.parametrize(("asked", "expected"), WITHOUT, ids=[str(row[0]) for row in WITHOUT])
def test_it_says_what_one_condition_less_would_find(
    client: Client, asked: dict[str, object], expected: list[str]
) -> None:
    found = ways(client, "without", **asked)
    assert [way.label.casefold() for way in found] == [label.casefold() for label in expected]


def test_it_says_what_the_words_around_the_quotations_would_find(client: Client) -> None:
    (way,) = ways(client, "around", q="soldier")
    assert "scope=context" in way.url
    assert not ways(client, "around", q="zzzz")
    assert not ways(client, "around", q="speaker:nobody")


def test_words_that_mean_the_same_are_one_condition(client: Client) -> None:
    for asked in ("zzzz context:zzzz soldier", "zzzz zzzz soldier"):
        found = ways(client, "without", q=asked, scope="context")
        assert [way.label for way in found] == [way.label for way in found if way.count]


def test_no_word_of_a_long_query_is_left_out_around_the_quotations(client: Client) -> None:
    asked = {"q": "soldier " * 31 + "zzzz", "scope": "context"}
    assert client.get("/quotes/", asked).context["found"].total == 0


def test_the_words_around_are_searched_by_a_switch_too(client: Client) -> None:
    page = client.get("/quotes/?q=soldier&scope=context")
    assert page.context["found"].total == 1
    assert "printed near soldier" in text_of(page.content.decode())
    assert client.get("/quotes/?q=soldier").context["found"].total == 0


def test_it_asks_the_database_a_fixed_number_of_times(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    words = "+".join(f"zz{n}" for n in range(20))
    with django_assert_max_num_queries(16):  # savepoints of the wanted list among them
        client.get(f"/quotes/?q={words}&speaker=kishida-fumio&lang=en&said_from=2022&place=Nemuro")


NOTED = [
    # an address, what is put on the wanted list
    ("/quotes/?q=Zzzz  “no such phrase”", ['Zzzz "no such phrase"']),
    ("/quotes/?q=zzzz&page=2", []),
    ("/quotes/?q=treaty", []),
    ("/quotes/?place=Nowhere", []),
    ("/quotes/?q=speaker:nobody", []),
    ("/quotes/?q=zzzz&said_from=yesterday", []),
    ("/quotes/?q=zzzz&more=speaker", []),
]


@pytest.mark.parametrize(("address", "expected"), NOTED)
def test_words_that_find_nothing_are_noted_for_curators(
    client: Client, address: str, expected: list[str]
) -> None:
    client.get(address)
    noted = WantedSearch.objects.filter(day=timezone.localdate())
    assert list(noted.values_list("words", flat=True)) == expected


def test_a_search_twice_is_noted_once_with_its_number(client: Client) -> None:
    client.get("/quotes/?q=zzzz")
    client.get("/quotes/?q=+zzzz+")
    client.head("/quotes/?q=zzzz")
    assert WantedSearch.objects.get().times == 2

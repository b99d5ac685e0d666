"""Slow pages are stopped, and say so."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from math import inf

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from pytest_django import Settings

from citations.models.base import time_budget
from tests.support.slow_urls import ENDLESS, SHORT, queried

pytestmark = pytest.mark.django_db(transaction=True)

SECONDS = 0.3


@pytest.fixture(autouse=True)
def limit(settings: Settings) -> Iterator[None]:
    settings.ROOT_URLCONF = "tests.support.slow_urls"
    settings.REQUEST_SECONDS = SECONDS
    Client().get("/quick/")  # loads the middleware, which new database sessions follow
    connection.close()
    yield
    connection.close()  # no session of these tests goes on into others


def texts(address: str, client: Client) -> tuple[int, str]:
    response = client.get(address)
    return response.status_code, response.content.decode()


@pytest.mark.parametrize("address", ["/endless/", "/many/", "/thinking/", "/endless.csv"])
def test_a_slow_page_is_cut_with_a_clear_answer(client: Client, address: str) -> None:
    response = client.get(address)  # which answers 200 after some minutes, or never, if not cut
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "10"
    assert response.headers["Cache-Control"] == "no-store"
    assert "This took too long and was stopped" in response.content.decode()
    kind = "text/plain" if address.endswith(".csv") else "text/html"
    assert response.headers["Content-Type"] == f"{kind}; charset=utf-8"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]


def test_a_slow_head_request_is_cut_too(client: Client) -> None:
    assert client.head("/endless/").status_code == 503


def test_the_session_serves_on_after_a_cut(client: Client, settings: Settings) -> None:
    settings.REQUEST_SECONDS = 60.0  # which a quick page meets on the slowest machine
    for _ in range(3):
        with time_budget.limit_time(SECONDS):
            assert texts("/endless/", client)[0] == 503
        session = connection.connection
        assert texts("/quick/", client) == (200, "1")
        if connection.vendor == "postgresql":  # where it is kept for the next request
            assert connection.connection is session


def test_a_cut_never_hits_the_next_request(client: Client, settings: Settings) -> None:
    settings.REQUEST_SECONDS = 60.0  # which a quick page meets on the slowest machine
    for number in range(20):
        # Cut at ever another moment around the next request's begin.
        with time_budget.limit_time(SECONDS * number / 40):
            client.get("/endless/")
        for _ in range(5):
            assert texts("/quick/", client) == (200, "1")
        time.sleep(0.002 * number)


@pytest.mark.parametrize("address", ["/admin/short/", "/streamed/"])
def test_curators_and_bodies_under_way_are_given_time(
    client: Client, settings: Settings, address: str
) -> None:
    settings.REQUEST_SECONDS = SECONDS
    client.get("/quick/")  # so that the session knows the limit, met or not
    response = client.get(address)
    assert response.status_code == 200
    assert b"".join(response) != b""


def test_a_transaction_has_the_limit_of_its_own_time(client: Client, settings: Settings) -> None:
    settings.REQUEST_SECONDS = SECONDS
    client.get("/quick/")  # so that the session knows the limit, met or not
    for _ in range(2):
        with transaction.atomic():
            assert queried(SHORT)  # with none: as a command or a curator's page
        with pytest.raises(DatabaseError), time_budget.limit_time(0.1), transaction.atomic():
            queried(ENDLESS)


def test_what_is_posted_is_never_cut_half_way(client: Client, settings: Settings) -> None:
    settings.REQUEST_SECONDS = 0.0
    assert client.post("/quick/").status_code == 200


def test_quick_pages_at_the_same_time_are_never_cut(settings: Settings) -> None:
    settings.REQUEST_SECONDS = 60.0

    def ask(number: int) -> tuple[int, str]:
        # Among them some that are cut, in the same threads, and so in the same sessions.
        if number % 20 == 0:
            with time_budget.limit_time(0.01):
                assert Client().get("/endless/").status_code == 503
        return texts("/quick/", Client())

    def close(_: int) -> None:
        time.sleep(0.05)  # so that each thread has a turn
        connection.close()

    with ThreadPoolExecutor(8) as together:
        assert set(together.map(ask, range(200))) == {(200, "1")}
        list(together.map(close, range(8)))


def test_a_search_without_an_index_is_put_off(client: Client) -> None:
    response = client.get("/without-an-index/")
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "30"
    assert "The search index is not ready" in response.content.decode()


def test_an_inner_limit_ends_no_later_than_the_outer_one() -> None:
    assert time_budget.remaining_seconds() == inf
    with time_budget.limit_time(500), time_budget.limit_time(6000):
        assert 0 < time_budget.remaining_seconds() <= 500
    with time_budget.limit_time(0), pytest.raises(time_budget.TooSlowError):
        time_budget.check_time_left()
    assert time_budget.remaining_seconds() == inf

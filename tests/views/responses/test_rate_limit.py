"""The rate limit of slow requests."""

from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.test import RequestFactory
from pytest_django import Settings

from citations.views.responses import rate_limit

MINUTE = 1_700_000_040.0  # a moment at which a minute begins


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Iterator[list[float]]:
    """A clock that stands still; two checks a minute."""
    settings.CHECKS_A_MINUTE = 2
    caches["shared"].clear()
    now = [MINUTE]
    monkeypatch.setattr(rate_limit, "time", lambda: now[0])
    yield now
    caches["shared"].clear()


def exceeds(address: str = "192.0.2.1", what: str = "check") -> bool:
    request = RequestFactory().post("/check/", REMOTE_ADDR=address)
    return rate_limit.exceeds_rate_limit(request, what)


def test_the_third_request_in_a_minute_exceeds_a_limit_of_two() -> None:
    assert [exceeds() for _ in range(4)] == [False, False, True, True]


def test_each_address_and_each_kind_of_work_is_counted_by_itself() -> None:
    assert [exceeds() for _ in range(3)][-1]
    assert not exceeds(address="192.0.2.2")
    assert not exceeds(what="want")


def test_the_next_minute_starts_from_zero(clock: list[float]) -> None:
    assert [exceeds() for _ in range(3)][-1]
    clock[0] += 60
    assert not exceeds()


@pytest.mark.parametrize(("seconds", "left"), [(0, 60), (1, 59), (59.9, 1)])
def test_the_message_says_when_to_try_again(clock: list[float], seconds: float, left: int) -> None:
    clock[0] += seconds
    assert rate_limit.seconds_until_reset() == left
    assert rate_limit.rate_limit_message() == (
        f"Too many requests: one address may make 2 a minute. Try again in {left} seconds."
    )


def test_the_network_address_itself_is_not_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    keys: list[str] = []
    monkeypatch.setattr(caches["shared"], "add", lambda key, *_: keys.append(key))
    exceeds(address="192.0.2.1")
    assert keys
    assert "192.0.2.1" not in keys[0]

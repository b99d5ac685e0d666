"""The time budget of a response."""

from math import inf

import pytest

from citations.models.base import time_budget
from citations.models.base.time_budget import (
    TooSlowError,
    check_time_left,
    engine_ms,
    limit_time,
    measure_engine_time,
    remaining_seconds,
    reset_engine_time,
)


def test_without_a_limit_there_is_no_end() -> None:
    assert remaining_seconds() == inf
    check_time_left()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time in seconds, which a test sets."""
    now = [100.0]
    monkeypatch.setattr(time_budget, "perf_counter", lambda: now[0])
    return now


def test_time_runs_out_and_comes_back_after_the_block(clock: list[float]) -> None:
    with limit_time(2):
        assert remaining_seconds() == 2
        clock[0] += 1.5
        assert remaining_seconds() == 0.5
        check_time_left()
        clock[0] += 1
        assert remaining_seconds() == 0
        with pytest.raises(TooSlowError):
            check_time_left()
    check_time_left()


def test_an_inner_limit_can_only_be_shorter(clock: list[float]) -> None:
    with limit_time(5):
        with limit_time(50):
            assert remaining_seconds() == 5
        with limit_time(1):
            assert remaining_seconds() == 1
        assert remaining_seconds() == 5


def test_the_limit_ends_with_an_error_too() -> None:
    with pytest.raises(ZeroDivisionError), limit_time(0):
        raise ZeroDivisionError
    assert remaining_seconds() == inf


def test_the_engines_time_adds_up_until_it_is_reset(clock: list[float]) -> None:
    reset_engine_time()
    for _ in range(2):
        with measure_engine_time():
            clock[0] += 0.25
        clock[0] += 1  # between them, time is not the engine's
    assert engine_ms() == 500
    time_budget.reset_engine_time()
    assert engine_ms() == 0

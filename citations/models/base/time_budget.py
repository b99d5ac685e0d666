"""The time budget of a response: how much is left, and how much of it the search engine used."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from math import inf
from time import perf_counter

_ends: ContextVar[float] = ContextVar("ends", default=inf)
_engine: ContextVar[float] = ContextVar("engine", default=0.0)


class TooSlowError(Exception):
    """The response has used up its time."""


@contextmanager
def limit_time(seconds: float) -> Iterator[None]:
    """Limit the block to so many seconds, or to what an outer limit leaves."""
    token = _ends.set(min(_ends.get(), perf_counter() + seconds))
    try:
        yield
    finally:
        _ends.reset(token)


def remaining_seconds() -> float:
    """Seconds left: 0.0 when time is up, infinite without a limit."""
    return max(0.0, _ends.get() - perf_counter())


def check_time_left() -> None:
    """Raise `TooSlowError` when time is up: call it in loops and before slow calls."""
    if not remaining_seconds():
        raise TooSlowError


@contextmanager
def measure_engine_time() -> Iterator[None]:
    """Count the block's time as the engine's. Do not nest: that would count it twice."""
    start = perf_counter()
    try:
        yield
    finally:
        _engine.set(_engine.get() + perf_counter() - start)


def engine_ms() -> float:
    """Milliseconds of the engine since the last reset."""
    return _engine.get() * 1000


def reset_engine_time() -> None:
    """Start counting at 0 for another response."""
    _engine.set(0.0)

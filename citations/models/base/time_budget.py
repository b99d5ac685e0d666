"""How long the answer at hand may still take, and how long the search engine took for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from math import inf
from time import perf_counter

_ends: ContextVar[float] = ContextVar("ends", default=inf)
_engine: ContextVar[float] = ContextVar("engine", default=0.0)


class TooSlowError(Exception):
    """The answer has taken all the time it may take."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """What is done inside must be done in so many seconds, or in what an outer one leaves."""
    token = _ends.set(min(_ends.get(), perf_counter() + seconds))
    try:
        yield
    finally:
        _ends.reset(token)


def remaining() -> float:
    """Seconds left: 0.0 when there are none, infinite where nobody set an end."""
    return max(0.0, _ends.get() - perf_counter())


def check() -> None:
    """Raise TooSlowError when no time is left: for a loop or before a call that takes long."""
    if not remaining():
        raise TooSlowError


@contextmanager
def engine_time() -> Iterator[None]:
    """Count the time spent inside as the engine's. Not to be nested: it would count twice."""
    start = perf_counter()
    try:
        yield
    finally:
        _engine.set(_engine.get() + perf_counter() - start)


def engine_ms() -> float:
    """Milliseconds counted as the engine's since the last reset."""
    return _engine.get() * 1000


def reset() -> None:
    """Begin to count anew: what is done now is for another answer."""
    _engine.set(0.0)

"""Runs searches on the index: one refresh, parallel calls to the engine, within the deadline."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeoutError
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from math import isfinite
from typing import Any, TypeVar

from citations.index import sync
from citations.index.generations import Generation, IndexDamagedError, report_damage
from citations.models.base import time_budget

Answer = TypeVar("Answer")

ENGINE_THREADS = 4
# The generation that this page already searches, inside `single_refresh`.
_refreshed: ContextVar[list[tuple[Generation, bool]] | None] = ContextVar("refreshed", default=None)


def with_index(run: Callable[[Generation, bool], Answer]) -> Answer:
    """Bring the index up to date, then call `run` with it and whether it holds every change.

    Rebuilds an index that cannot be read. Raises `IndexNotReadyError`, `TooManyWordsError` and
    `TooSlowError`.
    """
    refreshed = _refreshed.get()
    generation, is_current = refreshed[-1] if refreshed else sync.generation_to_search()
    try:
        answer = run(generation, is_current)
    except IndexDamagedError as error:
        generation = sync.repair_index(generation, error)
        answer = run(generation, is_current)
    if refreshed is not None:
        refreshed.append((generation, is_current))
    return answer


@contextmanager
def single_refresh() -> Iterator[None]:
    """Inside, the index is brought up to date only once, for all the searches of one page."""
    token = _refreshed.set([])
    try:
        yield
    finally:
        _refreshed.reset(token)


def run_parallel(*calls: Callable[[], Any]) -> Iterator[Any]:
    """Run calls to the engine in parallel and yield their answers in the order of the calls.

    Yields the first answer as soon as it arrives, while the others are still running. Raises
    `TooSlowError` when the page's time is over (`citations.models.base.time_budget`),
    `TooManyWordsError` and `IndexDamagedError`.
    """
    time_budget.check_time_left()
    futures = [_engine_threads(os.getpid()).submit(call) for call in calls]
    for future in futures:
        with time_budget.measure_engine_time(), report_damage():
            try:
                answer = future.result(timeout=_seconds_left())
            except FutureTimeoutError as error:
                for other in futures:
                    other.cancel()
                raise time_budget.TooSlowError from error
        yield answer


@lru_cache(maxsize=1)
def _engine_threads(process: int) -> ThreadPoolExecutor:
    """The engine releases Python's lock, so that calls run in parallel.

    A call that was given up runs on to its end. A forked process has none of its parent's
    threads, hence one pool per process.
    """
    return ThreadPoolExecutor(ENGINE_THREADS, thread_name_prefix=f"engine-{process}")


def _seconds_left() -> float | None:
    left = time_budget.remaining_seconds()
    return left if isfinite(left) else None

"""What is asked of the index, and asking it: side by side, and no longer than there is time."""

import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as OutOfTime
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from math import isfinite
from typing import Any, TypeVar

from tantivy import Query

from citations.index import sync
from citations.index.facet_columns import YEARS
from citations.index.generations import Generation, IndexDamagedError, damage_reported
from citations.index.schema import UNPUBLISHED
from citations.models import State
from citations.models.base import time_budget
from citations.query.ast import FieldMatch, Phrase
from citations.query.parser import Query as Asked
from citations.search.engine_query import Matcher

Answer = TypeVar("Answer")

ENGINE_THREADS = 4
# What was found to be searched by the page at hand, if it is `one_look`.
_seen: ContextVar[list[tuple[Generation, bool]] | None] = ContextVar("seen", default=None)


@dataclass(frozen=True)
class Days:
    """A range of days, both included; None leaves an end open."""

    earliest: date | None = None
    latest: date | None = None

    def __bool__(self) -> bool:
        return bool(self.earliest or self.latest)


@dataclass(frozen=True)
class Search:
    """What is asked: the query and the filters beside it.

    Several values of one facet mean "or", facets among themselves mean "and". Only quotes in
    `states` are found and counted: unless a curator asks for more, what everybody may read.
    `sort` is relevance, or a field of the index to go by: newest, oldest, changed.
    """

    asked: Asked = field(default_factory=Asked)
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    place: str = ""
    said: Days = Days()
    published: Days = Days()
    sort: str = "relevance"
    page: int = 1
    states: tuple[str, ...] = (State.PUBLISHED.value,)

    def own_choice(self, facet: str) -> str:
        """The condition that is the facet's own, and does not narrow its counts; "" for none."""
        if facet in YEARS:
            return "said" if self.said else ""
        return facet if self.chosen.get(facet) else ""

    def query(self, matcher: Matcher, without: str = "") -> Query:
        """The whole search as the engine's query, less one of the conditions beside the words."""
        conditions, but = matcher.parts(self.asked.root)
        conditions += [
            matcher.one_of(facet, values)
            for facet, values in self.chosen.items()
            if values and facet != without
        ]
        if self.place:
            conditions.append(matcher.matching(FieldMatch("place", Phrase(self.place))))
        for name, days in (("said", self.said), ("published", self.published)):
            if days and name != without:
                conditions.append(matcher.within(name, days.earliest, days.latest))
        return matcher.all_of(conditions, [*but, *matcher.each_of("state", self._hidden)])

    @property
    def _hidden(self) -> list[str]:
        """The values of the index's `state` of which no quote is found: as few as will do."""
        if self.states == (State.PUBLISHED,):
            return [UNPUBLISHED]
        return [state.value for state in State if state.value not in self.states]

    @property
    def conditions(self) -> tuple[object, ...]:
        """All that decides what is found, whatever the order and the page: to be compared."""
        chosen = tuple(sorted((name, tuple(values)) for name, values in self.chosen.items()))
        return self.asked.root, chosen, self.place, self.said, self.published, self.states


def looking(look: Callable[[Generation, bool], Answer]) -> Answer:
    """What `look` sees in the index, brought up to date first; it is told whether that is all.

    An index that cannot be read is built anew. Raises `IndexNotReadyError`, `TooManyWordsError`
    and `TooSlowError`.
    """
    seen = _seen.get()
    generation, in_step = seen[-1] if seen else sync.generation_to_search()
    try:
        answer = look(generation, in_step)
    except IndexDamagedError as error:
        generation = sync.repair(generation, error)
        answer = look(generation, in_step)
    if seen is not None:
        seen.append((generation, in_step))
    return answer


@contextmanager
def one_look() -> Iterator[None]:
    """Inside, the index is brought up to date only once, for all that one page asks of it."""
    token = _seen.set([])
    try:
        yield
    finally:
        _seen.reset(token)


def answered(*calls: Callable[[], Any]) -> Iterator[Any]:
    """What calls to the engine answer, in their order, made side by side.

    The first answer is given as soon as it is there, while the others are still under way. Raises
    `TooSlowError` once the time for the page at hand is over (`citations.models.base.time_budget`),
    `TooManyWordsError` and `IndexDamagedError`.
    """
    time_budget.check()
    waited_for = [_engine_threads(os.getpid()).submit(call) for call in calls]
    for one in waited_for:
        with time_budget.engine_time(), damage_reported():
            try:
                answer = one.result(timeout=_seconds_left())
            except OutOfTime as error:
                for other in waited_for:
                    other.cancel()
                raise time_budget.TooSlowError from error
        yield answer


@lru_cache(maxsize=1)
def _engine_threads(process: int) -> ThreadPoolExecutor:
    """The engine works outside Python's lock, so that calls run side by side.

    One that is given up goes on until it ends. A forked process has none of its parent's threads.
    """
    return ThreadPoolExecutor(ENGINE_THREADS, thread_name_prefix=f"engine-{process}")


def _seconds_left() -> float | None:
    left = time_budget.remaining()
    return left if isfinite(left) else None

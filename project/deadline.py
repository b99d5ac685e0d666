"""Public pages are cut after REQUEST_SECONDS, with an answer that says so.

Nobody watches from outside: SQLite asks while it works, PostgreSQL is told beforehand, and both
read `citations.models.base.time_budget`. So no late cut can ever hit what another request does.
"""

import math
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from django.conf import settings
from django.db import DatabaseError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from citations.index.generations import IndexDamagedError, IndexNotReadyError, TooManyWordsError
from citations.models.base import time_budget

# Steps of SQLite's machine between two looks at the clock: some milliseconds.
STEPS = 100_000
# Seconds by which PostgreSQL may be late, so that it is not told anew before every query.
SLACK = 0.2


class RefusalPage(NamedTuple):
    """Why there is no answer, what to do, and after how many seconds to come back."""

    title: str
    remedy: str
    status: int
    seconds: int


TOO_SLOW = RefusalPage(
    "This took too long and was stopped",
    "Ask for less at once, with one word or one condition more, or come back in a while.",
    503,
    10,
)
TOO_MANY_WORDS = RefusalPage(
    "Too many words begin so",
    "Write more letters before the *, or leave the * out.",
    400,
    0,
)
NOT_READY = RefusalPage(
    "The search index is not ready",
    "It is being built, or cannot be written. Nothing is lost: come back in a minute; the pages of "
    "quotations, sources and dates are there meanwhile.",
    503,
    30,
)


class Deadline:
    """Gives each public page its time, and answers 503 where it was not enough."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.admin = reverse("admin:index")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD") or request.path.startswith(self.admin):
            return self.get_response(request)
        with time_budget.limit_time(settings.REQUEST_SECONDS):
            return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, IndexNotReadyError | IndexDamagedError):
            return refusal_response(request, NOT_READY)
        if isinstance(error, TooManyWordsError):
            return refusal_response(request, TOO_MANY_WORDS)
        cut = isinstance(error, DatabaseError) and not time_budget.remaining_seconds()
        return (
            refusal_response(request, TOO_SLOW)
            if cut or isinstance(error, time_budget.TooSlowError)
            else None
        )


def refusal_response(request: HttpRequest, refusal: RefusalPage) -> HttpResponse:
    """A page that says why; one line of text where the address is that of a file."""
    if PurePosixPath(request.path).suffix:
        text = f"{refusal.title}. {refusal.remedy}\n"
        response = HttpResponse(
            text, status=refusal.status, content_type="text/plain; charset=utf-8"
        )
    else:
        response = render(request, "refused.html", {"refusal": refusal}, status=refusal.status)
    if refusal.seconds:
        response.headers["Retry-After"] = str(refusal.seconds)
    response.headers["Cache-Control"] = "no-store"
    return response


class StatementTimeout:
    """Keeps one PostgreSQL session's statement_timeout at what the clock leaves.

    The server cuts a query by itself. A quick page costs no trip more: the limit stands from the
    last one, and is told anew only when it is off by more than SLACK.
    """

    def __init__(self) -> None:
        self.told = math.inf

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        time_budget.check_time_left()
        left = time_budget.remaining_seconds()
        if not left <= self.told <= left + SLACK:
            with context["connection"].wrap_database_errors:
                self.tell(context["connection"], left)
        return execute(sql, params, many, context)

    def tell(self, database: BaseDatabaseWrapper, left: float) -> None:
        # What is set inside a transaction is taken back with it, so there it is set for it alone.
        local = "LOCAL " if database.in_atomic_block else ""
        limit = "DEFAULT" if left == math.inf else math.ceil(1000 * (left + SLACK / 2))
        database.connection.execute(f"SET {local}statement_timeout = {limit}")
        if not local:
            self.told = left if left == math.inf else left + SLACK / 2


def check_time_before_query(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
) -> Any:
    """No query is begun when there is no time left."""
    time_budget.check_time_left()
    return execute(sql, params, many, context)


def install_time_limit(connection: BaseDatabaseWrapper, **_: Any) -> None:
    """Have a new database session cut what takes longer than the clock leaves."""
    others = [each for each in connection.execute_wrappers if not is_time_limit(each)]
    if connection.vendor == "sqlite":
        connection.connection.set_progress_handler(lambda: not time_budget.remaining_seconds(), STEPS)
        ours: Any = check_time_before_query
    else:
        ours = StatementTimeout()
    # First, because Django takes out the last when a wrapper for a while is done.
    connection.execute_wrappers[:] = [ours, *others]


def is_time_limit(wrapper: Any) -> bool:
    return wrapper is check_time_before_query or isinstance(wrapper, StatementTimeout)


connection_created.connect(install_time_limit)

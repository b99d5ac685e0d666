"""Middleware that stops public pages after REQUEST_SECONDS, and answers with the reason.

There is no watchdog: SQLite polls a progress handler, PostgreSQL gets a statement_timeout, and both
read `citations.models.base.time_budget`. So a late stop can never hit another request.
"""

import math
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from django.conf import settings
from django.db import DatabaseError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from citations.index.generations import IndexDamagedError, IndexNotReadyError, TooManyWordsError
from citations.models.base import time_budget

# Steps of SQLite's virtual machine between two calls of the handler: some milliseconds.
STEPS = 100_000
# Seconds by which PostgreSQL may be late, so that the timeout need not be set before each query.
SLACK = 0.2


if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class RefusalPage(NamedTuple):
    """Why there is no answer, what to do, and in how many seconds to try again (0: never)."""

    title: "StrOrPromise"
    remedy: "StrOrPromise"
    status: int
    seconds: int


TOO_SLOW = RefusalPage(
    _("This took too long and was stopped"),
    _("Narrow your search with another word or filter, or try again later."),
    503,
    10,
)
TOO_MANY_WORDS = RefusalPage(
    _("This prefix matches too many words"),
    _("Write more letters before the *, or remove the *."),
    400,
    0,
)
NOT_READY = RefusalPage(
    _("The search index is not ready"),
    _(
        "It is being built, or cannot be written. Nothing is lost: try again in a minute. The "
        "pages of quotations, sources and dates work in the meantime."
    ),
    503,
    30,
)


class Deadline:
    """Limits the time of each public page, and answers 503 if it runs out."""

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
    """A page with the reason, or a line of text if the address is that of a file."""
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
    """Keeps the statement_timeout of a PostgreSQL session at the time that is left.

    The server then stops the query itself. Quick pages need no extra statement: the timeout is set
    again only if it is off by more than SLACK.
    """

    def __init__(self) -> None:
        self.limit = math.inf

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        time_budget.check_time_left()
        left = time_budget.remaining_seconds()
        if not left <= self.limit <= left + SLACK:
            with context["connection"].wrap_database_errors:
                self.set_limit(context["connection"], left)
        return execute(sql, params, many, context)

    def set_limit(self, database: BaseDatabaseWrapper, left: float) -> None:
        # A rollback would reset it anyway, so in a transaction it is set for that alone.
        local = "LOCAL " if database.in_atomic_block else ""
        milliseconds = "DEFAULT" if left == math.inf else math.ceil(1000 * (left + SLACK / 2))
        database.connection.execute(f"SET {local}statement_timeout = {milliseconds}")
        if not local:
            self.limit = left if left == math.inf else left + SLACK / 2


def check_time_before_query(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
) -> Any:
    """Start no query when time is up."""
    time_budget.check_time_left()
    return execute(sql, params, many, context)


def install_time_limit(connection: BaseDatabaseWrapper, **_: Any) -> None:
    """Have a new database session stop queries that take longer than the time that is left."""
    others = [each for each in connection.execute_wrappers if not is_time_limit(each)]
    if connection.vendor == "sqlite":
        connection.connection.set_progress_handler(
            lambda: not time_budget.remaining_seconds(), STEPS
        )
        ours: Any = check_time_before_query
    else:
        ours = StatementTimeout()
    # First, because Django removes the last wrapper at the end of a temporary one.
    connection.execute_wrappers[:] = [ours, *others]


def is_time_limit(wrapper: Any) -> bool:
    return wrapper is check_time_before_query or isinstance(wrapper, StatementTimeout)


connection_created.connect(install_time_limit)

"""The Server-Timing header (W3C): how the time of a response was spent."""

from collections.abc import Callable
from time import perf_counter
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import connection
from django.http import HttpRequest, HttpResponse

from citations.models.base import time_budget


class Queries:
    """Counts queries, and the milliseconds until the database answers.

    SQLite finds rows while they are read; its time after the first row is not included.
    """

    def __init__(self) -> None:
        self.number, self.ms = 0, 0.0

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        start = perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.number += 1
            self.ms += 1000 * (perf_counter() - start)


class ServerTiming:
    """Adds the header to every response if the setting SERVER_TIMING is on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.SERVER_TIMING:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        time_budget.reset_engine_time()
        queries, start = Queries(), perf_counter()
        with connection.execute_wrapper(queries):
            response = self.get_response(request)
        total = 1000 * (perf_counter() - start)
        response.headers["Server-Timing"] = (
            f'total;dur={total:.1f}, db;dur={queries.ms:.1f};desc="{queries.number} queries", '
            f"engine;dur={time_budget.engine_ms():.1f}"
        )
        return response

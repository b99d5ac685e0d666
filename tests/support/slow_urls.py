"""Addresses that only tests have: pages that take long, and a quick one."""

import time

from django.db import connection
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import include, path

from citations.index.generations import IndexNotReadyError
from citations.models.base import time_budget

# Some hundred seconds of work for either database.
ENDLESS = {
    "sqlite": (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000)"
        " SELECT count(*) FROM n"
    ),
    "postgresql": "SELECT 1 FROM pg_sleep(100)",
}
# About a second of it, which is longer than those tests allow.
SHORT = {
    "sqlite": ENDLESS["sqlite"].replace("1000000000", "2000000"),
    "postgresql": "SELECT 1 FROM pg_sleep(1)",
}


def queried(sql: dict[str, str]) -> str:
    with connection.cursor() as cursor:
        cursor.execute(sql[connection.vendor])
        return str(cursor.fetchone()[0])


def endless(request: HttpRequest) -> HttpResponse:
    return HttpResponse(queried(ENDLESS))


def many(request: HttpRequest) -> HttpResponse:
    """A query that is quick, again and again."""
    while True:
        queried({"sqlite": "SELECT 1", "postgresql": "SELECT 1"})


def thinking(request: HttpRequest) -> HttpResponse:
    while True:
        time.sleep(0.01)
        time_budget.check_time_left()


def short(request: HttpRequest) -> HttpResponse:
    return HttpResponse(queried(SHORT))


def quick(request: HttpRequest) -> HttpResponse:
    return HttpResponse(queried({"sqlite": "SELECT 1", "postgresql": "SELECT 1"}))


def streamed(request: HttpRequest) -> StreamingHttpResponse:
    queried({"sqlite": "SELECT 1", "postgresql": "SELECT 1"})
    return StreamingHttpResponse(queried(SHORT).encode() for _ in range(1))


def without_an_index(request: HttpRequest) -> HttpResponse:
    raise IndexNotReadyError("There is none.")


urlpatterns = [
    path("endless/", endless),
    path("endless.csv", endless),
    path("many/", many),
    path("thinking/", thinking),
    path("admin/short/", short),
    path("quick/", quick),
    path("streamed/", streamed),
    path("without-an-index/", without_an_index),
    path("", include("project.urls")),
]

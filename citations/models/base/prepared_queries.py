"""Queries whose SQL is built once and not for every request: building takes longer than running.

Only the SQL is kept, never a row: each call reads the database as it is.
"""

import threading
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import QuerySet

Rows = list[tuple[Any, ...]]
BuildQuery = Callable[[Sequence[int]], "QuerySet[Any, Any]"]

# Keys are padded to a power of two by repeating the last one, so that a query has few forms. Of
# more keys than this a query is built each time, which is little beside reading the rows.
MOST_KEYS = 512
# Stand for keys while the SQL is built: no other parameter of a query is that low.
LOWEST_PLACEHOLDER = -(2**62)


class _Statement(NamedTuple):
    """SQL with its parameters. The keys replace those from `start` on, adapted to the database."""

    sql: str
    parameters: tuple[Any, ...]
    start: int
    adapt: Callable[[int], Any]
    converters: list[tuple[int, list[Callable[..., Any]], Any]]


class _KeptByThread(threading.local):
    """The statements, by thread: what converts values belongs to the thread's connection."""

    def __init__(self) -> None:
        self.statements: dict[tuple[str, int], _Statement] = {}


class PreparedQuery:
    """The rows of a `values_list` that `build` makes of a list of keys, with `IN` of these keys.

    `build` is called once for each thread, kind of database and padded number of keys.
    """

    def __init__(self, build: BuildQuery) -> None:
        self._build = build
        self._kept = _KeptByThread()

    def read_rows(self) -> Rows:
        """The rows of a query without keys."""
        return self._run([])

    def read_rows_of(self, keys: Sequence[int]) -> Rows:
        """The rows of these keys; for none, no query is made."""
        if not keys:
            return []
        if len(keys) > MOST_KEYS:
            return list(self._build(keys))
        missing = (1 << (len(keys) - 1).bit_length()) - len(keys)
        return self._run([*keys, *[keys[-1]] * missing])

    def _run(self, keys: list[int]) -> Rows:
        statement = self._statement(len(keys))
        parameters = list(statement.parameters)
        parameters[statement.start : statement.start + len(keys)] = map(statement.adapt, keys)
        with connection.cursor() as cursor:
            cursor.execute(statement.sql, parameters)
            rows: Rows = cursor.fetchall()
        return _convert_rows(rows, statement) if statement.converters else rows

    def _statement(self, number: int) -> _Statement:
        form = connection.vendor, number
        if form not in self._kept.statements:
            self._kept.statements[form] = _build_statement(self._build, number)
        return self._kept.statements[form]


def _build_statement(build: BuildQuery, number: int) -> _Statement:
    placeholders = [LOWEST_PLACEHOLDER + at for at in range(number)]
    compiler = build(placeholders).query.get_compiler(connection=connection)
    sql, parameters = compiler.as_sql()
    start, adapt = 0, int
    if number:
        start = parameters.index(LOWEST_PLACEHOLDER)
        # PostgreSQL's integers have types of their own.
        adapt = type(parameters[start])
        if list(parameters[start : start + number]) != placeholders:
            raise ValueError("The keys of a prepared query are not one list.")
    columns = [column[0] for column in compiler.select]
    converters = [
        (at, functions, column)
        for at, (functions, column) in compiler.get_converters(columns).items()
    ]
    return _Statement(sql, tuple(parameters), start, adapt, converters)


def _convert_rows(rows: Rows, statement: _Statement) -> Rows:
    """The values as the fields of the models have them, as Django's own compiler does it."""
    converted = []
    for row in rows:
        values = list(row)
        for at, functions, column in statement.converters:
            for convert in functions:
                values[at] = convert(values[at], column, connection)
        converted.append(tuple(values))
    return converted

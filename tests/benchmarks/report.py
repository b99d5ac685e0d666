"""Results: a line of JSON for each figure, and the table that README shows.

    .venv/bin/python -m tests.benchmarks.report RESULTS...

Milliseconds, rounded to hundredths. `p50` and `p95` are the server's own time, `http_p50` is the
client's; `db_p50` and `searching_p50` are the parts of it that the database and the engine took.
`engine_p50` is the bare engine's time for the same searches, asked in turn with them.
"""

import json
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any

Line = dict[str, Any]

DATABASES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
TIMING = re.compile(r'(\w+);dur=([\d.]+)(?:;desc="(\d+) quer)?')
FIGURES = {
    "seconds": "seconds",
    "quotes_per_second": "quotes a second",
    "peak_mb": "MB of memory at most",
    "mb": "MB on disk",
    "before_mb": "MB in a server's process before",
    "after_mb": "MB at most during it",
}


@dataclass(frozen=True)
class Sample:
    """What one request took, in milliseconds; None where nobody said."""

    http: float
    total: float
    database: float | None = None
    searching: float | None = None
    queries: int | None = None
    engine: float | None = None


def sample(timing: str, http: float, engine: float | None) -> Sample:
    """A request's Server-Timing header, read; without one the client's time stands for it."""
    told = {name: float(duration) for name, duration, _ in TIMING.findall(timing)}
    queries = [int(number) for _, _, number in TIMING.findall(timing) if number]
    return Sample(
        http=http,
        total=told.get("total", http),
        database=told.get("db"),
        searching=told.get("engine"),
        queries=queries[0] if queries else None,
        engine=engine,
    )


def percentile(values: Sequence[float], share: float) -> float:
    """The least value that so large a share of them does not exceed."""
    return round(sorted(values)[max(0, ceil(share * len(values)) - 1)], 2)


def figures(name: str, samples: Sequence[Sample]) -> Line:
    def middle(of: Callable[[Sample], float | None]) -> float | None:
        known = [value for one in samples if (value := of(one)) is not None]
        return percentile(known, 0.5) if known else None

    return {
        "name": name,
        "p50": percentile([one.total for one in samples], 0.5),
        "p95": percentile([one.total for one in samples], 0.95),
        "engine_p50": middle(lambda one: one.engine),
        "db_p50": middle(lambda one: one.database),
        "searching_p50": middle(lambda one: one.searching),
        "http_p50": middle(lambda one: one.http),
        "queries": max((one.queries for one in samples if one.queries is not None), default=None),
    }


def read(paths: Iterable[Path]) -> list[Line]:
    return [json.loads(line) for path in paths for line in path.read_text().splitlines()]


def table(lines: Sequence[Line]) -> str:
    """The results as Markdown, the databases side by side; what is no page in a second table."""
    pages = [line for line in lines if "p50" in line]
    present = [database for database in DATABASES if any(p["database"] == database for p in pages)]
    head = ["page"]
    for database in present:
        head += [f"{DATABASES[database]} p50", "p95", "database"]
    head += ["queries", "engine alone", "ratio"]
    rows = [_row(name, pages, present) for name in dict.fromkeys(p["name"] for p in pages)]
    return f"{_markdown(head, rows)}\n\n{_built(lines)}"


def _row(name: str, pages: Sequence[Line], present: Sequence[str]) -> list[str]:
    of = {page["database"]: page for page in pages if page["name"] == name}
    row = [name]
    for database in present:
        page = of.get(database, {})
        row += [_figure(page.get(figure)) for figure in ("p50", "p95", "db_p50")]
    page = of.get(present[0], {})
    engine, ratio = page.get("engine_p50"), None
    if engine:
        ratio = page["p50"] / engine
    queries = [each["queries"] for each in of.values() if each.get("queries") is not None]
    return [*row, str(max(queries, default="")), _figure(engine), _figure(ratio)]


def _built(lines: Sequence[Line]) -> str:
    of: dict[str, dict[str, float]] = {}
    for line in lines:
        for figure in filter(line.__contains__, FIGURES):
            of.setdefault(f"{line['name']}: {FIGURES[figure]}", {})[line["database"]] = line[figure]
    present = [database for database in DATABASES if any(database in row for row in of.values())]
    rows = [[name, *(_figure(row.get(each)) for each in present)] for name, row in of.items()]
    return _markdown(["to make and to send", *(DATABASES[each] for each in present)], rows)


def _figure(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def _markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    rule = ["---", *("---:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))


if __name__ == "__main__":
    print(table(read(map(Path, sys.argv[1:]))))  # noqa: T201  its purpose

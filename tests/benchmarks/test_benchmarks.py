"""What measures must measure what it says: its arithmetic, its requests, and the bare engine."""

from dataclasses import replace
from itertools import islice
from pathlib import Path
from unittest.mock import Mock
from urllib.parse import urlsplit

import pytest
from django.conf import settings as site
from django.core.management import call_command
from django.http import QueryDict

from citations.forms.quote_filters import QuoteFilterSet
from citations.models import State
from citations.search.find import find_quotes
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.drawn import Drawn
from tests.benchmarks.engine import Bare, Engine
from tests.benchmarks.report import Sample, figures, percentile, sample, table
from tests.benchmarks.run import as_line, timed
from tests.benchmarks.scenarios import SCENARIOS, Request, Scenario
from tests.benchmarks.server import Answer, BenchError, Server
from tests.benchmarks.test_corpus import written

SIZE = 400
named = pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.name)
EVERY_STATE = tuple(State.values)


@pytest.fixture(scope="module")
def drawn() -> Drawn:
    return Drawn(Corpus(SIZE, 1))


@pytest.mark.parametrize(
    ("share", "value"), [(0.5, 50.0), (0.95, 95.0), (1.0, 100.0), (0.001, 1.0)], ids=str
)
def test_a_percentile_is_the_least_value_that_covers_the_share(share: float, value: float) -> None:
    assert percentile([float(n) for n in range(100, 0, -1)], share) == value


@pytest.mark.parametrize(
    ("header", "read"),
    [
        (
            'total;dur=12.3, db;dur=2.1;desc="5 queries", engine;dur=6.2',
            Sample(15.0, 12.3, 2.1, 6.2, 5, 1.5),
        ),
        ('total;dur=3, db;dur=0.5;desc="1 query"', Sample(15.0, 3.0, 0.5, None, 1, 1.5)),
        ("", Sample(15.0, 15.0, engine=1.5)),  # a server that does not say
    ],
    ids=["all of it", "no engine", "nothing"],
)
def test_it_reads_what_the_server_says_of_its_time(header: str, read: Sample) -> None:
    assert sample(header, 15.0, 1.5) == read


def test_the_figures_are_of_the_middle_and_the_queries_of_the_worst() -> None:
    samples = [
        Sample(9.0, total, 1.0, 2.0, queries, 0.5) for total, queries in ((4.0, 3), (8.0, 9))
    ]
    line = figures("page", samples)
    assert (line["p50"], line["p95"], line["engine_p50"]) == (4.0, 8.0, 0.5)
    assert (line["db_p50"], line["searching_p50"], line["queries"]) == (1.0, 2.0, 9)


def test_the_table_has_the_databases_side_by_side() -> None:
    page = {"name": "rare word", "p50": 8.0, "p95": 9.0, "db_p50": 2.0, "queries": 7}
    lines = [
        {"name": "machine", "cores": 2, "database": "sqlite"},
        {"name": "load and index", "seconds": 200.0, "database": "sqlite"},
        page | {"database": "sqlite", "engine_p50": 0.5},
        page | {"database": "postgresql", "p50": 10.0, "engine_p50": 0.5},
    ]
    pages, built = table(lines).split("\n\n")
    assert [row.strip("| ").split(" | ") for row in pages.splitlines()] == [
        [
            *("page", "SQLite p50", "p95", "database", "PostgreSQL p50", "p95", "database"),
            *("queries", "engine alone", "ratio"),
        ],
        ["---", *9 * ["---:"]],
        ["rare word", "8.0", "9.0", "2.0", "10.0", "9.0", "2.0", "7", "0.5", "16.0"],
    ]
    assert built.splitlines()[-1] == "| load and index: seconds | 200 |"
    assert as_line(page).endswith("}\n")


@pytest.mark.parametrize(
    ("finds", "found", "status", "message"),
    [
        (True, 3, 404, "is answered 404"),
        (True, 3, 503, "is answered 503"),
        (True, 0, 200, "finds 0 quotes"),  # a search for something must find something
        (False, 3, 200, "finds 3 quotes"),
    ],
    ids=["not found", "too slow", "found nothing", "found something"],
)
def test_a_wrong_answer_is_no_measurement(
    finds: bool, found: int, status: int, message: str
) -> None:
    server, engine = Mock(spec=Server), Mock(spec=Engine)
    server.ask.return_value = Answer(status, "", 0, 1.0)
    engine.ask.return_value = (0.5, found)
    scenario = Scenario("page", lambda _: iter(()), finds=finds)
    with pytest.raises(BenchError, match=message):
        timed(scenario, Request("/quotes/?q=a", Bare()), server, engine)


@named
def test_it_asks_as_often_as_it_says_and_always_the_same(scenario: Scenario, drawn: Drawn) -> None:
    warming, counting = scenario.asked(drawn, 3)
    assert len(counting) == min(3, scenario.times)
    assert len(warming) > 0
    assert (warming, counting) == scenario.asked(Drawn(Corpus(SIZE, 1)), 3)


def test_it_finds_what_the_bare_engine_finds(drawn: Drawn, db: None, tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_bytes(written("--size", str(SIZE)))
    call_command("load", str(path), verbosity=0)
    engine = Engine(site.INDEX_DIR / "current")
    for scenario in SCENARIOS:
        for request in islice(scenario.requests(drawn), 5):
            if request.bare:
                asked = QuoteFilterSet(QueryDict(urlsplit(request.path).query))
                assert not asked.form.errors, request.path
                found = find_quotes(replace(asked.search, states=EVERY_STATE)).total
                assert engine.ask(request.bare)[1] == found, request.path

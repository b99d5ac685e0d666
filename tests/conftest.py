"""What every test stands on: settings fit for tests, the seed, and a word on what was left out."""

import copy
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings as site
from django.core.cache import caches
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model
from hypothesis import settings as hypothesis
from pytest_django import DjangoDbBlocker, Settings

from citations.models import Article, Publication

ROOT = Path(__file__).resolve().parent.parent
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
FIXTURES = ROOT / "fixtures"
SEED = ("speakers", "publications", "articles", "occasions", "topics", "quotes")

Rows = dict[type[Model], list[Model]]

# The switch of .ci/run: a test that is left out is then a failure.
ALL = "CITATIONS_TEST_ALL" in os.environ

# What a mark needs: whether it is there, and what to do where it is not.
NEEDS = {
    "browser": (
        CHROMIUM is not None and AXE.is_file(),
        "no Chromium (on PATH or as CHROMIUM) or axe-core; `apt-get install chromium libatomic1`",
    ),
    "postgres": (
        connection.vendor == "postgresql",
        "not on PostgreSQL; `make test TEST_POSTGRES_URL=postgres://user:password@host/database`",
    ),
    "sqlite": (connection.vendor == "sqlite", "not on SQLite; `make test`"),
}

# The same examples every time in CI; new ones every time on a desk.
hypothesis.register_profile("ci", deadline=None, max_examples=200, derandomize=True)
hypothesis.register_profile("desk", deadline=None, max_examples=50)
hypothesis.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "desk"))


def pytest_configure() -> None:
    """Static files come from where they are written; passwords need not be slow to guess."""
    site.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )
    site.STATIC_ROOT = None
    if connection.vendor == "sqlite":  # a test's database need not survive power loss
        options = site.DATABASES["default"]["OPTIONS"]
        options["init_command"] = options["init_command"].replace("=FULL", "=OFF")
    site.REQUEST_SECONDS = 60.0  # a busy machine is no reason to fail
    # Tests that run side by side share no counts.
    site.CACHES["shared"] = {**site.CACHES["default"], "LOCATION": "shared"}
    site.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if connection.vendor == "postgresql" and "TEST_POSTGRES_URL" in os.environ:
        # The second of two runs: what no database changes was seen to hold in the first.
        items[:], again = partition(items, depends_on_the_database)
        config.hook.pytest_deselected(items=again)
    for item in items:
        for name, (present, remedy) in NEEDS.items():
            if not present and item.get_closest_marker(name):
                item.add_marker(pytest.mark.skip(reason=f"left out: {name}: {remedy}"))


def depends_on_the_database(item: pytest.Item) -> bool:
    fixtures = {"db", "transactional_db"} & set(getattr(item, "fixturenames", ()))
    is_asked = bool(fixtures) or item.get_closest_marker("django_db") is not None
    return is_asked and not item.get_closest_marker("looks")


def partition(
    items: list[pytest.Item], holds: Callable[[pytest.Item], bool]
) -> tuple[list[pytest.Item], list[pytest.Item]]:
    """Those for which it holds, and the others."""
    return [item for item in items if holds(item)], [item for item in items if not holds(item)]


def left_out(reporter: pytest.TerminalReporter) -> Counter[str]:
    """How many tests were left out, by the reason."""
    reasons = (report.longrepr[-1] for report in reporter.stats.get("skipped", []))
    return Counter(reason.removeprefix("Skipped: left out: ") for reason in reasons)


def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if ALL and reporter and left_out(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    counts = left_out(terminalreporter)
    if not counts:
        return
    terminalreporter.section("left out" + (", which CITATIONS_TEST_ALL forbids" if ALL else ""))
    for reason, count in counts.items():
        terminalreporter.line(f"{count} test{'s' if count > 1 else ''}: {reason}")


@pytest.fixture(autouse=True)
def own_index(settings: Settings, tmp_path: Path) -> None:
    """An index of its own for every test, and nothing remembered of another."""
    for each in caches.all(initialized_only=True):
        each.clear()
    settings.INDEX_DIR = tmp_path / "index"


@pytest.fixture(scope="session")
def seed_rows(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Rows:
    """The rows that loading the seed makes, but for the change log, which the triggers write."""
    models = apps.get_app_config("citations").get_models(include_auto_created=True)
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("loaddata", *SEED, verbosity=0)
        rows = {m: list(m._base_manager.all()) for m in models if m._meta.model_name != "change"}
        transaction.set_rollback(True)
    return rows


@pytest.fixture
def seed(db: None, seed_rows: Rows) -> None:
    """The seed quotations, with everything they stand on, as rows: far quicker than loading."""
    with transaction.atomic(), connection.cursor() as cursor:
        for row in chain.from_iterable(seed_rows.values()):
            copy.copy(row).save_base(raw=True, force_insert=True)
        for sql in connection.ops.sequence_reset_sql(no_style(), list(seed_rows)):
            cursor.execute(sql)


@pytest.fixture
def printed(seed: None) -> None:
    """The seed, its articles printed by a newspaper and signed by persons and an organisation."""
    paper = Publication.objects.create(
        slug="paper", name="The Paper", kind="newspaper", country="US", issn="0362-4331"
    )
    Article.objects.update(
        kind="article-newspaper",
        publication=paper,
        byline=["Motoko Rich", "Ministry of Foreign Affairs", "Maria van der Berg"],
        published="2022-03",
        url="https://news.example/a?b=1&c=2",
    )


@pytest.fixture
def indexed(seed: None) -> None:
    """The seed, and the index of it."""
    from citations.index import sync  # once the settings are fit for tests

    sync.rebuild()


def untraced() -> dict[str, str]:
    """The environment of a process with a database of its own, and not traced for coverage.

    Traced, the load of a large file takes twice as long.
    """
    unset = {"DATABASE_URL", "COVERAGE_PROCESS_CONFIG"}
    return {name: value for name, value in os.environ.items() if name not in unset}


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of a site that has its tables, to be copied: to make them takes seconds."""
    folder = tmp_path_factory.mktemp("migrated")
    command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env={**untraced(), "DATA_DIR": str(folder)}, check=True)
    return folder

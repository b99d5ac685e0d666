"""A pytest plugin for tests of the site: sets up Django, and offers the seed as fixtures."""

import tests.support.django_setup  # noqa: F401  for what follows

# isort: split

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from shutil import copytree, disk_usage, rmtree
from tempfile import TemporaryDirectory

import pytest
from django.apps import apps
from django.conf import settings as site
from django.core.cache import caches
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model
from django.utils import translation
from pytest_django import DjangoDbBlocker, Settings

from citations.models import Article, Change, Publication
from tests.support.checkout import AXE, CHROMIUM, ROOT, SEED, untraced_environment
from tests.support.left_out import leave_out_tests

# A statement for each table of the seed, and the values of its rows.
Inserts = list[tuple[str, list[tuple[object, ...]]]]

# A file system in memory, where there is one, and the bytes of it that the tests may need.
MEMORY = Path("/dev/shm")
MEMORY_NEEDED = 500_000_000

# For each mark: whether this run has what it needs, and what to do if not.
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


def pytest_configure() -> None:
    """Serve static files from where they are written, and make passwords quick to hash."""
    site.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )
    site.STATIC_ROOT = None
    if connection.vendor == "sqlite":  # a test's database need not survive power loss
        options = site.DATABASES["default"]["OPTIONS"]
        options["init_command"] = options["init_command"].replace("=FULL", "=OFF")
        # A file of its own, so that two runs at a time do not share a database.
        name = f"test-{os.getpid()}.sqlite3"
        connection.settings_dict["TEST"]["NAME"] = site.DATA_DIR / name
    site.REQUEST_SECONDS = 60.0  # a busy machine is no reason to fail
    # Tests that run at the same time must not share rate limits.
    site.CACHES["shared"] = {**site.CACHES["default"], "LOCATION": "shared"}
    site.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if connection.vendor == "postgresql" and "TEST_POSTGRES_URL" in os.environ:
        # The second of two runs: the first has covered what does not depend on the database.
        items[:], again = _partition(items, _depends_on_the_database)
        config.hook.pytest_deselected(items=again)
    leave_out_tests(items, NEEDS)


def _depends_on_the_database(item: pytest.Item) -> bool:
    fixtures = {"db", "transactional_db"} & set(getattr(item, "fixturenames", ()))
    uses_database = bool(fixtures) or item.get_closest_marker("django_db") is not None
    return uses_database and not item.get_closest_marker("looks")


def _partition(
    items: list[pytest.Item], holds: Callable[[pytest.Item], bool]
) -> tuple[list[pytest.Item], list[pytest.Item]]:
    """The items for which it holds, and the others."""
    return [item for item in items if holds(item)], [item for item in items if not holds(item)]


@pytest.fixture(scope="session")
def index_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Iterator[Path]]:
    """Folders for the indexes of tests, none made yet.

    In memory if there is room: on a disk, most of the time of a small index is waiting for it.
    """
    if MEMORY.is_dir() and disk_usage(MEMORY).free > MEMORY_NEEDED:
        for left in MEMORY.glob("citations-tests-*"):  # by a run that was killed
            if not Path("/proc", left.name.split("-")[2]).exists():
                rmtree(left, ignore_errors=True)
        with TemporaryDirectory(dir=MEMORY, prefix=f"citations-tests-{os.getpid()}-") as folder:
            yield (Path(folder, str(number)) for number in count())
    else:
        folder = str(tmp_path_factory.mktemp("indexes"))
        yield (Path(folder, str(number)) for number in count())


@pytest.fixture(autouse=True)
def own_index(settings: Settings, index_folders: Iterator[Path]) -> Iterator[None]:
    """Give every test an index of its own and empty caches."""
    for each in caches.all(initialized_only=True):
        each.clear()
    folder = settings.INDEX_DIR = next(index_folders)
    yield
    rmtree(folder, ignore_errors=True)


@pytest.fixture
def translations(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site that is not in English: Django asks for the setting only once, so it asks again."""
    settings.USE_I18N = True
    monkeypatch.setattr(translation, "_trans", type(translation._trans)())


@pytest.fixture(scope="session")
def seed_inserts(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Inserts:
    """What inserts all that loading the seed makes; the triggers write the change log."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("loaddata", *SEED, verbosity=0)
        inserts = [_insert_all(model) for model in _models()]
        transaction.set_rollback(True)
    return [(sql, rows) for sql, rows in inserts if rows]


def _models() -> list[type[Model]]:
    models = apps.get_app_config("citations").get_models(include_auto_created=True)
    return [model for model in models if model._meta.model_name != "change"]


def _insert_all(model: type[Model]) -> tuple[str, list[tuple[object, ...]]]:
    """The statement that inserts a row of this model, and the values of all its rows."""
    fields = [each for each in model._meta.local_concrete_fields if not each.generated]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(each.column) for each in fields)
    values = ", ".join(["%s"] * len(fields))
    rows = [
        tuple(each.get_db_prep_save(getattr(row, each.attname), connection) for each in fields)
        for row in model._base_manager.all()
    ]
    return f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({values})", rows


@dataclass
class SeedIndex:
    """A copy of the seed's index, once a test has built it, and the changes that the seed makes."""

    folder: Path
    changes: int = -1


@pytest.fixture(scope="session")
def seed_index(index_folders: Iterator[Path]) -> Iterator[SeedIndex]:
    kept = SeedIndex(next(index_folders))
    yield kept
    rmtree(kept.folder, ignore_errors=True)


@pytest.fixture
def seed(db: None, seed_inserts: Inserts, seed_index: SeedIndex) -> None:
    """The seed quotes and all their records, inserted as rows: far quicker than loading."""
    with transaction.atomic(), connection.cursor() as cursor:
        for sql, rows in seed_inserts:
            cursor.executemany(sql, rows)
        for sql in connection.ops.sequence_reset_sql(no_style(), _models()):
            cursor.execute(sql)
    seed_index.changes = Change.objects.count()


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
def indexed(seed: None, seed_index: SeedIndex, settings: Settings) -> None:
    """The seed, and its index: on SQLite built once, and copied where nothing else has changed."""
    from citations.index import generations, sync  # once the settings are fit for tests

    is_seed_only = Change.objects.count() == seed_index.changes
    is_kept = seed_index.folder.is_dir()
    if is_kept and is_seed_only:
        copytree(seed_index.folder, settings.INDEX_DIR, symlinks=True)
        position = generations.SyncPosition(Change.objects.last_position())
        generations.current_generation().save_sync_position(position)
        return
    sync.rebuild_index()
    if is_seed_only and connection.vendor == "sqlite":
        copytree(settings.INDEX_DIR, seed_index.folder, symlinks=True)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of a site that has its tables, to be copied: making them takes seconds."""
    folder = tmp_path_factory.mktemp("migrated")
    command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    environment = {**untraced_environment(), "DATA_DIR": str(folder)}
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return folder

"""The index on disk: generations in a folder, the current one named by a link.

    <INDEX_DIR>/current -> v1-3f2a...    the generation that is searched
    <INDEX_DIR>/v1-3f2a.../              tantivy's files, and the position in the change log

A rebuild fills a new generation next to the current one and then switches the link in one step,
so that no search ever sees half an index. A generation is derived data: whatever is wrong with
it, it is rebuilt.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from functools import lru_cache
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from tantivy import Document, Index, IndexWriter, Query, Searcher

from citations.index.analysis import PLAIN_ANALYZER, STEMMING_ANALYZER
from citations.index.index_schema import SCHEMA, VERSION
from citations.models.base.changes import ChangelogPosition, ChangelogRow

SYNC_POSITION_FILE = "followed.json"
WRITER_MEMORY = 64_000_000
BUILDER_MEMORY = 256_000_000
# A new index is committed in eight pieces of equal size, or of the least size where the number of
# documents is unknown: the engine's LogMergePolicy merges eight into one and leaves seven alone,
# and fewer segments are searched faster.
COMMITS_PER_BUILD = 8
MIN_COMMIT_SIZE = 125_000
# The engine's message when a prefix inside a phrase expands to more than 16,384 terms.
TOO_MANY_TERMS = "exceeded max expansions"


class IndexDamagedError(Exception):
    """The index is missing, of another version, or cannot be read."""


class TooManyWordsError(Exception):
    """A prefix inside a phrase expands to more than 16,384 terms."""


class IndexNotReadyError(Exception):
    """There is no index to search, and building one would take longer than a reader waits."""


class IndexBusyError(Exception):
    """The index cannot be written now: only one process writes, the others wait."""


@dataclass(frozen=True)
class SyncPosition:
    """How far an index follows the change log: up to `last_change`, plus some changes `ahead`.

    A change ahead is applied already, but an earlier one may still appear (`Change.is_final`),
    so `last_change` has to wait.
    """

    last_change: ChangelogPosition
    ahead: frozenset[int] = frozenset()

    def unapplied(self, rows: Iterable[ChangelogRow]) -> list[ChangelogRow]:
        return [row for row in rows if row.pk not in self.ahead]

    def after_applying(self, rows: Sequence[ChangelogRow]) -> "SyncPosition":
        """The position once these rows, the next ones of the log, are applied as well."""
        final = next((row for row in reversed(rows) if row.is_final), None)
        ahead = frozenset(row.pk for row in rows if not row.is_final)
        return SyncPosition(final.position if final else self.last_change, ahead)


@contextmanager
def report_damage() -> Iterator[None]:
    """Turn whatever the engine raises on unreadable files into `IndexDamagedError`.

    An error about the query is no damage: raises `TooManyWordsError`.
    """
    try:
        yield
    except (OSError, ValueError, KeyError, TypeError) as error:
        if TOO_MANY_TERMS in str(error):
            raise TooManyWordsError from error
        raise IndexDamagedError(str(error)) from error
    except BaseException as error:
        # The engine's panics are no Exceptions, and their class has no importable name.
        if type(error).__name__ != "PanicException":
            raise
        raise IndexDamagedError(str(error)) from error


class Generation:
    def __init__(self, folder: Path, *, new: bool = False) -> None:
        self.folder = folder
        with report_damage():
            path = str(folder)
            self.engine = Index(SCHEMA, path, reuse=False) if new else Index.open(path)
            self.engine.register_tokenizer("plain", PLAIN_ANALYZER)
            self.engine.register_tokenizer("stemmed", STEMMING_ANALYZER)
        self.schema = self.engine.schema

    def sync_position(self) -> SyncPosition:
        with report_damage():
            stored = json.loads((self.folder / SYNC_POSITION_FILE).read_text())
            return SyncPosition(ChangelogPosition(*stored["mark"]), frozenset(stored["ahead"]))

    def searcher(self) -> Searcher:
        """A searcher over the last commit, whichever process made it."""
        with report_damage():
            self.engine.reload()
            return self.engine.searcher()

    @contextmanager
    def open_writer(self, memory: int = WRITER_MEMORY) -> Iterator[IndexWriter]:
        """A writer, one at a time on the machine; raises `IndexBusyError`."""
        try:
            writer = self.engine.writer(memory, 1)
        except (OSError, ValueError) as error:
            raise IndexBusyError(str(error)) from error
        yield writer
        with report_damage():
            writer.wait_merging_threads()

    def replace(self, writer: IndexWriter, quotes: list[int], fresh: Iterable[Document]) -> None:
        with report_damage():
            writer.delete_documents_by_query(Query.term_set_query(self.schema, "id", quotes))
            for document in fresh:
                writer.add_document(document)

    def commit(self, writer: IndexWriter, position: SyncPosition) -> None:
        """Commit, and only then save the position: killed in between, changes are applied again."""
        with report_damage():
            writer.commit()
            self.save_sync_position(position)

    def save_sync_position(self, position: SyncPosition) -> None:
        """Save how far the generation follows the change log. Only the current writer may."""
        stored = {"mark": astuple(position.last_change), "ahead": sorted(position.ahead)}
        new_file = self.folder / f"{SYNC_POSITION_FILE}.new"
        new_file.write_text(json.dumps(stored))
        new_file.replace(self.folder / SYNC_POSITION_FILE)


@lru_cache(maxsize=2)
def _open_generation(folder: Path, process: int) -> Generation:
    return Generation(folder)


def current_generation() -> Generation:
    """The generation to search; raises `IndexDamagedError` if there is none of this version."""
    link = Path(settings.INDEX_DIR) / "current"
    with report_damage():
        if not link.is_symlink():
            raise IndexDamagedError("There was no search index.")
        name = str(link.readlink())
    if not name.startswith(f"v{VERSION}-"):
        raise IndexDamagedError(f"The index had a different version: {name}.")
    return _open_generation(link.parent / name, os.getpid())


def discard_generation(generation: Generation) -> None:
    """Make sure that nobody searches an unreadable generation; the next sync rebuilds it."""
    link = generation.folder.parent / "current"
    if link.is_symlink() and link.readlink().name == generation.folder.name:
        link.unlink(missing_ok=True)


def close_generations() -> None:
    _open_generation.cache_clear()


@dataclass
class IndexBuild:
    generation: Generation
    writer: IndexWriter
    commit_size: int
    added: int = 0

    def add(self, documents: Iterable[Document]) -> None:
        for document in documents:
            with report_damage():
                self.writer.add_document(document)
                self.added += 1
                if self.added % self.commit_size == 0:
                    self.writer.commit()


@contextmanager
def build_generation(number: int) -> Iterator[IndexBuild]:
    """A new generation for at least so many documents, to be filled and committed inside.

    Afterwards it becomes the current one. Use it inside `rebuild_lock`. First removes what killed
    rebuilds have left behind, since that may be what fills the disk.
    """
    root = Path(settings.INDEX_DIR)
    link = root / "current"
    _remove_all_but(root, link.readlink().name if link.is_symlink() else "")
    folder = root / f"v{VERSION}-{uuid4().hex}"
    folder.mkdir(parents=True)
    try:
        generation = Generation(folder, new=True)
        with generation.open_writer(BUILDER_MEMORY) as writer:
            size = max(number // COMMITS_PER_BUILD + 1, MIN_COMMIT_SIZE)
            yield IndexBuild(generation, writer, size)
        _make_current(folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _make_current(folder: Path) -> None:
    link = folder.parent / f"{folder.name}.link"
    link.symlink_to(folder.name)
    link.replace(folder.parent / "current")
    _remove_all_but(folder.parent, folder.name)


def _remove_all_but(root: Path, name: str) -> None:
    for other in root.glob("v*-*"):
        if other.is_symlink():  # left behind by a rebuild that was killed
            other.unlink(missing_ok=True)
        elif other.name != name:
            shutil.rmtree(other, ignore_errors=True)


@contextmanager
def rebuild_lock() -> Iterator[None]:
    """Only one process at a time rebuilds the index; the others wait here."""
    root = Path(settings.INDEX_DIR)
    root.mkdir(parents=True, exist_ok=True)
    with (root / "rebuilding.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield

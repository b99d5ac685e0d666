"""The index on disk: generations in a folder, the current one named by a link.

    <INDEX_DIR>/current -> v1-3f2a...    the generation that is searched
    <INDEX_DIR>/v1-3f2a.../              tantivy's files, and how far they follow the log

A rebuild fills a new generation beside the current one and turns the link in one step, so that
no search ever meets half an index. A generation is derived data: whatever is wrong with it, it
is built anew.
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

from citations.index.analysis import PLAIN, STEMMER
from citations.index.schema import SCHEMA, VERSION
from citations.models.base.changes import Mark, Noted

FOLLOWED = "followed.json"
WRITER_MEMORY = 64_000_000
BUILDER_MEMORY = 256_000_000
# A new index is committed in eight pieces of a size, or of this size where it is not known how many
# documents come: the engine's LogMergePolicy makes one of eight, and leaves seven be. The fewer
# there are, the sooner they are searched.
PIECES = 8
PIECE = 125_000
# What the engine says where a word begins so in more than 16,384 ways.
TOO_MANY = "exceeded max expansions"


class IndexDamagedError(Exception):
    """The index is missing, of another version, or cannot be read."""


class TooManyWordsError(Exception):
    """More words begin so than the engine looks for in a row with others."""


class IndexNotReadyError(Exception):
    """There is no index to search, and one is longer in the making than a reader waits."""


class IndexBusyError(Exception):
    """The index cannot be written now: by rule one process writes, the others wait."""


@dataclass(frozen=True)
class Followed:
    """How far an index follows the log: every row up to `mark`, and some `ahead` of it.

    A row ahead is applied already, but an earlier one may still appear (`Change.is_final`), so
    the mark has to wait.
    """

    mark: Mark
    ahead: frozenset[int] = frozenset()

    def lacking(self, rows: Iterable[Noted]) -> list[Noted]:
        """Those of the rows beyond the mark that are not applied yet."""
        return [row for row in rows if row.pk not in self.ahead]

    def with_applied(self, rows: Sequence[Noted]) -> "Followed":
        """Once these rows, the next ones of the log, are applied as well."""
        final = next((row for row in reversed(rows) if row.is_final), None)
        ahead = frozenset(row.pk for row in rows if not row.is_final)
        return Followed(final.mark if final else self.mark, ahead)


@contextmanager
def damage_reported() -> Iterator[None]:
    """Turn whatever the engine raises on unreadable files into `IndexDamagedError`.

    What it says of a query is none of it: raises `TooManyWordsError`.
    """
    try:
        yield
    except (OSError, ValueError, KeyError, TypeError) as error:
        if TOO_MANY in str(error):
            raise TooManyWordsError from error
        raise IndexDamagedError(str(error)) from error
    except BaseException as error:
        # The engine's panics are no Exceptions, and their class has no importable name.
        if type(error).__name__ != "PanicException":
            raise
        raise IndexDamagedError(str(error)) from error


class Generation:
    """One index: a folder that the engine reads and writes."""

    def __init__(self, folder: Path, *, new: bool = False) -> None:
        self.folder = folder
        with damage_reported():
            path = str(folder)
            self.engine = Index(SCHEMA, path, reuse=False) if new else Index.open(path)
            self.engine.register_tokenizer("plain", PLAIN)
            self.engine.register_tokenizer("stemmed", STEMMER)
        self.schema = self.engine.schema

    def followed(self) -> Followed:
        """How far the generation follows the log."""
        with damage_reported():
            kept = json.loads((self.folder / FOLLOWED).read_text())
            return Followed(Mark(*kept["mark"]), frozenset(kept["ahead"]))

    def searcher(self) -> Searcher:
        """A searcher over the last commit, whichever process made it."""
        with damage_reported():
            self.engine.reload()
            return self.engine.searcher()

    @contextmanager
    def writing(self, memory: int = WRITER_MEMORY) -> Iterator[IndexWriter]:
        """A writer, one at a time on the machine; raises `IndexBusyError`."""
        try:
            writer = self.engine.writer(memory, 1)
        except (OSError, ValueError) as error:
            raise IndexBusyError(str(error)) from error
        yield writer
        with damage_reported():
            writer.wait_merging_threads()

    def replace(self, writer: IndexWriter, numbers: list[int], fresh: Iterable[Document]) -> None:
        """Put fresh documents in the place of those of the numbered quotes."""
        with damage_reported():
            writer.delete_documents_by_query(Query.term_set_query(self.schema, "id", numbers))
            for document in fresh:
                writer.add_document(document)

    def commit(self, writer: IndexWriter, followed: Followed) -> None:
        """Commit, and only then note how far: killed in between, the same is applied again."""
        with damage_reported():
            writer.commit()
            self.note(followed)

    def note(self, followed: Followed) -> None:
        """Note how far the generation follows the log; by whoever has the writer."""
        kept = {"mark": astuple(followed.mark), "ahead": sorted(followed.ahead)}
        beside = self.folder / f"{FOLLOWED}.new"
        beside.write_text(json.dumps(kept))
        beside.replace(self.folder / FOLLOWED)


@lru_cache(maxsize=2)
def _opened(folder: Path, process: int) -> Generation:
    return Generation(folder)


def current() -> Generation:
    """The generation to search; raises `IndexDamagedError` when there is none of this version."""
    link = Path(settings.INDEX_DIR) / "current"
    with damage_reported():
        if not link.is_symlink():
            raise IndexDamagedError("There is none yet.")
        name = str(link.readlink())
    if not name.startswith(f"v{VERSION}-"):
        raise IndexDamagedError(f"The index is of another version: {name}.")
    return _opened(link.parent / name, os.getpid())


def discard(generation: Generation) -> None:
    """Let nobody search a generation that cannot be read; whoever follows the log builds anew."""
    link = generation.folder.parent / "current"
    if link.is_symlink() and link.readlink().name == generation.folder.name:
        link.unlink(missing_ok=True)


def forget() -> None:
    """Close what this process holds open."""
    _opened.cache_clear()


@dataclass
class Filling:
    """A new generation in the making."""

    generation: Generation
    writer: IndexWriter
    piece: int
    added: int = 0

    def add(self, documents: Iterable[Document]) -> None:
        for document in documents:
            with damage_reported():
                self.writer.add_document(document)
                self.added += 1
                if self.added % self.piece == 0:
                    self.writer.commit()


@contextmanager
def building(number: int) -> Iterator[Filling]:
    """A new generation for at least so many documents, to be filled and committed.

    It is then made the current one. To be used inside `rebuilding`: what others have left behind
    is removed first, which may be what fills the disk.
    """
    root = Path(settings.INDEX_DIR)
    link = root / "current"
    _remove_all_but(root, link.readlink().name if link.is_symlink() else "")
    folder = root / f"v{VERSION}-{uuid4().hex}"
    folder.mkdir(parents=True)
    try:
        generation = Generation(folder, new=True)
        with generation.writing(BUILDER_MEMORY) as writer:
            yield Filling(generation, writer, max(number // PIECES + 1, PIECE))
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
def rebuilding() -> Iterator[None]:
    """Held by the one process that rebuilds; the others wait for it."""
    root = Path(settings.INDEX_DIR)
    root.mkdir(parents=True, exist_ok=True)
    with (root / "rebuilding.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield

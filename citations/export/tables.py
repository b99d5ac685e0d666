"""Writes rows of quotes as CSV for spreadsheets or JSON Lines for programs, streamed."""

import csv
import fcntl
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
from django.conf import settings

from citations.export.rows import COLUMNS, QuoteRow

# A spreadsheet takes a cell that begins with one of these, also full-width, for a formula.
FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")
# Without it a spreadsheet guesses the wrong encoding; programs ignore it.
BYTE_ORDER_MARK = "\ufeff"
ROWS_A_BATCH = 200


class DownloadBusyError(Exception):
    """Another download is running."""


@dataclass(frozen=True)
class Extent:
    """How many of the quotes found a file includes."""

    included: int
    found: int

    @property
    def name(self) -> str:
        """The file name without its ending; it says when the file is cut."""
        cut = f"-first-{self.included}-of-{self.found}"
        return f"quotes{cut if self.is_cut else ''}"

    @property
    def is_cut(self) -> bool:
        return self.included < self.found


def write_csv(rows: Iterable[QuoteRow], extent: Extent) -> Iterator[bytes]:
    """RFC 4180 in UTF-8, with topics in one cell and no cell that looks like a formula."""
    yield (BYTE_ORDER_MARK + ",".join(COLUMNS) + "\r\n").encode()
    for some in _batches(rows):
        out = io.StringIO(newline="")
        csv.writer(out).writerows([spreadsheet_cell(row[name]) for name in COLUMNS] for row in some)
        yield out.getvalue().encode()


def spreadsheet_cell(value: object) -> str:
    """A value as text, with an apostrophe before anything that looks like a formula."""
    if isinstance(value, list):
        text = "; ".join(value)
    elif isinstance(value, date):
        text = value.isoformat()
    else:
        text = str(value)
    return f"'{text}" if text[:1] in FORMULA_STARTS else text


def write_jsonl(rows: Iterable[QuoteRow], extent: Extent) -> Iterator[bytes]:
    """One quote per line; a last line says when the file is cut."""
    encoder = msgspec.json.Encoder()
    for some in _batches(rows):
        yield encoder.encode_lines(some)
    if extent.is_cut:
        cut = {"type": "cut", "included": extent.included, "found": extent.found}
        yield encoder.encode_lines([cut])


def _batches(rows: Iterable[QuoteRow]) -> Iterator[list[QuoteRow]]:
    remaining = iter(rows)
    while some := list(islice(remaining, ROWS_A_BATCH)):
        yield some


@dataclass(frozen=True)
class TableFormat:
    media_type: str
    write: Callable[[Iterable[QuoteRow], Extent], Iterator[bytes]]


TABLE_FORMATS: Mapping[str, TableFormat] = {
    "csv": TableFormat("text/csv; charset=utf-8; header=present", write_csv),
    "jsonl": TableFormat("application/jsonl; charset=utf-8", write_jsonl),
}


@contextmanager
def download_lock() -> Iterator[None]:
    """Allow one download at a time on this machine. Raises `DownloadBusyError`.

    The operating system releases the lock when the process ends, however it ends.
    """
    folder = Path(settings.DATA_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "download.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise DownloadBusyError from error
        yield


@dataclass(frozen=True)
class StreamedBody:
    """The parts of a file; `close` releases its lock, also if the client disconnects."""

    parts: Iterator[Any]
    close: Callable[[], None]

    def __iter__(self) -> Iterator[Any]:
        yield from self.parts
        self.close()  # the client may start the next download at once

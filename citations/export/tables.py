"""Rows as files: a table for spreadsheets, JSON Lines for programs; one download at a time."""

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

# A spreadsheet would take a cell that begins so for a formula, full-width signs included.
FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")
# Without it a spreadsheet reads other letters than were written; programs leave it out.
BYTE_ORDER_MARK = "\ufeff"
# Rows sent at a time.
ROWS_A_BATCH = 200


class DownloadBusyError(Exception):
    """Somebody else's download is under way."""


@dataclass(frozen=True)
class Extent:
    """How many quotes a file holds of how many that were found."""

    included: int
    found: int

    @property
    def name(self) -> str:
        """The file's name without its ending; it says when not all is in."""
        cut = f"-first-{self.included}-of-{self.found}"
        return f"quotes{cut if self.is_cut else ''}"

    @property
    def is_cut(self) -> bool:
        return self.included < self.found


def write_csv(rows: Iterable[QuoteRow], extent: Extent) -> Iterator[bytes]:
    """RFC 4180 in UTF-8; topics in one cell, and nothing that a spreadsheet would calculate."""
    yield (BYTE_ORDER_MARK + ",".join(COLUMNS) + "\r\n").encode()
    for some in _batches(rows):
        out = io.StringIO(newline="")
        csv.writer(out).writerows([spreadsheet_cell(row[name]) for name in COLUMNS] for row in some)
        yield out.getvalue().encode()


def spreadsheet_cell(value: object) -> str:
    """A value as a spreadsheet may read it: an apostrophe before what looks like a formula."""
    if isinstance(value, list):
        text = "; ".join(value)
    elif isinstance(value, date):
        text = value.isoformat()
    else:
        text = str(value)
    return f"'{text}" if text[:1] in FORMULA_STARTS else text


def write_jsonl(rows: Iterable[QuoteRow], extent: Extent) -> Iterator[bytes]:
    """One quote a line, as it is recorded; a last line says when these are not all."""
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
    """A kind of file: its media type, and how rows are written."""

    media_type: str
    write: Callable[[Iterable[QuoteRow], Extent], Iterator[bytes]]


TABLE_FORMATS: Mapping[str, TableFormat] = {
    "csv": TableFormat("text/csv; charset=utf-8; header=present", write_csv),
    "jsonl": TableFormat("application/jsonl; charset=utf-8", write_jsonl),
}


@contextmanager
def download_lock() -> Iterator[None]:
    """Held by the one download under way on this machine; raises `BusyError`.

    The system lets go of it when the process ends, however it ends.
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
    """The parts of a file; `close` lets go of what was held for it, sent to the end or not."""

    parts: Iterator[Any]
    close: Callable[[], None]

    def __iter__(self) -> Iterator[Any]:
        yield from self.parts
        self.close()  # whoever has all of it may ask for the next one at once

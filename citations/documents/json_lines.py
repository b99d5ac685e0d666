"""Reads the lines of a file, plain or compressed, with their positions."""

import gzip
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

# A longer line is not a record and would only fill the memory.
MAX_LINE_BYTES = 32 * 1024 * 1024
# How much of an overlong line is skipped at a time.
CHUNK_BYTES = 1024 * 1024
BOM = b"\xef\xbb\xbf"


Stream = IO[bytes] | gzip.GzipFile


class FileLine(NamedTuple):
    """A line without its end, numbered from 1, or the `reason` why it could not be read."""

    file: str
    number: int
    data: bytes
    reason: str = ""


def check_readable(name: str) -> None:
    """Raises `OSError` if a file cannot be opened. Skips pipes, which can be opened only once."""
    if name != "-" and not Path(name).is_fifo():
        Path(name).open("rb").close()


def read_lines(name: str) -> Iterator[tuple[FileLine, int]]:
    """Yield every line that is not blank, with the bytes of the stored file read so far.

    `-` is standard input; a name that ends in .gz is decompressed. If the file is cut off or
    damaged, the last line's `reason` says so. Raises `OSError` if it cannot be opened or read.
    """
    if name == "-":
        yield from _lines_with_position(name, sys.stdin.buffer, None)
        return
    with Path(name).open("rb") as stored:
        if name.endswith(".gz"):
            with gzip.open(stored) as stream:
                yield from _lines_with_position(name, stream, stored)
        else:
            yield from _lines_with_position(name, stored, stored)


def _lines_with_position(
    name: str, stream: Stream, stored: IO[bytes] | None
) -> Iterator[tuple[FileLine, int]]:
    reached = 0
    for line in _numbered_lines(name, stream):
        reached = stored.tell() if stored and stored.seekable() else reached + len(line.data) + 1
        if line.data or line.reason:
            yield line, reached


def _numbered_lines(name: str, stream: Stream) -> Iterator[FileLine]:
    number = 0
    try:
        while data := stream.readline(MAX_LINE_BYTES + 1):
            number += 1
            if len(data) > MAX_LINE_BYTES:
                _skip_line(stream, data)
                yield FileLine(
                    name, number, b"", f"This line is longer than {MAX_LINE_BYTES >> 20} MiB."
                )
                continue
            yield FileLine(name, number, (data.removeprefix(BOM) if number == 1 else data).strip())
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        yield FileLine(name, number + 1, b"", f"The file is damaged or cut off here: {error}.")


def _skip_line(stream: Stream, data: bytes) -> None:
    while data and not data.endswith(b"\n"):
        data = stream.readline(CHUNK_BYTES)

"""Lines of a file, plain or compressed, each with where it stands."""

import gzip
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

# Bytes. A longer line is no record, and would only fill the memory.
LONGEST = 32 * 1024 * 1024
# Of a longer line, bytes read at a time to get past it.
PIECE = 1024 * 1024
BOM = b"\xef\xbb\xbf"


Stream = IO[bytes] | gzip.GzipFile


class Line(NamedTuple):
    """A line of a file, numbered from 1, without its end; or the reason why it has none."""

    file: str
    number: int
    data: bytes
    reason: str = ""


def check_readable(name: str) -> None:
    """Raises `OSError` where a file cannot be opened. A pipe can be opened only once."""
    if name != "-" and not Path(name).is_fifo():
        Path(name).open("rb").close()


def lines_of(name: str) -> Iterator[tuple[Line, int]]:
    """Every line that is not blank, each with the place in the file reached (bytes, as stored).

    `-` is standard input; a name that ends in .gz is decompressed. A file that is cut off or
    damaged ends with a line that says so. Raises `OSError` where it cannot be opened or read.
    """
    if name == "-":
        yield from _places(name, sys.stdin.buffer, None)
        return
    with Path(name).open("rb") as stored:
        if name.endswith(".gz"):
            with gzip.open(stored) as stream:
                yield from _places(name, stream, stored)
        else:
            yield from _places(name, stored, stored)


def _places(name: str, stream: Stream, stored: IO[bytes] | None) -> Iterator[tuple[Line, int]]:
    reached = 0
    for line in _lines(name, stream):
        reached = stored.tell() if stored and stored.seekable() else reached + len(line.data) + 1
        if line.data or line.reason:
            yield line, reached


def _lines(name: str, stream: Stream) -> Iterator[Line]:
    number = 0
    try:
        while data := stream.readline(LONGEST + 1):
            number += 1
            if len(data) > LONGEST:
                _skip_line(stream, data)
                yield Line(name, number, b"", f"This line is longer than {LONGEST >> 20} MiB.")
                continue
            yield Line(name, number, (data.removeprefix(BOM) if number == 1 else data).strip())
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        yield Line(name, number + 1, b"", f"The file is damaged or cut off here: {error}.")


def _skip_line(stream: Stream, data: bytes) -> None:
    while data and not data.endswith(b"\n"):
        data = stream.readline(PIECE)

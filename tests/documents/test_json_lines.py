"""Lines of a file are read one by one with their positions, plain or compressed."""

import gzip
import io
from pathlib import Path

import pytest

from citations.documents import json_lines
from citations.documents.json_lines import FileLine, check_readable, read_lines


def lines_in(path: Path) -> list[tuple[int, bytes, str]]:
    return [(line.number, line.data, line.reason) for line, _ in read_lines(str(path))]


def test_blank_lines_are_counted_and_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"a":1}\r\n\n  \n{"b":2}')
    assert lines_in(path) == [(1, b'{"a":1}', ""), (4, b'{"b":2}', "")]


def test_the_position_is_that_in_the_stored_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"one\ntwo\n")
    assert list(read_lines(str(path))) == [
        (FileLine(str(path), 1, b"one"), 4), (FileLine(str(path), 2, b"two"), 8),
    ]  # fmt: skip


def test_a_compressed_file_is_read_like_a_plain_one(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b"one\ntwo\n"))
    assert [data for _, data, _ in lines_in(path)] == [b"one", b"two"]
    assert [at for _, at in read_lines(str(path))][-1] <= path.stat().st_size


def test_a_damaged_file_ends_with_a_line_that_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b"one\n" * 1000)[:-12])
    *_, (number, data, reason) = lines_in(path)
    assert data == b""
    assert reason.startswith("The file is damaged or cut off here")
    assert number >= 1


def test_a_line_that_is_too_long_is_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_lines, "MAX_LINE_BYTES", 10)
    monkeypatch.setattr(json_lines, "CHUNK_BYTES", 3)
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"x" * 9 + b"\n" + b"y" * 40 + b"\nlast\n")
    first, long, last = lines_in(path)
    assert (first[1], last) == (b"x" * 9, (3, b"last", ""))
    assert long == (2, b"", "This line is longer than 0 MiB.")


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"one\ntwo\n")))
    assert [(line.data, at) for line, at in read_lines("-")] == [(b"one", 4), (b"two", 8)]


def test_a_file_that_cannot_be_opened_is_an_error(tmp_path: Path) -> None:
    check_readable("-")
    (tmp_path / "a").touch()
    check_readable(str(tmp_path / "a"))
    with pytest.raises(FileNotFoundError):
        check_readable(str(tmp_path / "b"))
    with pytest.raises(FileNotFoundError):
        list(read_lines(str(tmp_path / "b")))

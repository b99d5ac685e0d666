"""The files of a load: compressed, broken and unreadable ones."""

import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from citations.documents import json_lines
from citations.models import (
    Quote,
    Speaker,
    Topic,
)
from tests.support.exchange_records import (
    GOOD,
    SPEAKER,
    TOPIC,
    run_load,
    write_lines,
)


def test_compressed_files_and_standard_input_are_read(
    db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = tmp_path / "speakers.jsonl.gz"
    packed.write_bytes(gzip.compress(json.dumps(SPEAKER).encode()))
    stdin = io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbf" + json.dumps(TOPIC).encode() + b"\r\n\n"))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert run_load(str(packed))[1] == ""
    assert run_load()[1] == ""
    assert (Speaker.objects.count(), Topic.objects.count()) == (1, 1)


def test_a_compressed_file_that_is_cut_off_says_so(db: None, tmp_path: Path) -> None:
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(gzip.compress(f"{json.dumps(TOPIC)}\n".encode() * 2)[:-6])
    assert "The file is damaged or cut off here" in run_load(str(path))[1]


def test_a_line_too_long_is_passed_over(
    db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_lines, "MAX_LINE_BYTES", 1000)
    monkeypatch.setattr(json_lines, "CHUNK_BYTES", 100)
    file = write_lines(tmp_path / "long.jsonl", {**TOPIC, "name": "x" * 5000}, TOPIC)
    assert f"{file}:1: This line is longer than" in run_load(file)[1]
    assert Topic.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "message"), [("none.jsonl", "No such file"), ("", "Is a directory")]
)
def test_a_file_that_cannot_be_read_is_named(
    db: None, tmp_path: Path, name: str, message: str
) -> None:
    assert message in run_load(str(tmp_path / name))[1]


def test_nothing_is_loaded_when_one_of_the_files_cannot_be_read(db: None, tmp_path: Path) -> None:
    good = write_lines(tmp_path / "good.jsonl", *GOOD)
    assert "No such file" in run_load(good, str(tmp_path / "none.jsonl"))[1]
    assert not Quote.objects.exists()


def test_what_is_printed_of_a_file_does_nothing_to_a_terminal(db: None, tmp_path: Path) -> None:
    (path := tmp_path / "evil.jsonl").write_text('{"type":"topic","a\\u001b[2J\\nb":1}\n')
    _, err = run_load(str(path))
    assert "\\x1b[2J\\nb" in err
    assert "\x1b" not in err

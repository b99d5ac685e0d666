"""Rows become CSV and JSON Lines, and nothing in a table is calculated."""

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from citations.export.rows import COLUMNS
from citations.export.tables import (
    ROWS_A_BATCH,
    DownloadBusyError,
    Extent,
    StreamedBody,
    download_lock,
    spreadsheet_cell,
    write_csv,
    write_jsonl,
)

ROW: dict[str, Any] = dict.fromkeys(COLUMNS, "") | {
    "text": "=1+1", "topics": ["a", "b"], "changed": datetime(2024, 2, 8, tzinfo=UTC),
    "appearances": [],
}  # fmt: skip


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        *((f"{sign}1+1", f"'{sign}1+1") for sign in "=+-@\t\r\n＝＋－＠"),
        ("1=1", "1=1"),
        ("", ""),
        (["=a", "b"], "'=a; b"),
        (["a", "b"], "a; b"),
    ],
)
def test_nothing_in_a_table_is_calculated(value: object, shown: str) -> None:
    assert spreadsheet_cell(value) == shown


def test_a_table_has_its_columns_and_a_row_per_quote() -> None:
    rows = [ROW] * (ROWS_A_BATCH + 1)
    parts = list(write_csv(rows, Extent(len(rows), len(rows))))
    assert len(parts) == 3  # the head and two batches
    head, *lines = csv.reader(io.StringIO(b"".join(parts).decode("utf-8-sig"), newline=""))
    assert tuple(head) == COLUMNS
    assert len(lines) == len(rows)
    cells = dict(zip(head, lines[-1], strict=True))
    assert (cells["text"], cells["topics"]) == ("'=1+1", "a; b")
    assert cells["changed"] == "2024-02-08T00:00:00+00:00"


@pytest.mark.parametrize(
    ("extent", "last"),
    [(Extent(1, 1), None), (Extent(1, 2), {"type": "cut", "included": 1, "found": 2})],
)
def test_lines_end_with_a_line_about_a_cut(extent: Extent, last: object) -> None:
    lines = [json.loads(each) for each in b"".join(write_jsonl([ROW], extent)).splitlines()]
    assert lines[0] == {**ROW, "changed": "2024-02-08T00:00:00Z"}
    assert lines[1:] == ([last] if last else [])


def test_a_file_name_says_when_the_file_is_cut() -> None:
    assert Extent(13, 13).name == "quotes"
    assert Extent(5, 13).name == "quotes-first-5-of-13"


def test_only_one_download_has_the_lock(settings: Settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path / "new"
    with download_lock(), pytest.raises(DownloadBusyError), download_lock():
        pass
    with download_lock():
        pass


def test_a_body_is_closed_when_all_of_it_was_sent() -> None:
    closed: list[bool] = []
    body = StreamedBody(iter([b"a", b"b"]), lambda: closed.append(True))
    parts = iter(body)
    assert next(parts) == b"a"
    assert not closed
    assert list(parts) == [b"b"]
    assert closed

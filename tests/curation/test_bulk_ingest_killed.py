"""`take` stores each of 300 files once, even when it is killed and started again."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.checkout import ROOT, untraced_environment

FILES = 300
COUNTS = [
    "SELECT COUNT(*) FROM citations_article",
    "SELECT COUNT(DISTINCT article_id) FROM citations_snapshot",
    "SELECT COUNT(DISTINCT snapshot_id) FROM citations_proposal",
    "SELECT COUNT(*) FROM citations_proposal",
]


def counts(data: Path) -> list[int]:
    with sqlite3.connect(data / "citations.sqlite3") as database:
        return [database.execute(sql).fetchone()[0] for sql in COUNTS]


@pytest.mark.sqlite
@pytest.mark.no_cover
def test_a_killed_ingest_is_complete_after_another_run(tmp_path: Path, migrated: Path) -> None:
    data, folder = tmp_path / "data", tmp_path / "files"
    shutil.copytree(migrated, data)
    folder.mkdir()
    for number in range(FILES):
        said = f"“We have {number} reasons to wait,” Ana Duarte said."
        (folder / f"{number:03}.txt").write_text(f"Report {number}\n\n{said}\n")
    command = [sys.executable, "manage.py", "take", str(folder)]
    environment = {**untraced_environment(), "DATA_DIR": str(data), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE) as killed:
        assert killed.stdout
        for _ in range(40):
            killed.stdout.readline()
        killed.kill()
    articles, with_text, with_proposals, proposals = counts(data)
    assert 40 <= articles < FILES
    assert articles == with_text == with_proposals == proposals  # no article is stored in part
    again = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    assert again.stdout.decode().endswith("Stored: 300 of 300 files.\n")
    assert counts(data) == [FILES] * 4

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.checkout import ROOT

DOORS = """
def is_open(hour):
    return 9 <= hour < 17


def hours_left(hour):
    left = 17 - hour
    while left > 8:
        left = 8
    return left
"""
WINDOWS = """
def is_lit(hour):
    return hour > 20
"""
TESTS_OF_DOORS = """
from citations.tiny.doors import hours_left, is_open

def test_it_opens_at_nine():
    assert [is_open(hour) for hour in (8, 9, 16, 17)] == [False, True, True, False]

def test_it_counts_the_hours():
    assert [hours_left(hour) for hour in (0, 8, 9, 10)] == [8, 8, 8, 7]
"""
TESTS_OF_WINDOWS = """
from citations.tiny.rooms.windows import is_lit

def test_it_is_lit_at_night():
    assert is_lit(22)
"""


@pytest.fixture
def tiny_room(tmp_path: Path) -> Path:
    """A checkout whose only room has one module that is tested well and one that is not."""
    texts = {
        "citations/__init__.py": "",
        "citations/tiny/__init__.py": "",
        "citations/tiny/doors.py": DOORS,
        "citations/tiny/rooms/__init__.py": "",
        "citations/tiny/rooms/windows.py": WINDOWS,
        "tests/tiny/test_doors.py": TESTS_OF_DOORS,
        "tests/tiny/rooms/test_windows.py": TESTS_OF_WINDOWS,
    }
    for name, text in texts.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def run(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.mutation.run", "tiny", "--seconds", "1", *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_it_lists_what_no_test_notices(tiny_room: Path) -> None:
    done = run(tiny_room)
    assert done.returncode == 0, done.stderr
    report = done.stdout.partition("passed in")[2].splitlines()[1:]
    assert [" ".join(line.split()) for line in report] == [
        "100.0% 17 of 17 citations/tiny/doors.py",
        "25.0% 1 of 4 citations/tiny/rooms/windows.py",
        "85.7% 18 of 21 all",
        "citations/tiny/rooms/windows.py:3: hour > 20 → hour >= 20",
        "citations/tiny/rooms/windows.py:3: 20 → 21",
        "citations/tiny/rooms/windows.py:3: 20 → 19",
    ]


def test_tests_that_fail_anyway_judge_nothing(tiny_room: Path) -> None:
    (tiny_room / "tests/tiny/test_doors.py").write_text("def test_it(): assert False")
    done = run(tiny_room, "--count", "2")
    assert done.returncode == 1
    assert "fail on the unchanged code" in done.stderr

"""A stranger's file is read in a process of its own, which has an end."""

import time

import pytest

from citations.documents import sandbox
from citations.documents.detection import UnreadableError, read
from citations.documents.sandbox import read_apart

PAGE = f"<html><body><article><p>{'Words go on and on. ' * 50}</p></article></body></html>".encode()


@pytest.mark.parametrize(
    ("data", "name"),
    [("“We go,” he said.".encode(), "a.txt"), (PAGE, "a.html"), (PAGE, "--help"), (b"a", "a.t\0")],
)
def test_it_reads_what_is_read_here(data: bytes, name: str) -> None:
    assert read_apart(data, name) == read(data, name)


def test_what_cannot_be_read_is_told_as_here() -> None:
    with pytest.raises(UnreadableError, match="It is empty"):
        read_apart(b"", "a.txt")


def test_it_waits_no_longer_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "SECONDS", 0.01)
    start = time.monotonic()
    with pytest.raises(UnreadableError, match="to be read"):
        read_apart(PAGE, "a.html")
    assert time.monotonic() - start < 5


def test_it_takes_no_more_memory_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MOST_MEMORY", 10_000_000)
    with pytest.raises(UnreadableError, match="It"):
        read_apart(PAGE, "a.html")

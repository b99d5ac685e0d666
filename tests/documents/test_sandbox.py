"""A stranger's file is read in a process of its own, which has an end."""

import time

import pytest

from citations.documents import sandbox
from citations.documents.detection import read_document
from citations.documents.document import UnreadableDocumentError
from citations.documents.sandbox import read_in_sandbox

PAGE = f"<html><body><article><p>{'Words go on and on. ' * 50}</p></article></body></html>".encode()


@pytest.mark.parametrize(
    ("data", "name"),
    [("“We go,” he said.".encode(), "a.txt"), (PAGE, "a.html"), (PAGE, "--help"), (b"a", "a.t\0")],
)
def test_it_reads_what_is_read_here(data: bytes, name: str) -> None:
    assert read_in_sandbox(data, name) == read_document(data, name)


def test_what_cannot_be_read_is_told_as_here() -> None:
    with pytest.raises(UnreadableDocumentError, match="It is empty"):
        read_in_sandbox(b"", "a.txt")


def test_it_waits_no_longer_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "TIMEOUT_SECONDS", 0.01)
    start = time.monotonic()
    with pytest.raises(UnreadableDocumentError, match="to be read"):
        read_in_sandbox(PAGE, "a.html")
    assert time.monotonic() - start < 5


def test_it_takes_no_more_memory_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MAX_MEMORY_BYTES", 10_000_000)
    with pytest.raises(UnreadableDocumentError, match="It"):
        read_in_sandbox(PAGE, "a.html")

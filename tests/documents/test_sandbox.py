"""An untrusted file is read in a process of its own, with limits on its time and memory."""

import sys
from pathlib import Path

import pytest

from citations.documents import document, sandbox
from citations.documents.detection import read_document
from citations.documents.document import UnreadableDocumentError
from citations.documents.sandbox import read_in_sandbox

PAGE = f"<html><body><article><p>{'Words go on and on. ' * 50}</p></article></body></html>".encode()


@pytest.mark.parametrize(
    ("data", "name"),
    [("“We go,” he said.".encode(), "a.txt"), (PAGE, "a.html"), (PAGE, "--help"), (b"a", "a.t\0")],
)
def test_the_sandbox_reads_what_its_parent_would(data: bytes, name: str) -> None:
    assert read_in_sandbox(data, name) == read_document(data, name)


def test_all_visible_text_of_a_page_is_read() -> None:
    assert read_in_sandbox(b"<html><nav>Home</nav>", "a.html").text == "Home"


def test_what_cannot_be_read_is_refused_as_outside_the_sandbox() -> None:
    with pytest.raises(UnreadableDocumentError, match=r"The document is empty\."):
        read_in_sandbox(b"", "a.txt")


def test_a_message_from_the_sandbox_is_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "gettext", lambda message: message.upper())
    with pytest.raises(UnreadableDocumentError) as refused:
        read_in_sandbox(b"PK\x03\x04", "a.docx")
    assert str(refused.value) == "THE ARCHIVE IS DAMAGED. SAVE THE FILE AGAIN."


def test_the_values_of_a_message_come_out_of_the_sandbox() -> None:
    with pytest.raises(UnreadableDocumentError, match=r"Supported formats: \.txt, \.md,"):
        read_in_sandbox(b"\x01" * 500, "a.txt")


def test_reading_takes_no_longer_than_the_limit(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sandbox, "TIMEOUT_SECONDS", 0.01)
    slow_reader = tmp_path / "python"
    slow_reader.write_text("#!/bin/sh\nexec sleep 60\n")
    slow_reader.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(slow_reader))
    with pytest.raises(UnreadableDocumentError, match=r"longer than 0\.01 seconds"):
        read_in_sandbox(PAGE, "a.html")  # if it waited, it would read an empty answer


def test_reading_takes_no_more_memory_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MAX_MEMORY_BYTES", 10_000_000)
    with pytest.raises(UnreadableDocumentError, match=r"damaged|too much memory"):
        read_in_sandbox(PAGE, "a.html")

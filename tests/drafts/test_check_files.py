"""Drafts are read from files, or from standard input."""

from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from citations.documents.document import UnreadableDocumentError
from citations.drafts.check import MOST_BYTES, check_draft_file, check_draft_files, read_draft
from tests.support.draft import TEXT

pytestmark = pytest.mark.usefixtures("indexed")


@pytest.mark.parametrize("name", ["draft.txt", "-"])
def test_a_file_and_standard_input_are_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(TEXT)
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(TEXT.encode())))
    report = check_draft_file(name if name == "-" else str(path))
    assert (len(report.findings), report.attention_count) == (12, 9)


def test_the_error_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    with pytest.raises(UnreadableDocumentError, match=r"broken\.pdf: "):
        check_draft_file(str(tmp_path / "broken.pdf"))
    with pytest.raises(UnreadableDocumentError, match=r"none\.txt cannot be read: No such file"):
        check_draft_file(str(tmp_path / "none.txt"))


def test_of_several_files_the_readable_ones_are_checked(tmp_path: Path) -> None:
    path, missing = tmp_path / "draft.txt", tmp_path / "none.txt"
    path.write_text(TEXT)
    problems: list[str] = []
    ((name, report),) = check_draft_files([str(missing), str(path)], "", problems.append)
    assert (name, len(report.findings)) == (str(path), 12)
    assert problems == [f"{missing} cannot be read: No such file or directory."]


def test_a_draft_that_is_too_large_is_refused() -> None:
    with pytest.raises(UnreadableDocumentError, match="larger than 5 MB"):
        read_draft(b"a" * (MOST_BYTES + 1), "a.txt")

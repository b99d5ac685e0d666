"""`manage.py check FILE...`: findings in a terminal, and an exit status for other programs."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.support.draft import TEXT

pytestmark = pytest.mark.usefixtures("indexed")

SOUND = "“We all fear we will have to start from scratch,” Tsunoka Yasuji said.\n"


def checked(*names: str | Path, **options: str) -> tuple[str, str, CommandError | None]:
    """What is written, what is told of errors, and the error it ends with."""
    out, err = StringIO(), StringIO()
    try:
        call_command("check", *map(str, names), stdout=out, stderr=err, **options)
    except CommandError as error:
        return out.getvalue(), err.getvalue(), error
    return out.getvalue(), err.getvalue(), None


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(TEXT)
    return path


def test_it_tells_each_finding_where_it_stands_and_fails(draft: Path) -> None:
    out, _, error = checked(draft)
    assert f"! {draft}:13:2: Altered: “Regrettably, the issue of the Northern" in out
    assert "    “not” is missing.\n" in out
    assert out.endswith("12 quotations, 9 to check.\n")
    assert error
    assert error.returncode == 1


def test_a_sound_draft_passes(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text(SOUND)
    out, _, error = checked(path)
    assert out.endswith("1 quotation, 0 to check.\n")
    assert error is None


def test_what_cannot_be_read_is_told_and_the_rest_is_checked(tmp_path: Path) -> None:
    path, broken = tmp_path / "draft.txt", tmp_path / "broken.pdf"
    path.write_text(SOUND)
    broken.write_bytes(b"%PDF-1.4 broken")
    out, err, error = checked(broken, path, tmp_path / "none.txt")
    assert "1 quotation, 0 to check." in out
    assert "broken.pdf: The document is damaged" in err
    assert "none.txt cannot be read: No such file" in err
    assert error
    assert error.returncode == 2


@pytest.mark.parametrize("kind", ["json", "csv", "html"])
def test_it_writes_other_formats(draft: Path, kind: str) -> None:
    out, _, error = checked(draft, format=kind)
    assert error
    assert "The harbour will be open again in spring" in out
    if kind == "json":
        assert len(json.loads(out)["drafts"][0]["findings"]) == 12


def test_without_a_file_the_project_is_checked_as_ever() -> None:
    out, _, error = checked()
    assert "System check identified no issues" in out
    assert error is None
    assert checked("citations")[2] is None

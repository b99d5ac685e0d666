"""`manage.py take`: a line for each file, a total, and failure when files were refused."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from citations.models import Article, Snapshot
from tests.support.wire import random_article, random_body

pytestmark = pytest.mark.django_db


def run(*arguments: str, **options: object) -> tuple[list[str], str]:
    """The lines of the report, and the error at the end."""
    out, problem = StringIO(), ""
    try:
        call_command("take", *arguments, stdout=out, stderr=StringIO(), **options)
    except CommandError as error:
        problem = str(error)
    return out.getvalue().splitlines(), problem


def test_a_folder_is_taken_file_by_file_and_a_failure_stops_none_of_the_others(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_text(random_article().text)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text(random_article().text)
    (tmp_path / "d.txt").write_bytes(b"\x7fELF\0\0")
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "e.md").write_text(f"# Another\n\n{random_body(5)}")
    (tmp_path / ".hidden").write_text("x")
    lines, problem = run(str(tmp_path), published="2024-02-08")
    assert [line.split()[0] for line in lines[:-1]] == [
        "added", "refused", "skipped", "refused", "added",
    ]  # fmt: skip
    assert "b.txt: The document is empty." in lines[1]
    assert lines[-1] == "Stored: 3 of 5 files."
    assert problem == "Refused: 2 of 5 files."
    assert set(Article.objects.values_list("published", flat=True)) == {"2024-02-08"}


WRONG = [
    (["no-such-file.txt"], {}, "No such file or directory"),
    (["/dev/null"], {}, "This is not a regular file."),
    (["http://127.0.0.1:1/"], {}, "not on the public web"),
    (["{file}"], {"published": "8/2/2024"}, "not a date that can be read"),
    (["{file}"], {"language": "English!"}, "BCP 47"),
    (["{file}"], {"publication": "nobody"}, "There is no publication “nobody”"),
    (["{file}"], {"charset": "no-such"}, "1 of 1"),
]


@pytest.mark.parametrize(("names", "options", "what"), WRONG)
def test_what_is_wrong_is_reported_and_nothing_is_stored(
    tmp_path: Path, names: list[str], options: dict[str, str], what: str
) -> None:
    file = tmp_path / "a.txt"
    file.write_text(
        random_article().text, encoding="utf-16-le" if "charset" in options else "utf-8"
    )
    lines, problem = run(*(name.format(file=file) for name in names), **options)
    assert what in f"{lines} {problem}"
    assert not Snapshot.objects.exists()

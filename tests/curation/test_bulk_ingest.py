"""Many sources are ingested one by one; each has a line in the report, whatever happened to it."""

from pathlib import Path

import pytest

from citations.curation.bulk_ingest import IngestOptions, ingest_all, list_sources
from citations.models import Article, Publication, Snapshot
from tests.support.wire import random_article, random_body

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    wire = random_article().text
    (tmp_path / "a.txt").write_text(wire)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text(wire)
    (tmp_path / "d.txt").write_bytes(b"\x7fELF\0\0")
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "e.md").write_text(f"# Another\n\n{random_body(5, 1)}")
    (tmp_path / "f.txt").write_text(wire.replace("Talks go on", "No end of talks"))
    (tmp_path / ".hidden").write_text("x")
    return tmp_path


def test_a_folder_lists_its_files_but_not_the_hidden_ones(folder: Path) -> None:
    sources = list_sources([str(folder), "https://example.org/a", "none.txt"])
    names = [Path(each).name for each in sources]
    assert names == ["a.txt", "b.txt", "c.txt", "d.txt", "e.md", "f.txt", "a", "none.txt"]
    assert sources[-2:] == ["https://example.org/a", "none.txt"]


def test_each_file_has_a_line_and_a_failure_stops_none_of_the_others(folder: Path) -> None:
    reports = list(ingest_all(list_sources([str(folder)]), IngestOptions(published="2024-02-08")))
    key = Article.objects.order_by("pk").values_list("key", flat=True)[0]
    lines = [str(report).replace(f"{folder}/", "") for report in reports]
    assert lines[0] == f"added    a.txt: {key}, 12 proposals"
    assert lines[1].startswith("refused  b.txt: ")
    assert lines[2] == f"skipped  c.txt: {key}, already stored"
    assert lines[3].startswith("refused  d.txt: ")
    assert lines[4].startswith("added    deeper/e.md: ")
    assert lines[4].endswith(", 1 proposal")
    assert lines[5].startswith("copy     f.txt: ")
    assert lines[5].endswith(f"a copy of {key}, 12 proposals")
    assert [report.result is None for report in reports] == [False, True, False, True, False, False]
    assert set(Article.objects.values_list("published", flat=True)) == {"2024-02-08"}


def test_a_newer_text_is_reported_as_such(tmp_path: Path) -> None:
    page = '<html><head><link rel="canonical" href="https://example.org/a"></head><body>'
    for name, lead in (("a.html", "First"), ("b.html", "Corrected")):
        paragraphs = f"{lead}\n\n{random_body(1)}".split("\n\n")
        (tmp_path / name).write_text(page + "".join(f"<p>{each}</p>" for each in paragraphs))
    names = list_sources([str(tmp_path)])
    first, newer = (str(each) for each in ingest_all(names, IngestOptions()))
    assert first.startswith("added ")
    assert newer.startswith("newer ")
    assert "a newer text of this article, " in newer


def test_options_override_what_the_file_says(tmp_path: Path) -> None:
    paper = Publication.objects.create(slug="paper", name="The Paper", kind="newspaper")
    path = tmp_path / "a.html"
    path.write_text(f'<html lang="en"><title>T</title><p>{random_body(1)}</p>')
    options = IngestOptions(paper, published="2024-02", language="de")
    (report,) = ingest_all([str(path)], options)
    assert report.result
    article = report.result.snapshot.article
    assert (article.publication, article.published, article.language) == (paper, "2024-02", "de")


REFUSALS = [
    ("no-such-file.txt", IngestOptions(), "No such file or directory"),
    ("/dev/null", IngestOptions(), "This is not a regular file."),
    ("http://127.0.0.1:1/", IngestOptions(), "not on the public web"),
    ("{file}", IngestOptions(language="English!"), "BCP 47"),
    ("{file}", IngestOptions(charset="no-such"), ""),
]


@pytest.mark.parametrize(("name", "options", "problem"), REFUSALS)
def test_what_is_wrong_is_reported_and_nothing_is_stored(
    tmp_path: Path, name: str, options: IngestOptions, problem: str
) -> None:
    file = tmp_path / "a.txt"
    file.write_text(random_article().text, encoding="utf-16-le" if options.charset else "utf-8")
    (report,) = ingest_all([name.format(file=file)], options)
    assert report.result is None
    assert problem in report.problem
    assert str(report).startswith("refused  ")
    assert not Snapshot.objects.exists()

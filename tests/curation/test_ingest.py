"""Taking articles: all of it or nothing, copies recognised, what fails told file by file."""

import random
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from citations.curation.ingest import IngestOutcome, ingest_document, publication_of
from citations.curation.near_duplicates import store_missing_fingerprints
from citations.documents.document import Document
from citations.models import Article, Fingerprint, Proposal, Publication, Snapshot

WORDS = (
    "peace talks islands ministry said that Japan would not give up its claim to the north".split()
)


def body(seed: int, sentences: int = 12) -> str:
    """Paragraphs of words drawn at random, with a quotation in each."""
    draw = random.Random(seed)
    made = (" ".join(draw.choices(WORDS, k=14)) for _ in range(sentences))
    return "\n\n".join(f"“{words.capitalize()},” Kishida Fumio said." for words in made)


def article(seed: int = 1, headline: str = "Talks go on", **about: str) -> Document:
    return Document(text=f"{headline}\n\n{body(seed)}", headline=headline, **about)


@pytest.fixture(autouse=True)
def database(db: None) -> None:
    pass


def test_an_article_is_kept_with_its_text_and_what_is_quoted_in_it() -> None:
    read = article(published="2024-02-08", url="https://example.org/a", language="en-GB")
    taken = ingest_document(read, "a.txt")
    assert (taken.outcome, taken.proposals) == (IngestOutcome.NEW, 12)
    made = taken.snapshot.article
    assert (made.headline, made.published, made.language) == ("Talks go on", "2024-02-08", "en-GB")
    assert (taken.snapshot.text, taken.snapshot.origin) == (read.text, "a.txt")
    assert Proposal.objects.filter(snapshot=taken.snapshot).count() == 12


def test_the_same_text_is_held_already() -> None:
    first = ingest_document(article(), "a.txt")
    again = ingest_document(replace(article(), url="https://example.org/b"), "b.html")
    assert (again.outcome, again.snapshot) == (IngestOutcome.DUPLICATE, first.snapshot)
    assert Article.objects.count() == 1


def test_another_text_from_the_same_address_is_a_newer_one_of_the_article() -> None:
    first = ingest_document(article(url="https://example.org/a"), "a")
    text = f"Corrected on Friday.\n\n{article().text}"
    newer = ingest_document(replace(article(url="https://example.org/a"), text=text), "a")
    assert (newer.outcome, newer.snapshot.article) == (IngestOutcome.NEWER, first.snapshot.article)
    assert first.snapshot.article.current_snapshot == newer.snapshot


def test_an_address_alone_makes_no_newer_text_of_another_article() -> None:
    ingest_document(article(url="https://example.org/"), "a")
    other = ingest_document(article(2, url="https://example.org/"), "b")
    assert (other.outcome, other.snapshot.article.derived_from) == (IngestOutcome.NEW, None)
    assert Article.objects.count() == 2


# What another paper does to a wire's text.
COPIES = [
    lambda text: text.replace("Talks go on", "No end of talks, says Kishida"),
    lambda text: f"TOKYO (Wire) – Our reporter writes from the capital.\n\n{text}",
    lambda text: text[: len(text) * 2 // 3],
    lambda text: text.upper(),
    lambda text: text.replace("“", '"').replace("”", '"').replace("\n\n", "\n"),
    lambda text: text.replace("Kishida Fumio said", "Prime Minister Kishida said"),
]


@pytest.mark.parametrize("changed", COPIES)
def test_a_copy_of_a_wire_derives_from_what_was_held_first(changed: object) -> None:
    first = ingest_document(article(), "wire.txt")
    text = changed(article().text)  # type: ignore[operator]
    copy = ingest_document(Document(text=text, headline="No end of talks"), "paper.txt")
    assert (copy.outcome, copy.copied_from) == (IngestOutcome.COPY, first.snapshot.article)
    assert copy.snapshot.article.derived_from == first.snapshot.article


def test_another_report_of_the_same_words_is_no_copy() -> None:
    first = article()
    ingest_document(first, "a.txt")
    quoted = first.text.split("\n\n")[3]
    own = body(2)
    other = ingest_document(
        Document(text=f"Another report\n\n{quoted}\n\n{own}", headline="Another"), "b.txt"
    )
    assert (other.outcome, other.snapshot.article.derived_from) == (IngestOutcome.NEW, None)


def test_texts_that_came_otherwise_are_recognised_too(seed: None) -> None:
    assert not Fingerprint.objects.exists()
    assert store_missing_fingerprints() == 2
    assert store_missing_fingerprints() == 0
    held = Snapshot.objects.get(article__key="46X7TFXG")
    copy = ingest_document(Document(text=held.text[:1500], headline="A copy"), "b.txt")
    assert copy.copied_from == held.article


def test_the_publication_is_the_one_on_record_or_none() -> None:
    paper = Publication.objects.create(
        slug="paper", name="The Paper", kind="newspaper", homepage="https://www.paper.example/"
    )
    for number, (name, url) in enumerate(
        [("the paper", ""), ("", "https://paper.example/a"), ("x", "http://www.paper.example/b")]
    ):
        taken = ingest_document(article(number, publication=name, url=url), "a")
        assert taken.snapshot.article.publication == paper
    assert publication_of(article(8, url="https://(((x/")) is None
    other = ingest_document(article(9, publication="A paper", url="https://notpaper.example/"), "a")
    assert other.snapshot.article.publication is None


def told(*arguments: str, **options: object) -> tuple[list[str], str]:
    """The lines of the report, and what was complained of at the end."""
    out, problem = StringIO(), ""
    try:
        call_command("take", *arguments, stdout=out, stderr=StringIO(), **options)
    except CommandError as error:
        problem = str(error)
    return out.getvalue().splitlines(), problem


def test_a_folder_is_taken_file_by_file_and_what_fails_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(article().text)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text(article().text)
    (tmp_path / "d.txt").write_bytes(b"\x7fELF\0\0")
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "e.md").write_text(f"# Another\n\n{body(5)}")
    (tmp_path / ".hidden").write_text("x")
    lines, problem = told(str(tmp_path), published="2024-02-08")
    assert [line.split()[0] for line in lines[:-1]] == [
        "taken", "refused", "held", "refused", "taken",
    ]  # fmt: skip
    assert "b.txt: It is empty." in lines[1]
    assert lines[-1] == "3 of 5 files are held."
    assert problem == "2 of 5 files were refused."
    assert set(Article.objects.values_list("published", flat=True)) == {"2024-02-08"}


WRONG = [
    (["no-such-file.txt"], {}, "No such file or directory"),
    (["/dev/null"], {}, "It is no file."),
    (["http://127.0.0.1:1/"], {}, "not on the public web"),
    (["{file}"], {"published": "8/2/2024"}, "not a date that can be read"),
    (["{file}"], {"language": "English!"}, "BCP 47"),
    (["{file}"], {"publication": "nobody"}, "There is no publication “nobody”"),
    (["{file}"], {"charset": "no-such"}, "1 of 1"),
]


@pytest.mark.parametrize(("names", "options", "what"), WRONG)
def test_what_is_wrong_is_told_and_nothing_is_kept(
    tmp_path: Path, names: list[str], options: dict[str, str], what: str
) -> None:
    file = tmp_path / "a.txt"
    file.write_text(article().text, encoding="utf-16-le" if "charset" in options else "utf-8")
    lines, problem = told(*(name.format(file=file) for name in names), **options)
    assert what in f"{lines} {problem}"
    assert not Snapshot.objects.exists()

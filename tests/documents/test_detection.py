"""Files are read by what they are, and refused with what is wrong and what to do."""

from collections.abc import Callable

import pytest

from citations.documents.detection import check_size, is_docx, read_document
from citations.documents.document import UnreadableDocumentError
from tests.support.document_files import (
    ARTICLE_PAGE,
    QUOTED_WORDS,
    make_archive,
    make_docx,
    make_odt,
    make_pdf,
)


@pytest.mark.parametrize(
    ("source", "name", "text"),
    [
        ("*a*", "x.md", "a"),
        ("*a*", "x.MARKDOWN", "a"),
        ("*a*", "x.txt", "*a*"),
        ("*a*", "", "*a*"),
        (r"\emph{a}", "x.tex", "a"),
        (r"\emph{a}", "x", r"\emph{a}"),
        ("<p>a</p>", "x.htm", "a"),
        ("<p>a</p>", "x.xhtml", "a"),
        ("<!DOCTYPE html><p>a</p>", "x.txt", "a"),
        ("<HTML><p>a</p>", "x.md", "a"),
        ("<p>a</p>", "x.txt", "<p>a</p>"),
        (" " * 1000 + "<html>", "x.txt", " " * 1000 + "<html>"),
    ],
)
def test_a_text_is_read_by_its_content_or_else_by_its_ending(
    source: str, name: str, text: str
) -> None:
    assert read_document(source.encode(), name, whole=True).text == text


def test_binary_formats_are_recognised_whatever_the_file_is_called() -> None:
    for data in (make_docx("Words."), make_odt("Words."), make_pdf("Words.")):
        assert read_document(data, "a.txt").text == "Words."


def test_metadata_is_one_line_of_text() -> None:
    page = ARTICLE_PAGE.format(charset="utf-8").replace('The Paper"', 'The\x01\n Paper"')
    assert read_document(page.encode()).publication == "The Paper"


def test_only_a_word_document_is_a_docx() -> None:
    assert is_docx(make_docx(QUOTED_WORDS))
    assert not is_docx(make_odt(QUOTED_WORDS))
    assert not is_docx(b"PK\3\4 nothing of it")
    assert not is_docx(b"")


def test_a_size_up_to_the_limit_is_accepted() -> None:
    check_size(20_000_000)
    with pytest.raises(UnreadableDocumentError, match="larger than 20 MB"):
        check_size(20_000_001)


BOMB = b"\0" * 60_000_000
LOCKED = {"META-INF__manifest_xml": b"<manifest:encryption-data/>"}
REFUSED = [
    (lambda: b"", "The document is empty."),
    (lambda: b" \n\t ", "The document is empty."),
    (lambda: b"\x7fELF\0\0\0\1\2\3" * 100, "The file is not text"),
    (lambda: bytes(range(1, 32)) * 50, "The file is not text"),
    (lambda: b"x" * 20_000_001, "larger than 20 MB"),
    (lambda: b"word " * 500_000, "longer than 2,000,000 characters"),
    (lambda: b"<html><body><nav>Home</nav></body></html>", "No article was found in this page"),
    (lambda: make_pdf("secret", password="a password"), "locked with a password"),
    (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500), "an old .doc or is locked"),
    (lambda: make_archive(content_xml=b"?", **LOCKED), "locked with"),
    (make_pdf, "has no text layer"),
    (lambda: make_pdf("x")[:200], "The document is damaged"),
    (lambda: b"%PDF-1.7 nothing of it", "The document is damaged"),
    (lambda: b"PK\3\4 nothing of it", "The archive is damaged"),
    (lambda: make_archive(word__document_xml=BOMB), "unpacks to more than"),
    (lambda: make_archive(word__document_xml=b"<a>"), "The document is damaged"),
    (lambda: make_archive(content_xml=b"<a/>"), "The document is damaged"),
    (lambda: make_archive(a=b"b"), "is not a document"),
    (make_docx, "contains no text"),
]


@pytest.mark.parametrize(("make", "message"), REFUSED, ids=[message for _, message in REFUSED])
def test_what_cannot_be_read_is_refused_with_what_to_do(
    make: Callable[[], bytes], message: str
) -> None:
    with pytest.raises(UnreadableDocumentError, match=message):
        read_document(make())

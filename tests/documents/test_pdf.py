"""A PDF gives the text of its pages as paragraphs."""

import pytest

from citations.documents import pdf
from citations.documents.detection import read_document
from citations.documents.document import UnreadableDocumentError
from citations.documents.pdf import read_pdf
from tests.support.document_files import make_pdf


def test_lines_are_joined_to_paragraphs_and_divided_words_to_words() -> None:
    document = read_document(make_pdf("We will not", "give in to any-", "body, he said."))
    assert document.text == "We will not give in to anybody, he said."
    assert document.headline == document.text


def test_a_hyphen_before_a_capital_or_after_a_digit_stays() -> None:
    assert read_pdf(make_pdf("the Japan-", "Russia talks of 1956-", "and on")).text == (
        "the Japan- Russia talks of 1956- and on"
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (make_pdf("secret", password="a password"), "locked with a password"),
        (make_pdf(), "no text layer"),
    ],
    ids=["locked", "images"],
)
def test_what_cannot_be_read_says_what_to_do(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableDocumentError, match=message):
        read_pdf(data)


def test_a_pdf_with_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 0)
    with pytest.raises(UnreadableDocumentError, match="more than 0 pages"):
        read_pdf(make_pdf("x"))

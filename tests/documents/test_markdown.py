"""Markdown gives its words without its markup."""

import pytest

from citations.documents.detection import read_document
from citations.documents.markdown import read_markdown


def test_markup_is_removed_and_block_quotations_are_indented() -> None:
    source = b"# Talks *go* on\n\n> We **will** not\n> give in.\n\n- one\n- two\n"
    document = read_document(source, "a.md")
    assert document.text == "Talks go on\n\n    We will not give in.\n\none\n\ntwo"
    assert document.headline == "Talks go on"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("one  \ntwo", "one\ntwo"),
        ("one\ntwo", "one two"),
        ("[a](https://b.example/) ![c](d)", "a c"),
        ("```\ncode *x*\n```", "code *x*"),
        ("> a\n>\n> > b\n\nc", "    a\n\n    b\n\nc"),
        ("---\n\nwords", "words"),
        ("a &amp; \\*b\\*", "a & *b*"),
    ],
)
def test_words_are_read_as_they_are_shown(source: str, text: str) -> None:
    assert read_markdown(source).text == text

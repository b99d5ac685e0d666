"""Text is decoded as its sender says, and never guessed."""

import codecs

import pytest

from citations.documents.detection import read_document
from citations.documents.document import UnreadableDocumentError
from citations.documents.plain_text import decode_text, read_plain_text
from tests.support.document_files import QUOTED_WORDS


def test_only_line_ends_change() -> None:
    text = "\n  A headline \r\n\r\n“It’s  so,”\tshe said.\r\n"
    document = read_document(text.encode(), "a.txt")
    assert document.text == text.replace("\r\n", "\n")
    assert document.headline == "A headline"
    assert decode_text(b"a\rb\r\nc\nd") == "a\nb\nc\nd"
    assert read_plain_text(" a ").text == " a "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_byte_order_mark_tells_the_encoding(encoding: str) -> None:
    assert read_document(QUOTED_WORDS.encode(encoding)).text == QUOTED_WORDS


def test_an_encoding_is_declared_and_never_guessed() -> None:
    with pytest.raises(UnreadableDocumentError, match="Save it as UTF-8, or name its encoding"):
        read_document(QUOTED_WORDS.encode("cp1252"))
    encoded = QUOTED_WORDS.encode("cp1252")
    assert read_document(encoded, charset="windows-1252").text == QUOTED_WORDS
    for name in ("no-such-charset", "undefined", "punycode", "unicode_escape", "rot13", "a\0b"):
        with pytest.raises(UnreadableDocumentError, match="not encoded in UTF-8"):
            read_document(QUOTED_WORDS.encode()[:-1], charset=name)
        page = f'<meta charset="{name}"><p>\\u0041'.encode()
        assert "\\u0041" in decode_text(page)


@pytest.mark.parametrize("charset", ["latin-1", "iso-8859-1", "us-ascii", "windows-1252"])
def test_latin_1_is_read_as_windows_1252(charset: str) -> None:
    assert decode_text(b"\x93a\x94", charset) == "“a”"


@pytest.mark.parametrize(
    "head",
    ['<meta charset="koi8-r">', "<meta content='text/html; charset=KOI8-R'>",
     '<?xml version="1.0" encoding="koi8-r"?>'],
)  # fmt: skip
def test_a_page_may_declare_its_encoding(head: str) -> None:
    page = f"{head}<p>Да</p>".encode("koi8-r")
    assert decode_text(page).endswith("<p>Да</p>")
    with pytest.raises(UnreadableDocumentError):
        decode_text(b" " * 1024 + page)


def test_the_mark_comes_before_the_sender_and_the_sender_before_the_page() -> None:
    page = '<meta charset="koi8-r">é'.encode()
    assert decode_text(codecs.BOM_UTF8 + page, "cp1252").endswith("é")
    assert decode_text(page, "utf-8").endswith("é")


def test_bytes_with_nul_are_no_text() -> None:
    with pytest.raises(UnreadableDocumentError, match="The file is not text"):
        decode_text(b"\x00\xff\xff")

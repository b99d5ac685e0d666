"""From a file or page to its text and what it says of itself. Nothing of it is ever rendered."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import PurePath
from typing import Any
from zipfile import BadZipFile, ZipFile

from citations.documents import (
    latex,
    markdown,
    pdf,
    plain_text,
    web_article,
    web_page,
    word_processor,
)
from citations.documents.document import Reading, UnreadableError
from citations.documents.plain_text import decoded

__all__ = ["Reading", "UnreadableError", "read"]

MOST_BYTES = 20_000_000
TOO_LARGE = f"It is larger than {MOST_BYTES // 1_000_000} MB: take the article alone."
# Code points: what is longer is a book, of which articles can be taken.
LONGEST_TEXT = 2_000_000
# What a packed document may unpack to.
MOST_UNPACKED = 50_000_000
MOST_MEMBERS = 5_000
MOST_MANIFEST = 1_000_000
DAMAGED = "It is damaged: save it anew."
LINES = ("headline", "publication", "published", "language", "url")
WORD = "word/document.xml"
FORMATS = ".txt, .md, .html, .tex, .docx, .odt or .pdf"

_PAGE = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
# Where a page says that it is one.
_HEAD = 1_000
# Word's old format, in which locked documents of the new one are wrapped as well (MS-CFB).
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
OLD_OR_LOCKED = "It is an old .doc, or locked with a password: save it as .docx without one."
_MANIFEST = "META-INF/manifest.xml"
_MARKDOWN = {".md", ".markdown"}
_PAGES = {".html", ".htm", ".xhtml"}
_CONTROLS = re.compile("[\x01-\x08\x0b\x0e-\x1f\x7f]")
_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")
MOST_CONTROLS = 0.01

Reader = Callable[[bytes], Reading]


def read(
    data: bytes, name: str = "", *, charset: str = "", url: str = "", whole: bool = False
) -> Reading:
    """The article in these bytes, by what they are, or else by the ending of the name.

    `charset` is what the sender calls the encoding, `url` where they came from. Of a `whole` page
    all is read that is seen, not the article in it alone. Raises
    UnreadableError with what is wrong and what to do.
    """
    if not data.strip():
        raise UnreadableError("It is empty.")
    if len(data) > MOST_BYTES:
        raise UnreadableError(TOO_LARGE)
    of_page = web_page.read if whole else partial(web_article.read, url=url)
    reader = _reader_of(data, PurePath(name.lower()).suffix, charset, of_page)
    try:
        found = reader(data)
    except UnreadableError:
        raise
    except Exception as problem:  # whatever a damaged file makes a library raise
        raise UnreadableError(DAMAGED) from problem
    _check_is_text(found.text)
    if not found.text.strip():
        raise UnreadableError("There is no text in it.")
    if len(found.text) > LONGEST_TEXT:
        raise UnreadableError(
            f"Its text is longer than {LONGEST_TEXT:,} characters: take the article alone."
        )
    lines: Any = {name: _in_a_line(getattr(found, name)) for name in LINES}
    return replace(found, **lines)


def _in_a_line(text: str) -> str:
    """What a file says of itself, without what no line of text has."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())


def _reader_of(data: bytes, ending: str, charset: str, of_page: Callable[[str], Reading]) -> Reader:
    if data.startswith(b"%PDF-"):
        return pdf.read
    if data.startswith(b"PK\x03\x04"):
        return _packed(data)
    if data.startswith(_OLE):
        raise UnreadableError(OLD_OR_LOCKED)
    text = decoded(data, charset)
    _check_is_text(text)
    if ending in _PAGES or _PAGE.search(text[:_HEAD]):
        return lambda _: of_page(text)
    if ending == ".tex":
        return lambda _: latex.read(text)
    if ending in _MARKDOWN:
        return lambda _: markdown.read(text)
    return lambda _: plain_text.read(text)


def _check_is_text(text: str) -> None:
    if _NO_CHARACTER.search(text) or len(_CONTROLS.findall(text)) > MOST_CONTROLS * len(text):
        raise UnreadableError(f"It is no text: bring {FORMATS}.")


def is_docx(data: bytes) -> bool:
    """Whether it is a document of Word's, whatever it is called."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return WORD in archive.namelist()
    except (BadZipFile, ValueError, OSError):
        return False


def _is_locked(archive: ZipFile) -> bool:
    """Whether an OpenDocument's parts are locked with a password: its manifest says so."""
    if _MANIFEST not in archive.namelist() or archive.getinfo(_MANIFEST).file_size > MOST_MANIFEST:
        return False
    return b"encryption-data" in archive.read(_MANIFEST)


def _packed(data: bytes) -> Reader:
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            is_locked = any(one.flag_bits & 1 for one in members) or _is_locked(archive)
    except (BadZipFile, ValueError, OSError, RuntimeError) as problem:
        raise UnreadableError("It is packed, and damaged: save it anew.") from problem
    if len(members) > MOST_MEMBERS or sum(one.file_size for one in members) > MOST_UNPACKED:
        raise UnreadableError("It unpacks to more than a document has.")
    if is_locked:
        raise UnreadableError(pdf.LOCKED)
    names = {one.filename for one in members}
    if WORD in names:
        return word_processor.read_docx
    if "content.xml" in names:
        return word_processor.read_odt
    raise UnreadableError(f"It is a packed file, but no document: bring {FORMATS}.")

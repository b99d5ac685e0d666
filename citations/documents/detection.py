"""Detects what a file or page is, and reads it with the reader for its format."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import PurePath
from typing import Any
from zipfile import BadZipFile, ZipFile

from citations.documents.document import LOCKED, Document, UnreadableDocumentError
from citations.documents.latex import read_latex
from citations.documents.markdown import read_markdown
from citations.documents.pdf import read_pdf
from citations.documents.plain_text import decode_text, read_plain_text
from citations.documents.web_article import read_web_article
from citations.documents.web_page import read_web_page
from citations.documents.word_processor import read_docx, read_odt
from citations.text.translation import gettext_noop

DOCUMENT_FORMATS = ".txt, .md, .html, .tex, .docx, .odt, .pdf"
MAX_BYTES = 20_000_000
# Code points. A longer text is a book: its chapters can be brought one by one.
MAX_TEXT = 2_000_000
# Limits of an archive (.docx, .odt), against decompression bombs.
MAX_UNPACKED_BYTES = 50_000_000
MAX_MEMBERS = 5_000
MAX_MANIFEST_BYTES = 1_000_000
# More control characters than this share mean binary data.
MAX_CONTROL_SHARE = 0.01
# Fields of a document that must fit on one line.
ONE_LINE_FIELDS = ("headline", "publication", "published", "language", "url")

EMPTY = gettext_noop("The document is empty.")
NO_TEXT = gettext_noop("The document contains no text.")
TOO_LARGE = gettext_noop("The document is larger than %(megabytes)d MB. Bring only the article.")
TOO_LONG = gettext_noop(
    "The document is longer than %(characters)s characters. Bring only the article."
)
NOT_TEXT = gettext_noop("The file is not text. Supported formats: %(formats)s.")
DAMAGED = gettext_noop("The document is damaged. Save it again.")
DAMAGED_ARCHIVE = gettext_noop("The archive is damaged. Save the file again.")
OVERSIZED_ARCHIVE = gettext_noop("The archive unpacks to more than a document contains.")
OTHER_ARCHIVE = gettext_noop("The archive is not a document. Supported formats: %(formats)s.")
OLD_OR_LOCKED = gettext_noop(
    "The file is an old .doc or is locked with a password. Save it as .docx without a password."
)

_HTML = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
# Characters in which a page declares itself HTML.
_HEAD = 1_000
# The container of Word's old format, and of password-protected files of the new one (MS-CFB).
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_WORD_BODY = "word/document.xml"
_OPEN_DOCUMENT_BODY = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_MARKDOWN_ENDINGS = {".md", ".markdown"}
_HTML_ENDINGS = {".html", ".htm", ".xhtml"}
_CONTROLS = re.compile("[\x01-\x08\x0b\x0e-\x1f\x7f]")
_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")

DocumentReader = Callable[[bytes], Document]


def read_document(
    data: bytes, name: str = "", *, charset: str = "", url: str = "", whole: bool = False
) -> Document:
    """Read bytes by their content, or else by the file name's ending.

    `charset` is the encoding the sender declares and `url` the address of a page. `whole` returns
    all visible text of a page, not only the main article. Raises `UnreadableDocumentError`.
    """
    if not data.strip():
        raise UnreadableDocumentError(EMPTY)
    check_size(len(data))
    read_page = read_web_page if whole else partial(read_web_article, url=url)
    reader = _choose_reader(data, PurePath(name.lower()).suffix, charset, read_page)
    try:
        document = reader(data)
    except UnreadableDocumentError:
        raise
    except Exception as problem:  # a damaged file can make a library raise anything
        raise UnreadableDocumentError(DAMAGED) from problem
    _check_is_text(document.text)
    if not document.text.strip():
        raise UnreadableDocumentError(NO_TEXT)
    if len(document.text) > MAX_TEXT:
        raise UnreadableDocumentError(TOO_LONG, characters=f"{MAX_TEXT:,}")
    lines: Any = {field: _as_one_line(getattr(document, field)) for field in ONE_LINE_FIELDS}
    return replace(document, **lines)


def check_size(size: int) -> None:
    """Raises `UnreadableDocumentError` if a file of this size (bytes) is too large."""
    if size > MAX_BYTES:
        raise UnreadableDocumentError(TOO_LARGE, megabytes=MAX_BYTES // 1_000_000)


def is_docx(data: bytes) -> bool:
    """Whether the bytes are a .docx, whatever the file is called."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _WORD_BODY in archive.namelist()
    except (BadZipFile, ValueError, OSError):
        return False


def _as_one_line(text: str) -> str:
    """Replace line ends and other unprintable characters with spaces."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())


def _choose_reader(
    data: bytes, ending: str, charset: str, read_page: Callable[[str], Document]
) -> DocumentReader:
    if data.startswith(b"%PDF-"):
        return read_pdf
    if data.startswith(b"PK\x03\x04"):
        return _archive_reader(data)
    if data.startswith(_OLE):
        raise UnreadableDocumentError(OLD_OR_LOCKED)
    text = decode_text(data, charset)
    _check_is_text(text)
    if ending in _HTML_ENDINGS or _HTML.search(text[:_HEAD]):
        return lambda _: read_page(text)
    if ending == ".tex":
        return lambda _: read_latex(text)
    if ending in _MARKDOWN_ENDINGS:
        return lambda _: read_markdown(text)
    return lambda _: read_plain_text(text)


def _check_is_text(text: str) -> None:
    if _NO_CHARACTER.search(text) or len(_CONTROLS.findall(text)) > MAX_CONTROL_SHARE * len(text):
        raise UnreadableDocumentError(NOT_TEXT, formats=DOCUMENT_FORMATS)


def _archive_reader(data: bytes) -> DocumentReader:
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            is_locked = any(one.flag_bits & 1 for one in members) or _is_encrypted(archive)
    except (BadZipFile, ValueError, OSError, RuntimeError) as problem:
        raise UnreadableDocumentError(DAMAGED_ARCHIVE) from problem
    if len(members) > MAX_MEMBERS or sum(one.file_size for one in members) > MAX_UNPACKED_BYTES:
        raise UnreadableDocumentError(OVERSIZED_ARCHIVE)
    if is_locked:
        raise UnreadableDocumentError(LOCKED)
    names = {one.filename for one in members}
    if _WORD_BODY in names:
        return read_docx
    if _OPEN_DOCUMENT_BODY in names:
        return read_odt
    raise UnreadableDocumentError(OTHER_ARCHIVE, formats=DOCUMENT_FORMATS)


def _is_encrypted(archive: ZipFile) -> bool:
    """Whether an OpenDocument's manifest lists encrypted parts (ODF 1.2, part 3)."""
    if _MANIFEST not in archive.namelist():
        return False
    if archive.getinfo(_MANIFEST).file_size > MAX_MANIFEST_BYTES:
        return False
    return b"encryption-data" in archive.read(_MANIFEST)

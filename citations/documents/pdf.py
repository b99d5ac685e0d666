"""Reads PDF files that have a text layer, with pypdf."""

import re
from io import BytesIO
from typing import Any

from citations.documents.document import (
    LOCKED,
    MAX_HEADLINE,
    Document,
    UnreadableDocumentError,
    first_line,
)
from citations.text.translation import gettext_noop

MAX_PAGES = 300
TOO_MANY_PAGES = gettext_noop("The PDF has more than %(pages)d pages. Bring only the article.")
NO_TEXT_LAYER = gettext_noop(
    "The PDF has no text layer, only images of its pages. Run text recognition (OCR) on it first."
)

# A hyphen, hard or soft, that divides a word at the end of a line.
_LINE_END_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad]\n(?=[a-z])")
_BLANK_LINE = re.compile(r"\n\s*\n")


def read_pdf(data: bytes) -> Document:
    """The text of all pages, its lines joined to paragraphs. Raises `UnreadableDocumentError`."""
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableDocumentError(LOCKED)
    if len(reader.pages) > MAX_PAGES:
        raise UnreadableDocumentError(TOO_MANY_PAGES, pages=MAX_PAGES)
    pages = [page.extract_text() for page in reader.pages]
    metadata: Any = reader.metadata
    text = "\n\n".join(_join_lines(page) for page in pages if page.strip())
    if not text.strip():
        raise UnreadableDocumentError(NO_TEXT_LAYER)
    title, author = (metadata.title, metadata.author) if metadata else (None, None)
    return Document(
        text=text,
        headline=str(title or "")[:MAX_HEADLINE] or first_line(text),
        byline=(str(author),) if author else (),
    )


def _join_lines(page: str) -> str:
    """Join the page's lines to paragraphs, which blank lines separate."""
    whole_words = _LINE_END_HYPHEN.sub("", page)
    paragraphs = (" ".join(part.split()) for part in _BLANK_LINE.split(whole_words))
    return "\n\n".join(filter(None, paragraphs))

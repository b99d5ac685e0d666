"""PDF files with a text layer, by pypdf."""

import re
from io import BytesIO
from typing import Any

from citations.documents.document import LONGEST_HEADLINE, Reading, UnreadableError, first_line

MOST_PAGES = 300
LOCKED = "It is locked with a password: save it without one."
NO_TEXT = "It has no text layer, only pictures of pages: have its words recognised first."

# A word that the end of a line parts.
_PARTED = re.compile(r"(?<=[^\W\d_])[-\u00ad]\n(?=[a-z])")
_BLANK = re.compile(r"\n\s*\n")


def read(data: bytes) -> Reading:
    """The text of all pages, lines joined to paragraphs. Raises UnreadableError."""
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError(LOCKED)
    if len(reader.pages) > MOST_PAGES:
        raise UnreadableError(f"It has more than {MOST_PAGES} pages: take the article alone.")
    pages = [page.extract_text() for page in reader.pages]
    about: Any = reader.metadata
    text = "\n\n".join(_paragraphs(page) for page in pages if page.strip())
    if not text.strip():
        raise UnreadableError(NO_TEXT)
    title, author = (about.title, about.author) if about else (None, None)
    return Reading(
        text=text,
        headline=str(title or "")[:LONGEST_HEADLINE] or first_line(text),
        byline=(str(author),) if author else (),
    )


def _paragraphs(page: str) -> str:
    """Without the ends of lines, which are the page's; blank lines part paragraphs."""
    whole = _PARTED.sub("", page)
    return "\n\n".join(" ".join(part.split()) for part in _BLANK.split(whole) if part.strip())

"""Reads the main article of a web page and its metadata, with trafilatura."""

import re
from typing import Any
from urllib.parse import urlsplit

from citations.documents.document import (
    MAX_HEADLINE,
    Document,
    UnreadableDocumentError,
    first_line,
)
from citations.text.translation import gettext_noop

# Characters. A page with less text than this has only its menu left.
MIN_TEXT = 60
NO_ARTICLE = gettext_noop("No article was found in this page. Paste its text.")

_ROOT_LANGUAGE = re.compile(r"""<html\b[^>]*?\slang\s*=\s*["']?([A-Za-z-]{2,35})""", re.IGNORECASE)
_HEAD = 4_000


def read_web_article(page: str, url: str = "") -> Document:
    """The article of a page. Raises `UnreadableDocumentError` if there is none."""
    # Imported here because it takes half a second and few commands need it.
    from trafilatura import bare_extraction

    article: Any = bare_extraction(
        page, url=url or None, with_metadata=True, include_comments=False, include_tables=False
    )
    text = _separate_paragraphs(article.text or "") if article else ""
    if len(text) < MIN_TEXT:
        raise UnreadableDocumentError(NO_ARTICLE)
    return Document(
        text=text,
        headline=(article.title or "")[:MAX_HEADLINE] or first_line(text),
        byline=tuple(name.strip() for name in (article.author or "").split(";") if name.strip()),
        publication=article.sitename or "",
        published=article.date or "",
        language=article.language or _declared_language(page),
        url=_canonical_address(article.url or "", url),
        kind="webpage",
    )


def _canonical_address(declared: str, url: str) -> str:
    """The address that the page declares, unless it was fetched from another site."""
    if not declared or (url and urlsplit(declared).hostname != urlsplit(url).hostname):
        return url
    return declared


def _separate_paragraphs(text: str) -> str:
    """Put a blank line between paragraphs, where trafilatura only ends the line."""
    return "\n\n".join(line.strip() for line in text.splitlines() if line.strip())


def _declared_language(page: str) -> str:
    """The `lang` of the page's root element."""
    declared = _ROOT_LANGUAGE.search(page[:_HEAD])
    return declared[1] if declared else ""

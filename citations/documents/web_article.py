"""Web pages: the article's own text and metadata, by trafilatura."""

import re
from typing import Any
from urllib.parse import urlsplit

from citations.documents.document import LONGEST_HEADLINE, Reading, UnreadableError, first_line

_ROOT_LANGUAGE = re.compile(r"""<html\b[^>]*?\slang\s*=\s*["']?([A-Za-z-]{2,35})""", re.IGNORECASE)
_HEAD = 4_000

# Characters: what is left of a page with less is its menu.
SHORTEST = 60
NO_ARTICLE = "There is no article in this page: paste its text."


def read(page: str, url: str = "") -> Reading:
    """The article in a page. Raises UnreadableError where there is none."""
    # Imported late: it takes half a second, and few commands need it.
    from trafilatura import bare_extraction

    found: Any = bare_extraction(
        page, url=url or None, with_metadata=True, include_comments=False, include_tables=False
    )
    text = _paragraphs(found.text or "") if found else ""
    if len(text) < SHORTEST:
        raise UnreadableError(NO_ARTICLE)
    return Reading(
        text=text,
        headline=(found.title or "")[:LONGEST_HEADLINE] or first_line(text),
        byline=tuple(name.strip() for name in (found.author or "").split(";") if name.strip()),
        publication=found.sitename or "",
        published=found.date or "",
        language=found.language or _language(page),
        url=_address(found.url or "", url),
        kind="webpage",
    )


def _address(told: str, url: str) -> str:
    """What the page calls its address, unless it was fetched from another site."""
    if not told or (url and urlsplit(told).hostname != urlsplit(url).hostname):
        return url
    return told


def _paragraphs(text: str) -> str:
    """A blank line between paragraphs, which trafilatura parts by a line's end alone."""
    return "\n\n".join(line.strip() for line in text.splitlines() if line.strip())


def _language(page: str) -> str:
    """The language that the page's root says it is in."""
    told = _ROOT_LANGUAGE.search(page[:_HEAD])
    return told[1] if told else ""

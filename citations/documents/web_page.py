"""Web pages from their first word to their last: a manuscript, of which nothing may be left out."""

import re
from collections.abc import Iterator
from typing import Any

from citations.documents.document import LONGEST_HEADLINE, Reading, first_line

_BLOCKS = frozenset(
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td"
    " tfoot th thead tr ul".split()
)
_UNSEEN = frozenset(
    "head title script style template noscript svg math object iframe select".split()
)
_MARKS = {"q": ("“", "”")}
_INDENT = "    "
# What stands between two paragraphs, and where a block quotation begins and ends.
_BREAK, _OPEN, _CLOSE = "\x00", "\x01", "\x02"
_EDGES = re.compile(f"([{_BREAK}{_OPEN}{_CLOSE}])")


def read(page: str) -> Reading:
    """All that is seen of a page, its block quotations set in. Raises what lxml does."""
    from lxml.html import document_fromstring

    tree = document_fromstring(page.translate({0: " ", 1: " ", 2: " "}))
    text = "\n\n".join(_paragraphs("".join(_pieces(tree))))
    title = tree.findtext(".//title") or ""
    headline = " ".join(title.split())[:LONGEST_HEADLINE]
    return Reading(text=text, headline=headline or first_line(text), kind="webpage")


def _pieces(tree: Any) -> Iterator[str]:
    from lxml.etree import iterwalk

    unseen = 0
    for event, element in iterwalk(tree, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        is_start = event == "start"
        unseen += (tag in _UNSEEN) * ((event == "start") - (event == "end"))
        if not unseen and tag:
            yield _edge(tag, is_start=is_start)
            if is_start and element.text:
                yield element.text
        if not unseen and not is_start and element.tail:
            yield element.tail


def _edge(tag: str, *, is_start: bool) -> str:
    """What stands where an element begins or ends."""
    if tag == "blockquote":
        return _OPEN if is_start else _CLOSE
    if tag in _MARKS:
        return _MARKS[tag][0 if is_start else 1]
    return _BREAK if tag in _BLOCKS else " " if tag == "br" else ""


def _paragraphs(text: str) -> Iterator[str]:
    depth = 0
    for piece in _EDGES.split(text):
        depth += (piece == _OPEN) - (piece == _CLOSE)
        words = " ".join(piece.split())
        if words and not _EDGES.fullmatch(piece):
            yield f"{_INDENT}{words}" if depth else words

"""Reads all visible text of a web page, for drafts, of which nothing may be left out."""

import re
from collections.abc import Iterator
from typing import Any

from citations.documents.document import MAX_HEADLINE, Document, first_line

_BLOCKS = frozenset(
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td"
    " tfoot th thead tr ul".split()
)
_HIDDEN = frozenset(
    "head title script style template noscript svg math object iframe select".split()
)
_MARKS = {"q": ("“", "”")}
# A note's number, by whether its element starts: [4], which is no part of a quotation.
_NOTE_MARKS = {True: "[", False: "]"}
_LONGEST_MARKER = 3
_INDENT = "    "
# Placeholders for a paragraph break, and for the start and end of a block quotation.
_BREAK, _OPEN, _CLOSE = "\x00", "\x01", "\x02"
_EDGES = re.compile(f"([{_BREAK}{_OPEN}{_CLOSE}])")


def read_web_page(page: str) -> Document:
    """All visible text, with block quotations indented. Raises whatever lxml raises."""
    from lxml.html import document_fromstring

    tree = document_fromstring(page.translate({0: " ", 1: " ", 2: " "}))
    text = "\n\n".join(_paragraphs("".join(_text_pieces(tree))))
    title = tree.findtext(".//title") or ""
    headline = " ".join(title.split())[:MAX_HEADLINE]
    return Document(text=text, headline=headline or first_line(text), kind="webpage")


def _text_pieces(tree: Any) -> Iterator[str]:
    from lxml.etree import iterwalk

    hidden_depth = 0
    for event, element in iterwalk(tree, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        is_start = event == "start"
        hidden_depth += (tag in _HIDDEN) * (is_start - (event == "end"))
        if not hidden_depth and tag:
            is_marker = tag == "sup" and _is_note_marker(element)
            yield _NOTE_MARKS[is_start] if is_marker else _element_edge(tag, is_start=is_start)
            if is_start and element.text:
                yield element.text
        if not hidden_depth and not is_start and element.tail:
            yield element.tail


def _is_note_marker(element: Any) -> bool:
    """Whether a raised number or sign leads to a note."""
    words = "".join(element.itertext()).strip()
    leads = any((each.get("href") or "").startswith("#") for each in element.iter("a"))
    return leads and words.isdigit() and len(words) <= _LONGEST_MARKER


def _element_edge(tag: str, *, is_start: bool) -> str:
    """The placeholder or quotation mark for the start or end of an element."""
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

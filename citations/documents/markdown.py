"""Markdown: its words without the marks of its markup (CommonMark)."""

from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from citations.documents.document import Reading, first_line

_WORDED = {"inline", "fence", "code_block"}
_INDENT = "    "
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def read(text: str) -> Reading:
    words = "\n\n".join(_blocks(MarkdownIt("commonmark").parse(text)))
    return Reading(text=words, headline=first_line(words))


def _blocks(tokens: Iterable[Token]) -> Iterator[str]:
    """The paragraphs, those of block quotations set in."""
    depth = 0
    for token in tokens:
        depth += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        if token.type not in _WORDED:
            continue
        words = _words(token)
        if words.strip():
            yield f"{_INDENT}{words}" if depth else words


def _words(token: Token) -> str:
    if token.children is None:
        return token.content.rstrip("\n")
    return "".join(_BREAKS.get(child.type, child.content) for child in token.children)

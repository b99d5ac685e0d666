"""Reads Markdown (CommonMark) as text without its markup."""

from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from citations.documents.document import Document, first_line

_WITH_WORDS = {"inline", "fence", "code_block"}
_INDENT = "    "
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def read_markdown(text: str) -> Document:
    words = "\n\n".join(_paragraphs(MarkdownIt("commonmark").parse(text)))
    return Document(text=words, headline=first_line(words))


def _paragraphs(tokens: Iterable[Token]) -> Iterator[str]:
    """The paragraphs, with block quotations indented."""
    depth = 0
    for token in tokens:
        depth += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        if token.type not in _WITH_WORDS:
            continue
        words = _words_of(token)
        if words.strip():
            yield f"{_INDENT}{words}" if depth else words


def _words_of(token: Token) -> str:
    if token.children is None:
        return token.content.rstrip("\n")
    return "".join(_BREAKS.get(child.type, child.content) for child in token.children)

"""Markdown: its words without the marks of its markup (CommonMark)."""

from markdown_it import MarkdownIt
from markdown_it.token import Token

from citations.intake.readers.found import Reading, first_line

_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def read(text: str) -> Reading:
    tokens = MarkdownIt("commonmark").parse(text)
    blocks = [_words(token) for token in tokens if token.type in {"inline", "fence", "code_block"}]
    words = "\n\n".join(block for block in blocks if block.strip())
    return Reading(text=words, headline=first_line(words))


def _words(token: Token) -> str:
    if token.children is None:
        return token.content.rstrip("\n")
    return "".join(_BREAKS.get(child.type, child.content) for child in token.children)

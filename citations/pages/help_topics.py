"""Help pages: the documents under docs/ that readers, writers and curators need, as HTML."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.token import Token

DOCS: Path = settings.BASE_DIR / "docs"
# In the order in which they are listed; each is docs/<name>.md.
TOPICS = ("searching", "citing", "checking-drafts", "curating", "exchange-format")

_DOCUMENT_LINK = re.compile(r"([\w-]+)\.md(#[\w-]+)?")


class HelpTopic(NamedTuple):
    """A help page: its name in the address, its title, and its text as HTML."""

    name: str
    title: str
    html: SafeString


def render_markdown(text: str) -> SafeString:
    """CommonMark with tables as HTML; HTML in the text is shown, never passed on.

    Headings get anchors, and a wide table scrolls by itself, also with the keyboard. Links between
    documents lead to help pages; those to files that the site does not serve become plain text.
    """
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = list(_adapt(markdown.parse(text)))
    html: str = markdown.renderer.render(tokens, markdown.options, {})
    return mark_safe(html)  # noqa: S308


def _adapt(tokens: list[Token]) -> Iterator[Token]:
    for number, token in enumerate(tokens):
        if token.type == "heading_open":
            token.attrSet("id", slugify(tokens[number + 1].content))
        if token.children:
            token.children = list(_lead_to_help_pages(token.children))
        if token.type == "table_open":
            yield Token("wide_open", "div", 1, attrs={"class": "wide", "tabindex": "0"}, block=True)
        yield token
        if token.type == "table_close":
            yield Token("wide_close", "div", -1, block=True)


def _lead_to_help_pages(tokens: list[Token]) -> Iterator[Token]:
    is_linked = True
    for token in tokens:
        if token.type == "link_open":
            address = _address_on_site(str(token.attrGet("href")))
            is_linked = bool(address)
            token.attrSet("href", address)
        if is_linked or token.type not in {"link_open", "link_close"}:
            yield token


def _address_on_site(address: str) -> str:
    """Where a link of a document leads on the site; "" for a file that the site does not serve."""
    if "://" in address:
        return address
    document = _DOCUMENT_LINK.fullmatch(address)
    if not document or document[1] not in TOPICS:
        return ""
    return reverse("help_topic", args=[document[1]]) + (document[2] or "")


@cache
def help_topic(name: str) -> HelpTopic:
    """The help page of this name, one of `TOPICS`."""
    title, _, text = (DOCS / f"{name}.md").read_text().partition("\n")
    return HelpTopic(name, title.removeprefix("# "), render_markdown(text))


@cache
def help_titles() -> Mapping[str, str]:
    """The titles of all help pages by their names."""
    return {name: help_topic(name).title for name in TOPICS}

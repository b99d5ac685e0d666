"""Help pages: the documents under docs/ that readers, writers and curators need, as HTML."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

DOCS: Path = settings.BASE_DIR / "docs"
# In the order in which they are listed; each is docs/<name>.md.
TOPICS = ("searching", "citing", "checking-drafts", "curating", "exchange-format")

_DOCUMENT_LINK = re.compile(r"([\w-]+)\.md(#[\w-]+)?")


class HelpTopic(NamedTuple):
    """A help page: its name in the address, its title, and its text as HTML."""

    name: str
    title: str
    html: SafeString


class _HelpRenderer(RendererHTML):
    """Gives headings anchors, and leads links between documents to help pages.

    Links to other files of the project, which the site does not serve, become plain text.
    """

    def heading_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        tokens[idx].attrSet("id", slugify(tokens[idx + 1].content))
        return self.renderToken(tokens, idx, options, env)

    def link_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        address = str(tokens[idx].attrGet("href") or "")
        if "://" in address:
            return self.renderToken(tokens, idx, options, env)
        document = _DOCUMENT_LINK.fullmatch(address)
        if document and document[1] in TOPICS:
            tokens[idx].attrSet(
                "href", reverse("help_topic", args=[document[1]]) + (document[2] or "")
            )
            return self.renderToken(tokens, idx, options, env)
        env["unlinked"] = True
        return ""

    def link_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        return "" if env.pop("unlinked", False) else "</a>"

    def table_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """A wide table scrolls by itself, also with the keyboard, and not the page."""
        return '<div class="wide" tabindex="0"><table>'

    def table_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        return "</table></div>"


def render_markdown(text: str) -> SafeString:
    """CommonMark with tables as HTML; HTML in the text is shown, never passed on."""
    markdown = MarkdownIt("commonmark", {"html": False}, renderer_cls=_HelpRenderer)
    html: str = markdown.enable("table").render(text, {})
    return mark_safe(html)  # noqa: S308  raw HTML is off


@cache
def help_topic(name: str) -> HelpTopic:
    """The help page of this name, one of `TOPICS`."""
    title, _, text = (DOCS / f"{name}.md").read_text().partition("\n")
    return HelpTopic(name, title.removeprefix("# "), render_markdown(text))


@cache
def help_titles() -> Mapping[str, str]:
    """The titles of all help pages by their names."""
    return {name: help_topic(name).title for name in TOPICS}

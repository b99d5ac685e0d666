"""Sanitises the HTML of citations to the tags and classes that citeproc writes.

Titles can contain markup and styles can contain anything; whatever is not listed here becomes text.
On our pages inline styles become classes, since the Content-Security-Policy forbids inline styles;
copied citations keep them, since other documents do not have our classes.
"""

import re
from html import escape, unescape
from html.parser import HTMLParser

ALLOWED_TAGS = frozenset("b i em strong sup sub span div p blockquote".split())
# The inline styles that citeproc writes, and our classes for them.
CLASS_BY_STYLE = {
    "font-variant:small-caps;": "small-caps",
    "font-variant:normal;": "no-caps",
    "font-style:normal;": "upright",
    "font-weight:normal;": "light",
    "text-decoration:underline;": "underlined",
    "text-decoration:none;": "not-underlined",
}
ALLOWED_CLASSES = frozenset(
    "csl-entry csl-left-margin csl-right-inline csl-block csl-indent nocase".split()
)

_TAG = re.compile(r"<[^<>]*>")
# The boundary between an entry's number and the entry.
_COLUMN = re.compile(r"</div><div")
# No-break spaces belong to the style or the title, and stay.
_SPACE = re.compile(r"[ \t\r\n]+")


def clean_citation_html(html: str, *, inline: bool = False) -> str:
    """The citation with only the listed tags, all closed; `inline` keeps inline styles."""
    sanitiser = _CitationSanitiser(inline=inline)
    sanitiser.feed(html)
    sanitiser.close()
    return "".join([*sanitiser.parts, *(f"</{tag}>" for tag in reversed(sanitiser.open_tags))])


def citation_as_text(html: str) -> str:
    """The citation as plain text, as citeproc itself would write it."""
    text = unescape(_TAG.sub("", _COLUMN.sub("</div> <div", html)))
    return _SPACE.sub(" ", text).strip()


class _CitationSanitiser(HTMLParser):
    def __init__(self, *, inline: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.inline = inline
        self.parts: list[str] = []
        self.open_tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED_TAGS:
            self.handle_data(self.get_starttag_text() or "")
            return
        given = dict(attrs)
        style = "".join((given.get("style") or "").split())
        names = [each for each in (given.get("class") or "").split() if each in ALLOWED_CLASSES]
        self.open_tags.append(tag)
        if style in CLASS_BY_STYLE and self.inline:
            self.parts.append(f'<{tag} style="{style}">')
            return
        classes = " ".join(filter(None, [*names, CLASS_BY_STYLE.get(style, "")]))
        self.parts.append(f'<{tag} class="{classes}">' if classes else f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open_tags:
            while (last := self.open_tags.pop()) != tag:
                self.parts.append(f"</{last}>")
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(escape(data, quote=False))

"""The HTML that citations are made of: what citeproc writes, and nothing else.

Titles may hold markup of their own, and a style anything; what is not listed here comes out as
text. On a page, styles that citeproc writes inline become classes, for a strict policy allows no
others; what is copied keeps them, for elsewhere nobody knows those classes.
"""

import re
from html import escape, unescape
from html.parser import HTMLParser

ALLOWED_TAGS = frozenset("b i em strong sup sub span div p blockquote".split())
# What citeproc writes into `style`, and the class that stands for it.
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
# Between the number of an entry and the entry.
_COLUMN = re.compile(r"</div><div")
# No-break spaces are the style's, or the title's, and stay.
_SPACE = re.compile(r"[ \t\r\n]+")


def clean_citation_html(html: str, *, inline: bool = False) -> str:
    """The same citation without anything else; every tag is closed."""
    cleaner = _Cleaner(inline=inline)
    cleaner.feed(html)
    cleaner.close()
    return "".join([*cleaner.made, *(f"</{tag}>" for tag in reversed(cleaner.opened))])


def citation_as_text(html: str) -> str:
    """What citeproc writes where it is asked for text: no tags, and a space behind a number."""
    text = unescape(_TAG.sub("", _COLUMN.sub("</div> <div", html)))
    return _SPACE.sub(" ", text).strip()


class _Cleaner(HTMLParser):
    def __init__(self, *, inline: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.inline = inline
        self.made: list[str] = []
        self.opened: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED_TAGS:
            self.handle_data(self.get_starttag_text() or "")
            return
        given = dict(attrs)
        style = "".join((given.get("style") or "").split())
        names = [each for each in (given.get("class") or "").split() if each in ALLOWED_CLASSES]
        self.opened.append(tag)
        if style in CLASS_BY_STYLE and self.inline:
            self.made.append(f'<{tag} style="{style}">')
            return
        classes = " ".join(filter(None, [*names, CLASS_BY_STYLE.get(style, "")]))
        self.made.append(f'<{tag} class="{classes}">' if classes else f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.opened:
            while (last := self.opened.pop()) != tag:
                self.made.append(f"</{last}>")
            self.made.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.made.append(escape(data, quote=False))

"""Markup inside prose, pasted as it was typed: HTML, Markdown and LaTeX, read as what it shows."""

import html
import re
from collections.abc import Iterator
from itertools import islice

from citations.text.cleaning.clean_text import TextEdit

_BLOCKS = "p br div li ul ol h1 h2 h3 h4 h5 h6 blockquote section article tr table".split()
_INLINE = "a abbr b bdi cite code em font i ins mark q s small span strong sub sup u del".split()
_TAG = re.compile(
    rf"<(/?)({'|'.join(_BLOCKS + _INLINE)})(?=[\s/>])[^<>]{{0,500}}>|<!--.{{0,500}}?-->",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"<sup\b[^<>]{0,200}>(?:<a\b[^<>]{0,300}>)?[\[(]?\d{1,3}[\])]?(?:</a>)?</sup>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*\*\*|\*\*|\*)(?=[^\s*])([^*\n]{0,400}[^\s*])\1(?![\w*])"
    r"|(?<![\w_])(__|_)(?=[^\s_])([^_\n]{0,400}[^\s_])\3(?![\w_])"
    r"|(~~)(?=\S)([^~\n]{0,400}\S)\5"
)
_LINK = re.compile(r"!?\[([^\]\[\n]{1,300})\]\((?:https?:|mailto:|/|#|\.)[^()\s]{0,500}\)")
# What LaTeX writes around words; its argument is shown, in marks where the command quotes.
_COMMAND = re.compile(
    r"\\(enquote\*?|textquote|emph|textit|textbf|textsc|footnote|cite[pt]?)(?:\[[^\]\n]{0,80}\])?\{"
)
_QUOTING = {"enquote", "enquote*", "textquote"}
_UNSHOWN = {"footnote", "cite", "citep", "citet"}
# Prose has no more markup than so much for its length; what comes after is left as it is.
_FEWEST, _SPACING, _TAG_SPACING = 1_000, 30, 15
_BRACE = re.compile(r"[{}]")


def markup_edits(text: str) -> Iterator[TextEdit]:
    """Edits that read markup as what it shows; tags of blocks end a line."""
    edits: list[TextEdit] = []
    if "<" in text:
        edits += _html_edits(text)
    if "&" in text:
        edits += (TextEdit(*m.span(), html.unescape(m.group())) for m in _ENTITY.finditer(text))
    if "\\" in text:
        edits += _command_edits(text)
    if "*" in text or "_" in text or "~~" in text:
        edits += _emphasis_edits(text)
    if "](" in text:
        edits += _link_edits(text)
    return _in_order(edits)


def _html_edits(text: str) -> Iterator[TextEdit]:
    for match in _NOTE.finditer(text):
        yield TextEdit(*match.span())
    for match in islice(_TAG.finditer(text), _FEWEST + len(text) // _TAG_SPACING):
        name = (match[2] or "").lower()
        if name == "q":
            yield TextEdit(*match.span(), "”" if match[1] else "“")
        else:
            yield TextEdit(
                *match.span(), "\n" if name == "br" else "\n\n" if name in _BLOCKS else ""
            )


def _command_edits(text: str) -> Iterator[TextEdit]:
    """`\\enquote{words}` reads “words”, `\\emph{word}` word, and `\\footnote{...}` nothing."""
    closing_braces = _closing_braces(text)
    for match in islice(_COMMAND.finditer(text), _FEWEST + len(text) // _SPACING):
        close = closing_braces.get(match.end() - 1)
        if close is None:
            continue
        name = match[1]
        if name in _UNSHOWN:
            yield TextEdit(match.start(), close + 1)
        else:
            opening, closing = ("“", "”") if name in _QUOTING else ("", "")
            yield TextEdit(*match.span(), opening)
            yield TextEdit(close, close + 1, closing)


def _closing_braces(text: str) -> dict[int, int]:
    """For the place of each opening brace that of the one that closes it."""
    pairs, unclosed = {}, []
    for brace in _BRACE.finditer(text):
        if brace.group() == "{":
            unclosed.append(brace.start())
        elif unclosed:
            pairs[unclosed.pop()] = brace.start()
    return pairs


def _emphasis_edits(text: str) -> Iterator[TextEdit]:
    for match in islice(_EMPHASIS.finditer(text), _FEWEST + len(text) // _SPACING):
        width = len(match[1] or match[3] or match[5])
        yield TextEdit(match.start(), match.start() + width)
        yield TextEdit(match.end() - width, match.end())


def _link_edits(text: str) -> Iterator[TextEdit]:
    for match in _LINK.finditer(text):
        yield TextEdit(match.start(), match.start(1))
        yield TextEdit(match.end(1), match.end())


def _in_order(edits: list[TextEdit]) -> Iterator[TextEdit]:
    """The edits by place; of two that overlap, the one that begins first, or is the longer."""
    reached = 0
    for edit in sorted(edits, key=lambda each: (each.start, -each.end)):
        if edit.start >= reached:
            yield edit
            reached = edit.end

"""Note markers among the words: [^3], superscripts, [12], and (Author 2023) right behind them."""

import re
from collections.abc import Iterator

from citations.text.cleaning.clean_text import TextEdit

_CLOSERS = "”\"’'»“」』"
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# Units that a superscript makes square or cubic.
_UNITS = frozenset("m km cm mm ft in mi yd s dm nm µm μm".split())
_MARKER = re.compile(
    rf"""
      (?P<footnote>[ \u00a0]?\[\^[\w-]{{1,20}}\](?!:))
    | (?P<superscript>[{_SUPERSCRIPTS}]+(?:[,–][{_SUPERSCRIPTS}]+)*)
    | (?P<number>[ \u00a0]?\[\d{{1,3}}(?:\s?[,–-]\s?\d{{1,3}})*\])
    | (?P<author>[ \u00a0]\((?:(?:see|cf\.)\s)?[A-ZÀ-ÖØ-Þ][\w’'-]+
        (?:(?:,\s|,?\s(?:and|&|et|und|y)\s)[A-ZÀ-ÖØ-Þ][\w’'-]+|\set\sal\.){{0,3}},?\s
        (?:1[5-9]|20)\d\d[a-z]?(?:[,:]\s?(?:pp?\.\s?)?\d{{1,4}}(?:[–-]\d{{1,4}})?)?\))
    """,
    re.VERBOSE,
)
# What every marker has at its first or second code point.
_SIGN = re.compile(f"[\\[({_SUPERSCRIPTS}]")
_BEHIND_WORDS = frozenset(f".,;:!?)…{_CLOSERS}")
_ENDS_WORDS = frozenset(f".,;:!?{_CLOSERS}\n")


def note_marker_edits(text: str) -> Iterator[TextEdit]:
    """Takes out each marker that stands right behind words or the marks around them."""
    for match in _markers(text):
        kind = match.lastgroup or ""
        if match.start() and _IS_MARKER[kind](text, match):
            yield TextEdit(match.start(), match.end())


def _markers(text: str) -> Iterator[re.Match[str]]:
    """What looks like a marker. Signs are rare, so this is faster than a search for markers."""
    reached = 0
    for sign in _SIGN.finditer(text):
        at = sign.start()
        if at < reached:
            continue
        before = _MARKER.match(text, at - 1) if at > reached else None
        if match := before or _MARKER.match(text, at):
            reached = match.end()
            yield match


def _is_footnote(text: str, match: re.Match[str]) -> bool:
    return text[match.start() - 1] != "\n"


def _is_superscript(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()] if match.start() < 8 else text[match.start() - 8 : match.start()]
    if before[-1] in _BEHIND_WORDS:
        return True
    word = re.split(r"[^\w]", before)[-1]
    return word.isalpha() and word not in _UNITS and len(word) > 1


def _is_number(text: str, match: re.Match[str]) -> bool:
    """Behind a word without a space; behind a space only where the words end after it.

    "[75] years" with a space before it is something put in, not a marker.
    """
    if not match.group()[0].isspace():
        before = text[match.start() - 1]
        return before.isalnum() or before in _BEHIND_WORDS
    return match.end() == len(text) or text[match.end()] in _ENDS_WORDS


def _is_author(text: str, match: re.Match[str]) -> bool:
    """At the end of the words, or right behind the marks that close them."""
    after = text[match.end()] if match.end() < len(text) else "\n"
    return after in _CLOSERS or text[match.start() - 1] in _CLOSERS


_IS_MARKER = {
    "footnote": _is_footnote,
    "superscript": _is_superscript,
    "number": _is_number,
    "author": _is_author,
}

"""The words and marks of a text, each with its place."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category

from citations.text.folding import fold
from citations.text.scripts import UNSPACED
from citations.text.spans import Span

_EAST_ASIAN = (
    ("\u3005", "\u3007"),
    ("\u3041", "\u30ff"),
    ("\u31f0", "\u31ff"),
    ("\u3400", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)
# One mark under several shapes. The kind of a quotation mark and its level are a matter of style.
_ONE_MARK = {'"': "'", "、": ",", "。": "."}
# But after a digit the level is a measure (5′, 5″), and before one a dash may be a minus.
_MINUS = r"""(?<![^ ("'\[])-"""
_OF_A_NUMBER = re.compile(rf"""(?<=[\d¼-¾⅐-⅞])"|{_MINUS}(?=[$£€¥]?\.?\d)""")
_NUMBER_MARK = {'"': "″", "-": "−"}

_UNSPACED = re.compile(f"[{UNSPACED}]")
# What an edge, written as a new line, must not part: numbers, signs from numbers, and n't.
_INSIDE = re.compile(
    rf"\d\n[.,]\d|(?:\d[.,]|(?<![^ ])\.)\n\d|{_MINUS}\n[$£€¥]?\.?\d|n\n't\b", re.IGNORECASE
)
# What stands beside an edge and belongs to no word or number, or is nothing at all.
_PARTING = {"", " ", "“", "”"}
# Code points looked at on each side of an edge: enough, even with some unseen ones between.
_REACH = 32

_LETTER, _DIGIT, _SIGN, _MARK = "a1sm"
_LETTERS = _LETTER + _DIGIT
# Read over shapes, not characters. Every branch is told by one character: nothing backtracks.
_TOKEN = re.compile(
    r"\.(?: ?\.){2,}"  # an ellipsis, spaced or not
    r"|(?:\.(?=1))?(?:[a1]|(?<=[a1])'(?=[a1])|(?<=1)[.,](?=1))+"  # a word, 3.5, .5
    r"|[^ ]"  # a sign or a mark
)


class Kind(StrEnum):
    """What a token is: a word or number, a mark, or the dots of an omission."""

    WORD = "word"
    MARK = "mark"
    ELLIPSIS = "ellipsis"


class Token(NamedTuple):
    """A word or a mark: `key` is what it is compared by, `span` its place in the text given."""

    key: str
    span: Span
    kind: Kind


def tokens(text: str) -> tuple[Token, ...]:
    """The words and marks of the text, in order; white space separates and is left out.

    A word is a run of letters and digits, with apostrophes between letters (don't), with stops or
    commas between digits (3.5) or a stop before them (.5). Chinese characters and kana are a word
    each. Keys keep case and accents; a mark's key is the same for all shapes of that mark, except
    where it belongs to a number: a double mark after a digit, a minus before one.
    """
    folded = fold(text)
    words, offsets, ends = folded.text, folded.offsets, folded.ends
    found = (match.span() for match in _TOKEN.finditer(words.translate(_SHAPES)))
    read = []
    for start, end in found:
        key, kind = _read(words[start:end])
        if kind is Kind.MARK and _OF_A_NUMBER.match(words, start):
            key = _NUMBER_MARK[words[start]]
        read.append(Token(key, Span(offsets[start], ends[end - 1]), kind))
    return tuple(read)


def is_letter(character: str) -> bool:
    """Whether it belongs to a word that is written with spaces around it."""
    return _SHAPES[ord(character)] in _LETTERS


def cuts_a_word(text: str, span: Span) -> bool:
    """Whether the span begins or ends inside a word or a number: il|legal, 1.|5, -|5, 10|², ca|n't.

    Words of scripts without spaces may be cut anywhere, but not before a combining mark.
    """
    return any(_cuts(text, at) for at in span)


def _cuts(text: str, at: int) -> bool:
    if 0 < at < len(text) and _join(text[at - 1], text[at]):
        return True
    # These settle nearly every edge, without folding what stands around it.
    before, after = text[max(0, at - 1) : at], text[at : at + 1]
    if after in _PARTING or (before in _PARTING and after.isascii()):
        return False
    # A long dash is no minus, also where it stands as one, as before speech in Spanish.
    before = fold(text[max(0, at - _REACH) : at].replace("—", " ")).text
    after = fold(text[at : at + _REACH]).text
    if not before or not after:
        return False
    if category(after[0]).startswith("M") or _join(before[-1], after[0]):
        return True
    return bool(_INSIDE.search(f"{before[-3:]}\n{after[:4]}"))


def _join(one: str, other: str) -> bool:
    """Whether the two, side by side, belong to one word."""
    letters = is_letter(one) and is_letter(other)
    return letters and not (_UNSPACED.match(one) or _UNSPACED.match(other))


@lru_cache(maxsize=4096)
def _read(word: str) -> tuple[str, Kind]:
    shape = _SHAPES[ord(word[-1])]
    if shape in _LETTERS or shape == _SIGN:
        return word, Kind.WORD
    if len(word) > 1:
        return "...", Kind.ELLIPSIS
    return _ONE_MARK.get(word, word), Kind.MARK


class _Shapes(dict[int, str]):
    """What a code point is to a word, for `str.translate`; worked out once for each."""

    def __missing__(self, code: int) -> str:
        self[code] = shape = _shape(chr(code))
        return shape


def _shape(character: str) -> str:
    if character.isspace():
        return " "
    if character.isdigit():
        return _DIGIT
    if any(first <= character <= last for first, last in _EAST_ASIAN) and character.isalnum():
        return _SIGN
    if character.isalnum() or category(character).startswith("M"):
        return _LETTER
    return character if character in ".,'" else _MARK


_SHAPES = _Shapes()

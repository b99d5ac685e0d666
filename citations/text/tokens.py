"""The tokenizer: words and marks of a text with their spans."""

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
# Shapes of one mark. The kind of a quotation mark, and its level, are a matter of style.
_ONE_MARK = {'"': "'", "、": ",", "。": "."}
# But after a digit the level is a unit (5′, 5″), and before a digit a dash may be a minus sign.
_MINUS = r"""(?<![^ ("'\[])-"""
_OF_A_NUMBER = re.compile(rf"""(?<=[\d¼-¾⅐-⅞])"|{_MINUS}(?=[$£€¥]?\.?\d)""")
_NUMBER_MARK = {'"': "″", "-": "−"}

_UNSPACED = re.compile(f"[{UNSPACED}]")
# What an edge (here a line end) must not separate: digits of a number, its sign, and n't.
_INSIDE = re.compile(
    rf"\d\n[.,]\d|(?:\d[.,]|(?<![^ ])\.)\n\d|{_MINUS}\n[$£€¥]?\.?\d|n\n't\b", re.IGNORECASE
)
# Characters beside an edge that belong to no word or number, or no character at all.
_PARTING = {"", " ", "“", "”"}
# Code points examined on each side of an edge: enough even if some are invisible.
_REACH = 32

_LETTER, _DIGIT, _SIGN, _MARK = "a1sm"
_LETTERS = _LETTER + _DIGIT
# Matches shapes, not characters. One character decides each branch, so nothing backtracks.
_TOKEN = re.compile(
    r"\.(?: ?\.){2,}"  # an ellipsis, spaced or not
    r"|(?:\.(?=1))?(?:[a1]|(?<=[a1])'(?=[a1])|(?<=1)[.,](?=1))+"  # a word, 3.5, .5
    r"|[^ ]"  # a sign or a mark
)


class Kind(StrEnum):
    """The kind of a token; a number is a word."""

    WORD = "word"
    MARK = "mark"
    ELLIPSIS = "ellipsis"


class Token(NamedTuple):
    """A word or a mark: `key` is its form for comparison, `span` its place in the given text."""

    key: str
    span: Span
    kind: Kind


def tokens(text: str) -> tuple[Token, ...]:
    """The words and marks of the text, in order, without white space.

    A word is a run of letters and digits. It may contain apostrophes between letters (don't),
    points or commas between digits (3.5) and a point before digits (.5). Each Chinese character or
    kana is a word. Keys keep case and accents. All shapes of a mark have the same key, unless the
    mark belongs to a number: a double mark after a digit, a minus sign before one.
    """
    folded = fold(text)
    words, offsets, ends = folded.text, folded.offsets, folded.ends
    found = (match.span() for match in _TOKEN.finditer(words.translate(_SHAPES)))
    read = []
    for start, end in found:
        key, kind = _key_and_kind(words[start:end])
        if kind is Kind.MARK and _OF_A_NUMBER.match(words, start):
            key = _NUMBER_MARK[words[start]]
        read.append(Token(key, Span(offsets[start], ends[end - 1]), kind))
    return tuple(read)


def is_letter(character: str) -> bool:
    """Whether it is a letter or digit of a script that separates words by spaces."""
    return _SHAPES[ord(character)] in _LETTERS


def cuts_a_word(text: str, span: Span) -> bool:
    """Whether the span begins or ends inside a word or number: il|legal, 1.|5, -|5, 10|², ca|n't.

    Text in scripts without spaces may be cut anywhere except before a combining mark.
    """
    return any(_cuts_a_word_at(text, at) for at in span)


def _cuts_a_word_at(text: str, at: int) -> bool:
    if 0 < at < len(text) and _are_in_one_word(text[at - 1], text[at]):
        return True
    # This decides nearly every edge without folding the text around it.
    before, after = text[max(0, at - 1) : at], text[at : at + 1]
    if after in _PARTING or (before in _PARTING and after.isascii()):
        return False
    # A long dash is not a minus sign, even where one could be, as before speech in Spanish.
    before = fold(text[max(0, at - _REACH) : at].replace("—", " ")).text
    after = fold(text[at : at + _REACH]).text
    if not before or not after:
        return False
    if category(after[0]).startswith("M") or _are_in_one_word(before[-1], after[0]):
        return True
    return bool(_INSIDE.search(f"{before[-3:]}\n{after[:4]}"))


def _are_in_one_word(one: str, other: str) -> bool:
    letters = is_letter(one) and is_letter(other)
    return letters and not (_UNSPACED.match(one) or _UNSPACED.match(other))


@lru_cache(maxsize=4096)
def _key_and_kind(word: str) -> tuple[str, Kind]:
    shape = _SHAPES[ord(word[-1])]
    if shape in _LETTERS or shape == _SIGN:
        return word, Kind.WORD
    if len(word) > 1:
        return "...", Kind.ELLIPSIS
    return _ONE_MARK.get(word, word), Kind.MARK


class _Shapes(dict[int, str]):
    """The shape of each code point, for `str.translate`; computed once for each."""

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

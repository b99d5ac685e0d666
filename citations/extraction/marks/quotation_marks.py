"""Quotation marks: which characters of a text are marks, and which of them make a pair.

The position of a mark decides its direction more than its shape, because shapes are often wrong: a
mark after a space and before a letter opens, and one before a space and after a letter closes.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from citations.text.spans import Span

OPENING, CLOSING, EITHER = 1, -1, 0
# Marks by family; only marks of one family make a pair. Two apostrophes or two grave accents are
# one double mark, as typewriters and TeX write it.
_DOUBLE = {"“": OPENING, "”": CLOSING, '"': EITHER, "„": OPENING, "‟": OPENING, "＂": EITHER}
_DOUBLED = {"''": EITHER, "``": OPENING, "‘‘": OPENING, "’’": CLOSING}
_ANGLED = {"«": OPENING, "»": CLOSING}
_SINGLE = {"‘": OPENING, "’": CLOSING, "'": EITHER, "`": OPENING, "‚": OPENING}
_CORNERED = {"「": OPENING, "」": CLOSING, "『": OPENING, "』": CLOSING}

_MARK = re.compile(r"''|``|‘‘|’’|[“”\"„‟＂«»「」『』‘’'`‚]")
_RUN = re.compile(r"[“”\"„‟＂«»「」『』‘’'`‚]+")
_IN_WORD = re.compile(r"(?<=\w)['’]\w")
# Prose has no more marks and pairs than this for its length; the rest of a text with more is
# ignored. A longer run of marks is ignored too: it is a line drawn with them.
_FEWEST_PAIRS, _PAIR_LENGTH = 300, 200
_FEWEST_MARKS, _MARK_LENGTH, _LONGEST_RUN = 900, 48, 6
_WIDEST_INDENT = 200
_OPENERS = frozenset("([{—–-/“‘\"'«>…*•")
_CLOSERS = frozenset(".,;:!?)]}—–-…")
_APOSTROPHES = re.compile(
    r"(?:tis|twas|twere|em|n|til|cause|bout|round|[0-9]{2}s?)(?![^\W_])", re.IGNORECASE
)


class QuotationMark(NamedTuple):
    """A quotation mark: its span, its family, and whether it opens (1) or closes (-1)."""

    span: Span
    family: str
    direction: int


class MarkPair(NamedTuple):
    """The words inside two marks of one paragraph; `closed` is False if the second is missing.

    `outer` includes the marks; `paragraph` is the span of the line.
    """

    inner: Span
    outer: Span
    paragraph: Span
    closed: bool


def find_mark_pairs(text: str) -> list[MarkPair]:
    """The outermost pairs of marks, in order; a pair never crosses a line end."""
    text = text.replace("\r", "\n")
    lines, marks = _lines_with_marks(text)
    found: list[MarkPair] = []
    most = _FEWEST_PAIRS + len(text) // _PAIR_LENGTH
    all_count = _are_single(marks)
    headline = len(text) - len(text.lstrip())
    for line, row in zip(lines, marks, strict=True):
        # Headlines use single marks even if their articles use double ones.
        counted = all_count or line.start <= headline
        kept = row if counted else [mark for mark in row if mark.family != "single"]
        found += islice(_outer_pairs(text, line, kept), most - len(found))
    return found


def _are_single(marks: list[list[QuotationMark]]) -> bool:
    """Whether the text's usual marks are single, as in Britain: they come first in more lines."""
    first = [row[0].family == "single" for row in marks if row and row[0].direction == OPENING]
    return sum(first) * 2 > len(first)


def _lines_with_marks(text: str) -> tuple[list[Span], list[list[QuotationMark]]]:
    """The lines that have marks, and the marks of each."""
    lines: list[Span] = []
    marks: list[list[QuotationMark]] = []
    start = end = -1
    for match in islice(_runs(text), _FEWEST_MARKS + len(text) // _MARK_LENGTH):
        if match.start() >= end:
            start, end = _line_around(text, match.start())
            lines.append(Span(start, end))
            marks.append([])
        if len(match.group()) <= _LONGEST_RUN:
            marks[-1] += _marks(text, lines[-1], match)
    return lines, marks


def _runs(text: str) -> Iterator[re.Match[str]]:
    """The runs of marks; an apostrophe inside a word is none."""
    return (match for match in _RUN.finditer(text) if not _IN_WORD.match(text, match.start()))


def _line_around(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)


def _marks(text: str, line: Span, run: re.Match[str]) -> Iterator[QuotationMark]:
    for match in _MARK.finditer(text, *run.span()):
        span = Span(*match.span())
        family, shape = _family(match.group())
        before = text[span.start - 1] if span.start > line.start else " "
        after = text[span.end] if span.end < line.end else " "
        if family == "single" and _is_apostrophe(text, span, before, after):
            continue
        if family == "angled" and before in "'’":
            before = " "  # d’« un mot »
        if match.group() == '"' and before.isdigit() and _is_measure(text, span):
            continue
        # At the start of a line, a mark opens even if its shape says otherwise.
        starts = family != "single" and _is_at_start(text, line, span.start)
        yield QuotationMark(span, family, OPENING if starts else _direction(shape, before, after))


def _is_at_start(text: str, line: Span, at: int) -> bool:
    """Whether only space stands before this place of the line; a wide indent is not read."""
    indent = text[line.start : min(at, line.start + _WIDEST_INDENT)]
    return at - line.start <= _WIDEST_INDENT and not indent.strip()


def _family(mark: str) -> tuple[str, int]:
    for name, shapes in (
        ("double", _DOUBLE),
        ("double", _DOUBLED),
        ("single", _SINGLE),
        ("angled", _ANGLED),
    ):
        if mark in shapes:
            return name, shapes[mark]
    return "cornered", _CORNERED[mark]


def _direction(shape: int, before: str, after: str) -> int:
    opens = before.isspace() or before in _OPENERS
    closes = after.isspace() or after in _CLOSERS
    if opens and not closes:
        return OPENING
    if closes and not opens:
        return CLOSING
    return shape


def _is_apostrophe(text: str, span: Span, before: str, after: str) -> bool:
    """Inside a word (don't), or at the start of a shortened one ('80s, 'twas, 'n')."""
    if before.isalnum() and after.isalnum():
        return True
    return not before.isalnum() and bool(_APOSTROPHES.match(text, span.end))


def _is_measure(text: str, span: Span) -> bool:
    """Inches and seconds: 6'2", 12"."""
    return text[span.start - 3 : span.start - 1].strip("0123456789") in {"'", "’", "′"}


def _outer_pairs(text: str, line: Span, row: list[QuotationMark]) -> Iterator[MarkPair]:
    """The pairs that are not inside another pair."""
    partners, reached = _partners(row), 0
    for number, mark in enumerate(row):
        if number < reached or number not in partners:
            continue
        last = partners[number]
        if last is None and mark.family in {"single", "cornered"}:
            continue
        yield _pair(text, line, mark, row[last] if last is not None else None)
        reached = len(row) if last is None else last + 1


def _partners(row: list[QuotationMark]) -> dict[int, int | None]:
    """For each opening mark the one that closes it, found with a stack for each family.

    A mark that is left over closes at the next closing mark; None if the line ends before.
    """
    partners: dict[int, int | None] = {}
    stacks: dict[str, list[int]] = {}
    for number, mark in enumerate(row):
        stack = stacks.setdefault(mark.family, [])
        if stack and mark.direction != OPENING:
            partners[stack.pop()] = number
        elif mark.direction != CLOSING:
            stack.append(number)
    left_over = {number for stack in stacks.values() for number in stack}
    following: dict[str, int] = {}
    for number in range(len(row) - 1, -1, -1):
        family = row[number].family
        if number in left_over:
            partners[number] = following.get(family)
        elif row[number].direction != OPENING:
            following[family] = number
    return partners


def _pair(text: str, line: Span, first: QuotationMark, last: QuotationMark | None) -> MarkPair:
    end = last.span.start if last else line.end
    inner = _strip_space(text, Span(first.span.end, end))
    outer = Span(first.span.start, last.span.end if last else line.end)
    return MarkPair(inner, outer, line, last is not None)


def _strip_space(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    words = span.text_in(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - (len(words) - len(words.rstrip()))))

"""Quotation marks: which characters of a text are marks, and which of them make a pair.

Direction comes from where a mark stands more than from its shape, because shapes are often wrong:
a mark opens after a space and before a letter, and closes the other way round.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from citations.text.spans import Span

OPENING, CLOSING, EITHER = 1, -1, 0
# Marks by family; only marks of one family make a pair. Two apostrophes, or two grave accents,
# are one double mark, as typewriters and TeX wrote it.
_DOUBLE = {"“": OPENING, "”": CLOSING, '"': EITHER, "„": OPENING, "‟": OPENING, "＂": EITHER}
_DOUBLED = {"''": EITHER, "``": OPENING, "‘‘": OPENING, "’’": CLOSING}
_ANGLED = {"«": OPENING, "»": CLOSING}
_SINGLE = {"‘": OPENING, "’": CLOSING, "'": EITHER, "`": OPENING, "‚": OPENING}
_CORNERED = {"「": OPENING, "」": CLOSING, "『": OPENING, "』": CLOSING}

_MARK = re.compile(r"''|``|‘‘|’’|[“”\"„‟＂«»「」『』‘’'`‚]")
# A run of marks; an apostrophe inside a word is none.
_MARKS = re.compile(r"(?:(?!(?<=\w)['’]\w)[“”\"„‟＂«»「」『』‘’'`‚])+")
# Prose holds no more than so many marks, and pairs of them, for its length; the rest of a text
# that has more is left out. A longer run of marks is none: it is a line drawn with them.
_FEWEST_PAIRS, _PAIR_LENGTH = 300, 200
_FEWEST_MARKS, _MARK_LENGTH, _LONGEST_RUN = 900, 48, 6
_OPENERS = frozenset("([{—–-/“‘\"'«>…*•")
_CLOSERS = frozenset(".,;:!?)]}—–-…")
_APOSTROPHES = re.compile(
    r"(?:tis|twas|twere|em|n|til|cause|bout|round|[0-9]{2}s?)(?![^\W_])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark: where, of which family, and whether it opens (1) or closes (-1)."""

    span: Span
    family: str
    direction: int


@dataclass(frozen=True, slots=True)
class Pair:
    """The words inside two marks of one paragraph; `closed` is False where the second is missing.

    `outer` takes in the marks; `paragraph` is the line in which it stands.
    """

    inner: Span
    outer: Span
    paragraph: Span
    closed: bool


def pairs(text: str) -> list[Pair]:
    """The outermost pairs of marks, in order; a pair never runs over a line's end."""
    text = text.replace("\r", "\n")
    lines, marks = _marked_lines(text)
    found: list[Pair] = []
    most = _FEWEST_PAIRS + len(text) // _PAIR_LENGTH
    all_count = _are_single(marks)
    headline = len(text) - len(text.lstrip())
    for line, row in zip(lines, marks, strict=True):
        # Headlines have single marks where their articles have double ones.
        counted = all_count or line.start <= headline
        kept = row if counted else [mark for mark in row if mark.family != "single"]
        found += islice(_paired(text, line, kept), most - len(found))
    return found


def _are_single(marks: list[list[Mark]]) -> bool:
    """Whether the text's own marks are single, as in Britain: more lines open with them first."""
    first = [row[0].family == "single" for row in marks if row and row[0].direction == OPENING]
    return sum(first) * 2 > len(first)


def _marked_lines(text: str) -> tuple[list[Span], list[list[Mark]]]:
    """The lines that have marks, and the marks of each."""
    lines: list[Span] = []
    marks: list[list[Mark]] = []
    start = end = -1
    for match in islice(_MARKS.finditer(text), _FEWEST_MARKS + len(text) // _MARK_LENGTH):
        if match.start() >= end:
            start, end = _line_around(text, match.start())
            lines.append(Span(start, end))
            marks.append([])
        if len(match.group()) <= _LONGEST_RUN:
            marks[-1] += _marks(text, lines[-1], match)
    return lines, marks


def _line_around(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)


def _marks(text: str, line: Span, run: re.Match[str]) -> Iterator[Mark]:
    for match in _MARK.finditer(text, *run.span()):
        span = Span(*match.span())
        family, shape = _family(match.group())
        before = text[span.start - 1] if span.start > line.start else " "
        after = text[span.end] if span.end < line.end else " "
        if family == "single" and _is_apostrophe(text, span, before, after):
            continue
        if match.group() == '"' and before.isdigit() and _is_measure(text, span):
            continue
        # A mark turned the wrong way opens where a line begins.
        starts = family != "single" and not text[line.start : span.start].strip()
        yield Mark(span, family, OPENING if starts else _direction(shape, before, after))


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
    """Inside a word (don't), or at the start of one that is cut short ('80s, 'twas, 'n')."""
    if before.isalnum() and after.isalnum():
        return True
    return not before.isalnum() and bool(_APOSTROPHES.match(text, span.end))


def _is_measure(text: str, span: Span) -> bool:
    """Inches and seconds: 6'2", 12"."""
    return text[span.start - 3 : span.start - 1].strip("0123456789") in {"'", "’", "′"}


def _paired(text: str, line: Span, row: list[Mark]) -> Iterator[Pair]:
    """What lies inside an outer pair is skipped."""
    partners, reached = _partners(row), 0
    for number, mark in enumerate(row):
        if number < reached or number not in partners:
            continue
        last = partners[number]
        if last is None and mark.family in {"single", "cornered"}:
            continue
        yield _pair(text, line, mark, row[last] if last is not None else None)
        reached = len(row) if last is None else last + 1


def _partners(row: list[Mark]) -> dict[int, int | None]:
    """For each opening mark the one that closes it: with a stack for each family.

    One that is left over closes at the next closing mark, or nowhere: the line ends first.
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


def _pair(text: str, line: Span, first: Mark, last: Mark | None) -> Pair:
    end = last.span.start if last else line.end
    inner = _trimmed(text, Span(first.span.end, end))
    outer = Span(first.span.start, last.span.end if last else line.end)
    return Pair(inner, outer, line, last is not None)


def _trimmed(text: str, span: Span) -> Span:
    """Without the space inside the marks."""
    words = span.text_in(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - (len(words) - len(words.rstrip()))))

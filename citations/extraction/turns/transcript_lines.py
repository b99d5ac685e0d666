"""The lines of a transcript, without the numbers of pages, columns, lines and times."""

import re
from typing import NamedTuple

from citations.extraction.turns.turn import Landmark, LandmarkKind

TIME = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?(?:\s?[AaPp]\.?[Mm]\.?)?"
_DAY = r"(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s)?"
_WHOLE_LINE: tuple[tuple[LandmarkKind, re.Pattern[str]], ...] = (
    (
        "time",
        re.compile(rf"[\[(]?({TIME})[\])]?(?:\s?(?:-->|[-–—,])\s?{TIME}[^\n]{{0,99}})?[\])]?"),
    ),
    ("time", re.compile(r"\(?(\d{1,2}[.:]\d{2}\s?[ap]\.?m\.?)\)?")),
    ("time", re.compile(r"\{time\}\s+(\d{4})")),
    ("column", re.compile(r"(?:[^\n]{0,40}: )?\[?(?:Column|Col\.?)\s?(\d{1,5}[A-Z]{0,2})\]?")),
    (
        "page",
        re.compile(
            r"\[{0,2}(?:[Pp]age|PAGE|[Pp]p?\.|Seite|S\.|[Pp]ágina|стр\.)\s?([A-Z]{0,2}\d{1,5})"
            r"(?:\s?(?:of|/|von|de)\s?\d{1,5})?\]{0,2}"
        ),
    ),
    ("page", re.compile(r"(?:[-–—]\s?|\[)?(\d{1,4})(?:\s?[-–—]|\])?")),
)
_TIME_BEFORE = re.compile(
    rf"(?:\\?\[{_DAY}({TIME})(?:\s?[-–—]\s?{TIME})?\\?\]|\({_DAY}({TIME})\)|{_DAY}({TIME})(?=\s))"
    r"\s*(?:[-–—|]\s)?(?=\S)"
)
# The mark of a quoted block; two are the mark of a new speaker in captions.
_QUOTED_BLOCK = re.compile(r"\s*(?:>\s+)+(?!>)")
_NUMBER_BEFORE = re.compile(r"[^\S\n]*(\d{1,2})(?:\s+|$)")
_DIGIT = re.compile(r"\d")
_LEAST_NUMBERS = 6
# A text with more lines than speech can fill is read up to that point only.
_FEWEST_LINES, _LINE_LENGTH = 1000, 30
# The head of a caption file.
_HEADER = re.compile(r"WEBVTT\b.*|(?:Kind|Language): \S+|STYLE|REGION|X-TIMESTAMP\S*")


class TextLine(NamedTuple):
    """A line that is not empty: its code points without indent and numbers.

    `gap` tells whether an empty line comes before it. A line that is nothing but a number or the
    head of a file `is_furniture`; the `landmarks` are those of this line.
    """

    start: int
    end: int
    indent: int
    gap: bool
    landmarks: tuple[Landmark, ...] = ()
    is_furniture: bool = False

    @property
    def is_timed(self) -> bool:
        return any(each.kind == "time" for each in self.landmarks)


def transcript_lines(text: str) -> list[TextLine]:
    """The lines of the text that are not empty, in order; not all of them if they are too many."""
    raw = text.splitlines(keepends=True)[: _FEWEST_LINES + len(text) // _LINE_LENGTH]
    numbered = _has_line_numbers(raw)
    lines: list[TextLine] = []
    start, gap = 0, True
    front = _front_matter(raw)
    for number, each in enumerate(raw):
        line = None if number < front else _line(each, start, gap, numbered)
        start += len(each)
        gap = line is None
        if line:
            if line.is_timed and line.is_furniture and lines and lines[-1].is_furniture:
                # The number of a caption, not of a page.
                lines[-1] = lines[-1]._replace(landmarks=())
            lines.append(line)
    return lines


def _front_matter(raw: list[str]) -> int:
    """How many lines at the top are fields between two lines of dashes, as in Markdown."""
    if not raw or raw[0].strip() != "---":
        return 0
    ends = (number for number, line in enumerate(raw[1:100], 2) if line.strip() == "---")
    return next(ends, 0)


def _line(raw: str, start: int, gap: bool, numbered: bool) -> TextLine | None:
    landmarks: list[Landmark] = []
    block = _QUOTED_BLOCK.match(raw)
    at = block.end() if block else len(raw) - len(raw.lstrip())
    number = _NUMBER_BEFORE.match(raw) if numbered else None
    if number:
        landmarks.append(Landmark("line", number[1], start + number.start(1)))
        at = number.end()
    end = len(raw.rstrip())
    if at >= end:
        return None
    whole = None if number else _whole_line(raw[at:end], start + at)
    if whole or _HEADER.fullmatch(raw, at, end):
        return TextLine(start + at, start + end, at, gap, tuple(filter(None, [whole])), True)
    indent = at
    time = _TIME_BEFORE.match(raw, at, end)
    if time:
        landmarks.append(_landmark("time", time, start))
        at = time.end()
    return TextLine(start + at, start + end, indent, gap, tuple(landmarks))


def _whole_line(line: str, start: int) -> Landmark | None:
    if len(line) > 160 or not _DIGIT.search(line):
        return None
    for kind, pattern in _WHOLE_LINE:
        if match := pattern.fullmatch(line):
            return _landmark(kind, match, start)
    return None


def _landmark(kind: LandmarkKind, match: re.Match[str], start: int) -> Landmark:
    group = next(number for number, value in enumerate(match.groups(), 1) if value)
    return Landmark(kind, match[group], start + match.start(group))


def _has_line_numbers(raw: list[str]) -> bool:
    """Whether most lines begin with numbers that count up, from 1 on each page."""
    filled, counted, last = 0, 0, 0
    for line in raw:
        if not line.strip():
            continue
        filled += 1
        match = _NUMBER_BEFORE.match(line)
        if match:
            counted += int(match[1]) in {last + 1, 1}
            last = int(match[1])
    return counted >= _LEAST_NUMBERS and counted * 5 >= filled * 3

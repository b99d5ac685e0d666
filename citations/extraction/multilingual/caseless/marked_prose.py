"""Pairs quotation marks by their shape, and keeps the prose around them apart from their words.

Chinese and Japanese write no spaces, and Korean glues particles to the closing mark, so that the
spaces beside a mark say nothing about its direction.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from citations.text.spans import Span

# Stands for each code point between marks, so that offsets stay the same.
HOLE = "\ufffc"
_TITLE_MARKS = (("《", "》"), ("〈", "〉"))
# Prose has no more marks than this for its length; the rest of a text with more is ignored.
_FEWEST_MARKS, _MARK_LENGTH = 600, 80
_MOST_PARAGRAPHS = 100
_TRAILING_COMMAS = " \t\u3000\u00a0，,、،"
_NEXT_LINE = re.compile(r"\s{1,8}")
_STOPS = "。.！？!?؟…"


@dataclass(frozen=True, slots=True)
class MarkedWords:
    """The words between two marks: several segments if each of its paragraphs is marked anew."""

    outer: Span
    segments: tuple[Span, ...]
    mark: str
    ends_with_stop: bool

    @property
    def length(self) -> int:
        """How many code points the words have."""
        return sum(each.end - each.start for each in self.segments)


@dataclass(frozen=True, slots=True)
class MarkedProse:
    """A text, its words between marks, and its prose in which those words are holes."""

    text: str
    prose: str
    passages: tuple[MarkedWords, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def sentence_start(self, at: int) -> int:
        """Where the sentence around this offset starts; a quoted full stop ends a sentence too."""
        return self.starts[bisect_right(self.starts, at) - 1]

    def sentence_end(self, at: int) -> int:
        """Behind the full stop of the sentence around this offset."""
        return self.ends[min(bisect_left(self.ends, at + 1), len(self.ends) - 1)]

    def before(self, at: int, most: int = 240) -> str:
        """The prose of the sentence up to this offset."""
        return self.prose[max(self.sentence_start(at), at - most) : at]

    def after(self, at: int, most: int = 160) -> str:
        """The prose from this offset to the end of the sentence."""
        return self.prose[at : min(self.sentence_end(at), at + most)]


def mark_prose(
    text: str,
    marks: Sequence[tuple[str, str]],
    sentence_ends: re.Pattern[str],
    continuations: re.Pattern[str],
) -> MarkedProse:
    """Splits a text into its prose and its marked words.

    `sentence_ends` finds the ends of sentences in prose. `continuations` matches what follows a
    closing mark if the sentence goes on although the words before the mark end with a full stop.
    """
    passages = tuple(_find_marked_words(text, tuple(marks)))
    prose = _with_holes(text, passages)
    ends = sorted({*(match.end() for match in sentence_ends.finditer(prose)), len(text)})
    quoted_ends = {
        each.outer.end
        for each in passages
        if each.ends_with_stop and not continuations.match(prose, each.outer.end)
    }
    starts = sorted({0, *ends, *quoted_ends})
    return MarkedProse(text, prose, passages, tuple(starts), tuple(ends))


def _with_holes(text: str, passages: Sequence[MarkedWords]) -> str:
    pieces, at = [], 0
    for each in passages:
        pieces += [text[at : each.outer.start + 1], HOLE * (each.outer.end - each.outer.start - 2)]
        at = each.outer.end - 1
    return "".join([*pieces, text[at:]])


@cache
def _mark_pattern(marks: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    characters = {mark for pair in (*marks, *_TITLE_MARKS) for mark in pair}
    # An apostrophe between Latin letters is no mark.
    return re.compile(f"(?!(?<=[A-Za-z])['’][A-Za-z])[{re.escape(''.join(characters))}\n]")


def _find_marked_words(text: str, marks: tuple[tuple[str, str], ...]) -> Iterator[MarkedWords]:
    closing = {**dict(_TITLE_MARKS), **dict(marks)}
    most = _FEWEST_MARKS + len(text) // _MARK_LENGTH
    openings: list[tuple[str, int]] = []
    earlier: list[Span] = []
    for match in islice(_lines_and_marks(text, marks), most):
        mark, at = match.group(), match.start()
        if mark == "\n":
            earlier = _segments_to_continue(text, openings, earlier, at)
            openings = []
            continue
        depth = _depth_closed(openings, closing, mark)
        if depth is None:
            if mark in closing and _may_open(text, mark, at, closing):
                openings.append((mark, at))
            continue
        opened_by, start = openings[depth]
        del openings[depth:]
        if depth or (opened_by, mark) in _TITLE_MARKS:
            continue
        segments = [_trim(text, each) for each in (*earlier, Span(start + 1, at))]
        if all(each.start < each.end for each in segments):
            outer = Span(earlier[0].start - 1 if earlier else start, at + 1)
            stopped = text[segments[-1].end - 1] in _STOPS
            yield MarkedWords(outer, tuple(segments), opened_by, stopped)
        earlier = []


def _lines_and_marks(text: str, marks: tuple[tuple[str, str], ...]) -> Iterator[re.Match[str]]:
    """The marks and, after a line with marks, the end of that line."""
    in_line = False
    for match in _mark_pattern(marks).finditer(text):
        if match.group() != "\n":
            in_line = True
        elif not in_line:
            continue
        else:
            in_line = False
        yield match


def _segments_to_continue(
    text: str, openings: list[tuple[str, int]], earlier: list[Span], line_end: int
) -> list[Span]:
    """The segments of a quotation that the next paragraph continues with another opening mark."""
    if not openings:
        return []
    mark, start = openings[0]
    following = _NEXT_LINE.match(text, line_end)
    is_continued = following and text.startswith(mark, following.end()) and mark not in "《〈"
    if not is_continued or len(earlier) >= _MOST_PARAGRAPHS:
        return []
    return [*earlier, Span(start + 1, line_end)]


def _depth_closed(
    openings: list[tuple[str, int]], closing: dict[str, str], mark: str
) -> int | None:
    """Which of the open marks this mark closes. The search is short: nobody nests deeper."""
    for depth in range(len(openings) - 1, max(-1, len(openings) - 9), -1):
        if closing[openings[depth][0]] == mark:
            return depth
    return None


def _may_open(text: str, mark: str, at: int, closing: dict[str, str]) -> bool:
    """A straight single mark inside a word is an apostrophe."""
    return mark != "'" or at == 0 or not text[at - 1].isalnum() or closing[mark] != mark


def _trim(text: str, span: Span) -> Span:
    words = span.text_in(text)
    start = span.start + len(words) - len(words.lstrip(" \t\u3000\u00a0"))
    return Span(start, max(start, span.start + len(words.rstrip(_TRAILING_COMMAS))))

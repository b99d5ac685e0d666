"""Block quotations without marks: indented or after >, below a colon or above their credit.

Lines of a conversation that begin with handles are quoted words, too.
"""

import re
from collections.abc import Iterator
from itertools import chain, islice

from citations.extraction.marks.quotation_marks import MarkPair
from citations.text.spans import Span

_COLON = re.compile(r":[^\S\n]*\n")
_LINE = re.compile(r"[^\n]+")
_SET_IN = re.compile(r"(?:\s*>+|\t| {4,})\s*(?=[^\s>])")
_BLOCK_LINE = re.compile(r"^(?:>|\t| {4,})[^\n]*$", re.MULTILINE)
_BULLETS = frozenset("•◦▪-–—*·0123456789")
_MARKS = re.compile(r"[“”\"„«»「]|''|``")
# Before the credit: — Ana Duarte, farmer.
_CREDIT = re.compile(r"(?:—|–|―|--|-)[^\S\n]?(?=[^\W\d_]|@)")
_LONGEST_CREDIT = 90
# Paragraphs of each kind; the rest of a text with more is ignored.
_MOST = 500
# Lines of an online conversation: @ana_duarte: We go.
_POST = re.compile(r"^[^\S\n]{0,3}[•*-]?[^\S\n]?(@\w{2,30}):[^\S\n]+(?=\S)", re.MULTILINE)
_END = re.compile(r"$", re.MULTILINE)


def block_quotations(text: str) -> Iterator[MarkPair]:
    """Each paragraph of the block quotations, as if it were between marks.

    They begin after a colon, or end with a credit, or are lines of a conversation of handles.
    """
    reached = 0
    found = [islice(each, _MOST) for each in (_after_colons(text), _credited(text), _posts(text))]
    for pair in sorted(chain.from_iterable(found), key=_place):
        if pair.inner.start >= reached:
            yield pair
            reached = pair.outer.end


def _place(pair: MarkPair) -> tuple[int, int]:
    return pair.inner.start, pair.outer.start


def _after_colons(text: str) -> Iterator[MarkPair]:
    reached = 0
    for colon in _COLON.finditer(text):
        if colon.start() < reached:
            continue
        # The outer span begins directly after the colon, which then introduces the words.
        reached = colon.start() + 1
        for line in _LINE.finditer(text, colon.end()):
            if line.group().isspace():
                continue
            words = _indented_words(line)
            if words is None:
                break
            end = _before_credit(text, words) or words.end
            words = _without_space_at_end(text, Span(words.start, end))
            yield MarkPair(words, Span(reached, end), Span(*line.span()), closed=True)
            reached = end


def _indented_words(line: re.Match[str]) -> Span | None:
    """The words of an indented line; None for body text, list items and words between marks."""
    words = line.group()
    start = _SET_IN.match(words)
    if start is None or words[start.end()] in _BULLETS or _MARKS.search(words):
        return None
    return Span(line.start() + start.end(), line.start() + len(words.rstrip()))


def _before_credit(text: str, words: Span) -> int | None:
    """Where the credit at the end of these words begins: … the rent. — Ana Duarte, farmer."""
    tail = max(words.start, words.end - _LONGEST_CREDIT)
    for credit in _CREDIT.finditer(text, tail, words.end):
        name = text[credit.end() : words.end]
        set_off = credit.start() == words.start or text[credit.start() - 1].isspace()
        if set_off and (name[0].isupper() or name[0] == "@") and not name.endswith((".", "!", "?")):
            return credit.start()
    return None


def _credited(text: str) -> Iterator[MarkPair]:
    """The paragraphs of each block whose last line is, or ends with, a credit after a dash."""
    block: list[Span] = []
    for match in _BLOCK_LINE.finditer(text):
        if block and text[block[-1].end : match.start()].strip():
            block = []
        block.append(Span(*match.span()))
        words = _words_of_line(text, block[-1])
        credit = _before_credit(text, words)
        if credit is not None:
            yield from _block_pairs(text, block, credit)
            block = []


def _words_of_line(text: str, line: Span) -> Span:
    start = line.start
    while start < line.end and (text[start] == ">" or text[start].isspace()):
        start += 1
    return Span(start, start + len(text[start : line.end].rstrip()))


def _block_pairs(text: str, block: list[Span], credit: int) -> Iterator[MarkPair]:
    """A pair for each line; the last reaches to the credit, which is outside it."""
    lines = [(line, _words_of_line(text, line)) for line in block]
    lines = [(line, words) for line, words in lines if words.start < min(words.end, credit)]
    if any(_MARKS.search(text, *words) for _, words in lines):
        return
    for line, words in lines:
        end = credit if line is lines[-1][0] else words.end
        inner = _without_space_at_end(text, Span(words.start, min(words.end, end)))
        yield MarkPair(inner, Span(line.start, end), line, closed=True)


def _without_space_at_end(text: str, span: Span) -> Span:
    return Span(span.start, span.start + len(span.text_in(text).rstrip()))


def _posts(text: str) -> Iterator[MarkPair]:
    """The words after each handle, where two or more lines begin with one."""
    found = list(islice(_POST.finditer(text), _MOST))
    if len(found) < 2:
        return
    for match in found:
        end = _END.search(text, match.end())
        words = Span(match.end(), end.start() if end else len(text))
        if not _MARKS.search(text, *words):
            colon = match.end(1) + 1
            yield MarkPair(
                words, Span(colon, words.end), Span(match.start(), words.end), closed=True
            )

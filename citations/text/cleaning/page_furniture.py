"""Page numbers and running heads that stand between the words of a text."""

import re
from collections import Counter
from collections.abc import Iterator

from citations.text.cleaning.clean_text import TextEdit

# A line that is a page number and nothing else: 41, - 27 -, [12], Page 7 of 30, p. 7, iv.
_PAGE_NUMBER = re.compile(
    r"^[^\S\n]*(?:[-–—*·]+[^\S\n]*\d{1,4}[^\S\n]*[-–—*·]+|\[\d{1,4}\]|\d{1,4}|[ivxl]{1,7}"
    r"|(?:[Pp](?:age|\.)|Seite|S\.|[Pp]ágina|стр\.)[^\S\n]*\d{1,4}(?:[^\S\n]*(?:of|/|von|de)[^\S\n]*\d{1,4})?)"
    r"[^\S\n]*$",
    re.MULTILINE,
)
_LINE = re.compile(r"[^\n]+")
_DIGITS = re.compile(r"\d+")
_SENTENCE_ENDS = frozenset('.!?…:;。！？”"’»」』)')
_HEAD_LENGTH = 70
_LEAST_HEADS = 3
_SPACE = frozenset(" \t\n\f\u00a0")


def page_furniture_edits(text: str) -> Iterator[TextEdit]:
    """Takes out each page number, with the running heads and the empty lines around it.

    A number alone on its line is one if the words before it break off in mid-sentence, and go on
    after it. The words are then joined by a space.
    """
    numbers = list(_PAGE_NUMBER.finditer(text))
    if not numbers:
        return
    heads = _running_heads(text)
    reached = 0
    for number in numbers:
        start, end = _with_heads(text, number.start(), number.end(), heads)
        start, end = _with_space(text, start, end)
        if start < max(reached, 1) or end >= len(text):
            continue
        if _breaks_off(text, start) and _goes_on(text, end):
            yield TextEdit(start, end, " ")
            reached = end


def _running_heads(text: str) -> set[str]:
    """Short lines that come again and again, whatever number they hold."""
    if text.count("\n") < _LEAST_HEADS * 2:
        return set()
    lines = (_without_number(line.group()) for line in _LINE.finditer(text))
    counts = Counter(line for line in lines if 2 < len(line) <= _HEAD_LENGTH)
    return {line for line, count in counts.items() if count >= _LEAST_HEADS}


def _without_number(line: str) -> str:
    return _DIGITS.sub("", line).strip()


def _with_heads(text: str, start: int, end: int, heads: set[str]) -> tuple[int, int]:
    """The place of a page number with the running heads directly above and below it."""
    while True:
        before = text[:start].rstrip() if start < 400 else text[start - 400 : start].rstrip()
        line = before.rpartition("\n")[2]
        if not (_without_number(line) in heads and line.strip()):
            break
        start = text.rfind(line, 0, start)
    while True:
        first, _ = _with_space(text, end, end)
        begin = _skip_space(text, end)
        stop = text.find("\n", begin)
        line = text[begin : stop if stop >= 0 else len(text)][: _HEAD_LENGTH + 1]
        if not (_without_number(line) in heads and line.strip()):
            break
        end = stop if stop >= 0 else len(text)
    return start, end


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SPACE:
        at += 1
    return at


def _with_space(text: str, start: int, end: int) -> tuple[int, int]:
    while start and text[start - 1] in _SPACE:
        start -= 1
    return start, _skip_space(text, end)


def _breaks_off(text: str, at: int) -> bool:
    return text[at - 1] not in _SENTENCE_ENDS


def _goes_on(text: str, at: int) -> bool:
    """With a small letter, or a letter of a script that has none."""
    return text[at].islower() or (text[at].isalpha() and not text[at].isupper())

"""Nicknames between marks inside a name: Edgar “Tubs” Wallingford."""

import re

from citations.extraction.marks.quotation_marks import MarkPair
from citations.text.spans import Span

# Characters on either side that are read; a longer word is no name.
_REACH = 30
_WORD_BEFORE = re.compile(r"([^\W\d_][\w.’'-]*) \(?$")
_WORD_AFTER = re.compile(r"\)? ([^\W\d_][\w’'-]*)")
_LONGEST, _MOST_WORDS = 24, 3
# Words that begin sentences, or stand before titles, with a capital.
_NO_NAMES = frozenset(
    "The A An In On At By For From To With Of And But Or So If When While As After Before Since "
    "This That These Those There Here It He She They We You I His Her Their Its Our My Your Who "
    "What Where Why How Not No Yes Then Now Later Also Both Each Every Says Said Asked Like Under "
    "Through Until Once Read Is Was Are Were Called Calls Watch Video Photo Monday Tuesday "
    "Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December".split()
)


def nickname_span(text: str, pair: MarkPair) -> Span | None:
    """The nickname with its marks and brackets, or None for other words between marks.

    It stands between two capitalised words, and is short itself.
    """
    words = pair.inner.text_in(text)
    if not pair.closed or not _is_name(words):
        return None
    start, end = pair.outer
    before = _WORD_BEFORE.search(text, max(0, start - _REACH), start)
    after = _WORD_AFTER.match(text, end, end + _REACH)
    if before is None or after is None or not _may_surround(before[1], after[1]):
        return None
    return Span(before.end(1) + 1, after.start(1) - 1)


def _is_name(words: str) -> bool:
    parts = words.removeprefix("the ").split()
    short = len(words) <= _LONGEST and 0 < len(parts) <= _MOST_WORDS
    return short and parts[0][0].isupper() and words[-1].isalnum()


def _may_surround(before: str, after: str) -> bool:
    if before in _NO_NAMES or after in _NO_NAMES or before.endswith(("'s", "’s")):
        return False
    # CBS “Sunday Morning”; Mr. “It”.
    shortened = len(before) > 2 and (before.isupper() or before.endswith("."))
    return before[0].isupper() and after[0].isupper() and not shortened

"""Missing closing marks: the quoted words end where the cue begins."""

import re

from citations.extraction.marks.quotation_marks import MarkPair
from citations.extraction.syntax.lexicon import PRONOUNS
from citations.extraction.syntax.reporting_verbs import is_cue
from citations.text.spans import Span

_NEXT_WORDS = re.compile(r"\s*([^\W\d_]+)(?:\s+([^\W\d_]+))?(?:\s+([^\W\d_]+))?")
_OPENS_AGAIN = re.compile(r"\s*[“”\"„«‘'`]")
_BEFORE_NOUNS = frozenset({"the", "a", "an", "my", "his", "her", "their", "our"})
# Commas examined, from the end of the paragraph.
_MOST = 12


def repair_pairs(text: str, found: list[MarkPair]) -> list[MarkPair]:
    """Cut pairs without a closing mark before their cue: “The keys were here, said Costa.

    Such a paragraph is left whole if the next one begins with an opening mark.
    """
    return [each for pair in found for each in _repair_pair(text, pair)]


def _repair_pair(text: str, pair: MarkPair) -> list[MarkPair]:
    if not pair.closed:
        whole = _OPENS_AGAIN.match(text, pair.outer.end)
        return [pair if whole else _before_cue(text, pair)]
    again = _second_opening(text, pair)
    if again is None:
        return [pair]
    first = pair._replace(inner=Span(pair.inner.start, again), closed=False)
    cut = _before_cue(text, first)
    rest = Span(again, pair.outer.end)
    second = pair._replace(inner=Span(again + 1, pair.inner.end), outer=rest)
    return [pair] if cut is first else [cut, second]


def _second_opening(text: str, pair: MarkPair) -> int | None:
    """Where the mark appears a second time, if the number of marks is odd."""
    words, mark = pair.inner.text_in(text), text[pair.outer.start]
    closing = {"“": "”", '"': '"'}.get(mark)
    if closing is None or mark not in words:
        return None
    even = (
        words.count(mark) % 2 == 0 if closing == mark else words.count(mark) == words.count(closing)
    )
    return None if even else pair.inner.start + words.index(mark)


def _before_cue(text: str, pair: MarkPair) -> MarkPair:
    comma = pair.inner.end
    for _ in range(_MOST):
        comma = text.rfind(",", pair.inner.start, comma)
        if comma < 0:
            break
        if is_attribution(text, comma + 1, pair.inner.end):
            return pair._replace(
                inner=Span(pair.inner.start, comma), outer=Span(pair.outer.start, comma)
            )
    return pair


def is_attribution(text: str, start: int, end: int) -> bool:
    """Whether a verb of saying and its subject begin there, in either order."""
    match = _NEXT_WORDS.match(text, start, end)
    if match is None:
        return False
    first, second, third = (word or "" for word in match.groups())
    if is_cue(first) and first.islower():
        return second[:1].isupper() or second.lower() in PRONOUNS | _BEFORE_NOUNS
    if first.lower() in PRONOUNS or first[:1].isupper():
        return is_cue(second) or (second[:1].isupper() and is_cue(third))
    return False

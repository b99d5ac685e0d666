"""The quotations of a draft: those that somebody says there, and what else stands quoted in it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citations.extraction.marks.quotation_marks import pairs
from citations.extraction.marks.unclosed_marks import mended
from citations.extraction.quotations import Quotation, find_quotations
from citations.text.spans import Span
from citations.text.tokens import Kind, tokens

# A paragraph that is set in, or stands behind >.
_SET_IN = re.compile(r"^(?: {4,}|\t|[ \t]*>[> \t]*)(?=[^\s>])([^\n]+)$", re.MULTILINE)
# Who said it, behind a dash at the end.
_SIGNED = re.compile(r"\s+[—–-]{1,2}\s*(?=[^\W\d_])[^—–\n]{2,60}$")
# Words: what is shorter and said by nobody is a title or a term.
LEAST_WORDS = 4
LEAST_OF_SENTENCE = 6
LONGEST_SIGNATURE = 80
# What may be a title or a term, and is looked up all the same.
MOST_UNSURE = 200


class Quoted(NamedTuple):
    """A quotation, and whether it surely is one: else it may be a title or a term."""

    quotation: Quotation
    is_sure: bool


def quotations_of(text: str, published: str) -> list[Quoted]:
    """All of them, in order. `published` is the draft's date in EDTF, or empty."""
    said = find_quotations(text, published)
    taken = sorted(span for each in said for span in each.segments)
    others = [(span, is_sure) for span, is_sure in _others(text) if not _overlaps(span, taken)]
    unsure = [span for span, is_sure in others if not is_sure][:MOST_UNSURE]
    found = [Quoted(each, is_sure=True) for each in said]
    found += [Quoted(_unsaid(span), is_sure=True) for span, is_sure in others if is_sure]
    found += [Quoted(_unsaid(span), is_sure=False) for span in unsure]
    return sorted(found, key=lambda each: each.quotation.segments)


def _unsaid(span: Span) -> Quotation:
    return Quotation((span,), "partial", None, None, "", "", None, 0.3, "between-marks")


def _others(text: str) -> Iterator[tuple[Span, bool]]:
    """What stands between marks or set in, of some words, and whether it reads as a sentence."""
    marked = [pair.inner for pair in mended(text, pairs(text)) if pair.closed]
    starts = sorted(marked)
    for span in marked:
        words = _words(span.of(text))
        if len(words) >= LEAST_WORDS:
            yield span, _is_sentence(words)
    for line in _SET_IN.finditer(text):
        start, end = line.span(1)
        signed = _SIGNED.search(text, max(start, end - LONGEST_SIGNATURE), end)
        span = Span(start, signed.start() if signed else end)
        if not _overlaps(span, starts) and len(_words(span.of(text))) >= LEAST_WORDS:
            yield span, False


def _words(text: str) -> list[str]:
    return [token.key for token in tokens(text) if token.kind is Kind.WORD]


def _is_sentence(words: Sequence[str]) -> bool:
    """Whether it is no title, whose words begin with capitals."""
    small = sum(not word[:1].isupper() for word in words)
    return len(words) >= LEAST_OF_SENTENCE and 2 * small > len(words)


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    before = bisect_left(taken, (span.end,))  # those that begin before it ends
    return before > 0 and taken[before - 1].end > span.start

"""Finds the quotations of a draft: those attributed to somebody, and other quoted words."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citations.extraction.marks.quotation_marks import find_mark_pairs
from citations.extraction.marks.unclosed_marks import repair_pairs
from citations.extraction.quotation import Quotation
from citations.extraction.quotations import find_in_clean_text
from citations.text.spans import Span
from citations.text.tokens import Kind, tokens

# An indented paragraph, or one that starts with >.
_BLOCK = re.compile(r"^(?: {4,}|\t|[ \t]*>[> \t]*)(?=[^\s>])([^\n]+)$", re.MULTILINE)
# The speaker after a dash at the end.
_SIGNATURE = re.compile(r"\s+[—–-]{1,2}\s*(?=[^\W\d_])[^—–\n]{2,60}$")
# With fewer words and no speaker it is a title or a term.
LEAST_WORDS = 4
LEAST_WORDS_OF_SENTENCE = 6
LONGEST_SIGNATURE = 80
# Possible titles or terms that are looked up all the same.
MOST_UNSURE = 200


class DraftQuotation(NamedTuple):
    """A quotation; one that is not sure may be a title or a term."""

    quotation: Quotation
    is_sure: bool


def find_draft_quotations(text: str, published: str) -> list[DraftQuotation]:
    """All quotations of a cleaned text, in order; `published` is its date in EDTF, or empty."""
    attributed = find_in_clean_text(text, published)
    occupied = sorted(span for each in attributed for span in each.segments)
    others = [
        (span, is_sure)
        for span, is_sure in _other_quotations(text)
        if not _overlaps(span, occupied)
    ]
    unsure = [span for span, is_sure in others if not is_sure][:MOST_UNSURE]
    found = [DraftQuotation(each, is_sure=True) for each in attributed]
    found += [
        DraftQuotation(_without_speaker(span), is_sure=True) for span, is_sure in others if is_sure
    ]
    found += [DraftQuotation(_without_speaker(span), is_sure=False) for span in unsure]
    return sorted(found, key=lambda each: each.quotation.segments)


def _without_speaker(span: Span) -> Quotation:
    return Quotation((span,), "partial", None, None, "", "", None, 0.3, "between-marks")


def _other_quotations(text: str) -> Iterator[tuple[Span, bool]]:
    """Words between marks or in a block, and whether they read as a sentence."""
    marked = [pair.inner for pair in repair_pairs(text, find_mark_pairs(text)) if pair.closed]
    starts = sorted(marked)
    for span in marked:
        words = _words_of(span.text_in(text))
        if len(words) >= LEAST_WORDS:
            yield span, _is_sentence(words)
    for line in _BLOCK.finditer(text):
        start, end = line.span(1)
        signature = _SIGNATURE.search(text, max(start, end - LONGEST_SIGNATURE), end)
        span = Span(start, signature.start() if signature else end)
        if not _overlaps(span, starts) and len(_words_of(span.text_in(text))) >= LEAST_WORDS:
            yield span, False


def _words_of(text: str) -> list[str]:
    return [token.key for token in tokens(text) if token.kind is Kind.WORD]


def _is_sentence(words: Sequence[str]) -> bool:
    """Whether most words start with a small letter, unlike those of a title."""
    small = sum(not word[:1].isupper() for word in words)
    return len(words) >= LEAST_WORDS_OF_SENTENCE and 2 * small > len(words)


def _overlaps(span: Span, occupied: Sequence[Span]) -> bool:
    before = bisect_left(occupied, (span.end,))  # those that start before it ends
    return before > 0 and occupied[before - 1].end > span.start

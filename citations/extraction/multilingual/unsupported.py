"""Texts in languages without a lexicon: the words between marks, without speakers."""

from citations.extraction.marks.quotation_marks import find_mark_pairs
from citations.extraction.quotation import Quotation

# Shorter words between marks are more often titles, names and words that are held at a distance.
_FEWEST_WORDS = 4
_CONFIDENCE = 0.3


def read_unsupported(text: str) -> list[Quotation]:
    return [
        Quotation(
            (pair.inner,), "direct", None, None, "", "", None, _CONFIDENCE, "unsupported-language"
        )
        for pair in find_mark_pairs(text)
        if pair.closed and len(pair.inner.text_in(text).split()) >= _FEWEST_WORDS
    ]

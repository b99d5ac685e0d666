"""Partial quotations: quoted words that complete a clause of the writer."""

from citations.extraction.attribution.attribution import Attribution
from citations.extraction.context import QuotationContext
from citations.extraction.syntax.lexicon import CONJUNCTIONS, PREPOSITIONS, SUBORDINATORS
from citations.extraction.token_stream import GAP, LINE, QUOTE_SLOT, TokenStream

_ENDS = frozenset({".", "?", "!", ";", LINE, GAP, QUOTE_SLOT})
# Conjunctions: after a quotation, they continue its sentence.
_JOINS = frozenset("because since if unless whereas although though that".split())


def completes_clause(
    frame: TokenStream, around: QuotationContext, found: Attribution | None
) -> bool:
    """Whether the clause before or after the words would be incomplete without them."""
    if _is_continued(frame, around):
        return True
    if around.prior != "," or not found or not found.cue:
        return False
    if found.cue[0] > around.place:
        return _is_introduced(frame, around)
    return _is_reported_clause(frame, around, found.cue[1])


def _is_continued(frame: TokenStream, around: QuotationContext) -> bool:
    """“We shall break it up” if he were president."""
    return frame.word(around.place + 1 + (around.following == ",")) in _JOINS


def _is_introduced(frame: TokenStream, around: QuotationContext) -> bool:
    """If the bill passes, “I go,” she said."""
    start = around.sentence
    start += frame.words[start].lower() in CONJUNCTIONS
    first = frame.words[start].lower()
    is_long = around.place - start > 4
    return is_long and (first in PREPOSITIONS | SUBORDINATORS or first == "based")


def _is_reported_clause(frame: TokenStream, around: QuotationContext, start: int) -> bool:
    """He said that after the recess, “I’ll go.” `start` is the word after the verb."""
    between = frame.words[start : around.place - 1]
    is_one_sentence = _ENDS.isdisjoint(between)
    return is_one_sentence and ("that" in between or between[-1:] == ["because"])

"""Partial quotations: quoted words that complete a clause of the writer, or are a clause."""

from citations.extraction.attribution.attribution import Attribution
from citations.extraction.context import QuotationContext
from citations.extraction.syntax.lexicon import (
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    is_past,
)
from citations.extraction.syntax.reporting_verbs import NAMING, SPEAKING
from citations.extraction.token_stream import GAP, LINE, QUOTE_SLOT, TokenStream

_ENDS = frozenset({".", "?", "!", ";", LINE, GAP, QUOTE_SLOT})
# Conjunctions: after a quotation, they continue its sentence.
_JOINS = frozenset("because since if unless whereas although though that".split())
# Words that begin a clause of their own, and forms that only a whole clause has.
_SUBJECTS = (PRONOUNS - {"who"}) | frozenset(
    "there this that these those nobody everybody somebody anybody everyone someone anyone none "
    "nothing everything something people".split()
)
_FINITE = frozenset(
    "is are was were am has have had will would could should may might can did does do must isn't "
    "aren't wasn't weren't hasn't haven't hadn't won't wouldn't couldn't shouldn't can't cannot "
    "didn't doesn't don't mustn't".split()
)
# Verbs that nothing but the quoted words completes.
_LINKING = frozenset({"is", "are", "was", "were", "be", "been", "becomes", "became", "remains"})
_CONTRACTED = ("'m", "'re", "'s", "'ve", "'ll", "'d")
_ADDRESSED = frozenset("told tells telling assured reminded warned informed asked".split())
_THINKING = frozenset(
    "think thinks thought thinking believe believes believed feel feels felt read reads".split()
)
# Words of a subject, before its verb.
_LONGEST_SUBJECT = 7


def completes_clause(
    stream: TokenStream, around: QuotationContext, found: Attribution | None
) -> bool:
    """Whether the clause before or after the words would be incomplete without them."""
    if _is_continued(stream, around):
        return True
    if around.prior != "," or not found or not found.cue:
        return False
    if found.cue[0] > around.place:
        return _is_introduced(stream, around)
    return _is_interrupted(stream, found) or _is_reported_clause(stream, around, found.cue[1])


def _is_continued(stream: TokenStream, around: QuotationContext) -> bool:
    """“We shall break it up” if he were president."""
    return stream.word(around.place + 1 + (around.following == ",")) in _JOINS


def _is_interrupted(stream: TokenStream, found: Attribution) -> bool:
    """There was, she said, “a bargain”: the verb before the aside has no other complement."""
    start = min(found.phrase.start, found.cue[0] if found.cue else found.phrase.start)
    return stream.word(start - 1) == "," and stream.word(start - 2) in _LINKING


def _is_introduced(stream: TokenStream, around: QuotationContext) -> bool:
    """If the bill passes, “I go,” she said."""
    start = around.sentence
    start += stream.words[start].lower() in CONJUNCTIONS
    first = stream.words[start].lower()
    is_long = around.place - start > 4
    return is_long and (first in PREPOSITIONS | SUBORDINATORS or first == "based")


def _is_reported_clause(stream: TokenStream, around: QuotationContext, start: int) -> bool:
    """He said that after the recess, “I’ll go.” `start` is the word after the verb."""
    between = stream.words[start : around.place - 1]
    is_one_sentence = _ENDS.isdisjoint(between)
    return is_one_sentence and ("that" in between or between[-1:] == ["because"])


def is_whole_clause(stream: TokenStream, around: QuotationContext, found: Attribution) -> bool:
    """Whether the words are all that was said, though in lower case: admitted “we were asleep.”

    The verb of speaking stands directly before them, or only the person addressed is between.
    """
    if found.cue is None or not _takes_all(stream, around, found.cue):
        return False
    is_over = around.ending in ".?!" or around.following in {",", ".", "?", "!", ";", LINE, GAP}
    return is_over and _has_subject_and_verb(around.words.lower().replace("’", "'").split())


def _takes_all(stream: TokenStream, around: QuotationContext, cue: tuple[int, int]) -> bool:
    verb, between = stream.words[cue[0]], stream.words[cue[1] : around.place]
    if verb not in SPEAKING or verb in NAMING | _THINKING:
        return False
    addressed = verb in _ADDRESSED and len(between) <= _LONGEST_SUBJECT
    return not between or (addressed and not _stops_clause(between))


def _stops_clause(between: list[str]) -> bool:
    return any(word in {"that", "to", "of", "about", ","} or word in _ENDS for word in between)


def _has_subject_and_verb(words: list[str]) -> bool:
    if len(words) < 3:
        return False
    first = words[0]
    bare, mark, _ = first.partition("'")
    if mark and bare in _SUBJECTS and first.endswith(_CONTRACTED):
        return True
    if first in _FINITE:
        return words[1] in _SUBJECTS
    start = first in _SUBJECTS or first in DETERMINERS
    return start and any(_is_finite(word) for word in words[1 : 1 + _LONGEST_SUBJECT])


def _is_finite(word: str) -> bool:
    return word in _FINITE or is_past(word)

"""Negation: words that somebody did not say are not his or hers."""

from citations.extraction.attribution.attribution import Attribution
from citations.extraction.syntax.lexicon import is_adverb
from citations.extraction.token_stream import TokenStream

_NEGATIVE = frozenset({"not", "never", "neither", "nor", "n't", "n’t"})
# Not only said; never just said: he did say it.
_LIMITED = frozenset({"only", "just", "merely", "simply"})
_DENYING = frozenset("denied denies deny denying".split())
_OF_DENIAL = frozenset({"having", "ever", "that", "he", "she", "they", "had"})
# Words between a denial and the verb: denied that he had ever said.
_FARTHEST = 5


def is_negated(stream: TokenStream, found: Attribution) -> bool:
    """Whether the verb is denied: did not say; neither Duarte nor Weiss said; denied saying."""
    if stream.word(found.phrase.start - 1).lower() in {"neither", "nor"}:
        return True
    if found.cue is None:
        return False
    at = found.cue[0] - 1
    while at >= 0 and _may_stand_between(stream.words[at]):
        if _is_negative(stream.words[at]):
            return stream.words[at + 1] not in _LIMITED
        at -= 1
    return _is_denied(stream, found.cue[0])


def _may_stand_between(word: str) -> bool:
    return is_adverb(word) or _is_negative(word)


def _is_negative(word: str) -> bool:
    return word.lower() in _NEGATIVE or word.endswith(("n't", "n’t"))


def _is_denied(stream: TokenStream, cue: int) -> bool:
    for at in range(cue - 1, max(-1, cue - 1 - _FARTHEST), -1):
        if stream.words[at] in _DENYING:
            return at < cue - 1
        if stream.words[at] not in _OF_DENIAL:
            return False
    return False

"""Several quotations in one sentence: which of its speakers a later one has."""

from citations.extraction.attribution.attribution import Attribution
from citations.extraction.syntax.reporting_verbs import is_participle
from citations.extraction.token_stream import QUOTE_SLOT, TokenStream

_BEHIND = frozenset({"after", "after-inverted", "aside"})
# Words between a verb and the words that are its object.
_NEAR = 3
_LIST_WORDS = frozenset({",", "and", "or", "but", "to", "even", "of"})


def has_words_of_its_own(
    stream: TokenStream, following: Attribution, leading: Attribution, place: int
) -> bool:
    """While Lindt called it “a gift”, Duarte called it “a theft”: the verb behind leads on."""
    if leading.cue is None or following.cue is None or place - leading.cue[1] > _NEAR:
        return False
    after = following.cue[1]
    return QUOTE_SLOT in stream.words[after : after + _NEAR + 1]


def with_speaker_before(
    stream: TokenStream, leading: Attribution, given: dict[int, Attribution]
) -> Attribution:
    """The speaker of the words before, if the verb is theirs or a participle that goes on.

    The “reform”, says Duarte, means “…”; “…”, said Duarte, adding that it was “…”.
    """
    last = given[next(reversed(given))] if given else None
    if last is None or last.cue is None or leading.cue is None:
        return leading
    if last.rule == "aside" and last.cue == leading.cue:
        return last
    goes_on = is_participle(stream.words[leading.cue[0]]) and last.rule in _BEHIND
    near = goes_on and 0 < leading.cue[0] - max(last.phrase.end, last.cue[1]) <= 2
    return leading._replace(phrase=last.phrase) if near else leading


def speaker_of_list(
    stream: TokenStream, place: int, given: dict[int, Attribution]
) -> Attribution | None:
    """That of the preceding words: to “mend” and “paint”; “mend”, said Duarte, and “paint”."""
    at = place - 1
    while place - at < 5 and stream.word(at) in _LIST_WORDS:
        at -= 1
    last = given[next(reversed(given))] if given and at < place - 1 else None
    if last and last.cue and at + 1 == max(last.phrase.end, last.cue[1]):
        return last
    return given.get(at) if at < place - 1 else None


def nearer(noun: Attribution | None, verb: Attribution | None) -> Attribution | None:
    """Of a noun and a verb that lead to the words, the one beside them."""
    if noun is None or verb is None or noun.cue is None or verb.cue is None:
        return noun or verb
    return noun if noun.cue[0] > verb.cue[0] else verb

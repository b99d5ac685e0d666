"""Attributions with a verb that no list holds: “…,” purred Ana Duarte; Ana Duarte volleyed: “…”.

Where the marks end with a comma, the grammar asks for a verb of saying, whichever it is.
"""

from citations.extraction.attribution.attribution import Attribution
from citations.extraction.attribution.owners import possessor
from citations.extraction.entities.first_names import is_first_name
from citations.extraction.entities.person_nouns import is_person_noun
from citations.extraction.syntax.lexicon import (
    CONJUNCTIONS,
    DETERMINERS,
    is_adverb,
    is_past,
    is_possessive,
)
from citations.extraction.syntax.noun_phrases import NounPhrase, phrase_from
from citations.extraction.syntax.reporting_verbs import announces
from citations.extraction.syntax.subjects import is_subject, subject_of
from citations.extraction.token_stream import DASHES, GAP, LINE, QUOTE_SLOT, TokenStream

_MARKS = "\"“”„‟»«’'‘`」』"
# What ends the words of a quotation whose sentence goes on.
_OPEN_ENDS = frozenset(",?!—–-…")
_PAST = frozenset(
    "spat bit shot rang sang flung slid crept shrank wept strove thrust burst".split()
)
# Behind a verb: broke in, shot back, tapped out.
_PARTICLES = frozenset("in out back up on off away forth over again".split())
_ENDS = frozenset({",", ".", ";", ":", "?", "!", LINE, GAP, QUOTE_SLOT}) | DASHES
# What happens to words rather than what somebody does: “…,” published in London.
_PASSIVE = frozenset(
    "published released issued printed recorded filmed based set located built screened performed "
    "held used called titled entitled named dated adopted followed made produced directed "
    "compared received".split()
)


def attribution_by_any_verb(stream: TokenStream, place: int, limit: int) -> Attribution | None:
    """The verb and its subject directly after the quotation, in either order."""
    ending = stream.span_at(place).text_in(stream.text).rstrip(_MARKS + " \u00a0")[-1:]
    start = place + 1
    if ending not in _OPEN_ENDS and stream.word(start) != ",":
        return None
    start += stream.word(start) == ","
    if start >= limit:
        return None
    return _inverted(stream, start, limit) or _subject_first(stream, start, limit, ending)


def _inverted(stream: TokenStream, start: int, limit: int) -> Attribution | None:
    owner = _dispatch(stream, start, limit)
    if owner:
        return owner
    if not _is_any_verb(stream.words[start]):
        return None
    at = start + 1
    while at < limit and (stream.words[at] in _PARTICLES or _is_manner(stream.words[at])):
        at += 1
    phrase = phrase_from(stream, at, limit)
    if phrase is None or not _is_somebody(stream, phrase):
        return None
    return Attribution(phrase, (start, start + 1), "any-verb", 0.85)


def _dispatch(stream: TokenStream, verb: int, limit: int) -> Attribution | None:
    """“…,” ran the mayor’s letter: the words are the owner’s."""
    if stream.words[verb] != "ran":
        return None
    owned = (at for at in range(verb + 1, min(limit, verb + 6)) if is_possessive(stream.words[at]))
    at = next(owned, None)
    if at is None or not announces(stream.word(at + 1)):
        return None
    phrase = possessor(stream, at, verb + 1)
    return Attribution(phrase, (verb, verb + 1), "any-verb", 0.8) if phrase else None


def _subject_first(stream: TokenStream, start: int, limit: int, ending: str) -> Attribution | None:
    phrase = phrase_from(stream, start, limit)
    if phrase is None or ending != "," or not _is_somebody(stream, phrase, may_be_pronoun=True):
        return None
    verb = phrase.end
    while verb < limit and is_adverb(stream.words[verb]):
        verb += 1
    if verb >= limit or not _is_any_verb(stream.words[verb]):
        return None
    following = stream.word(verb + 1)
    closes = following in _ENDS | _PARTICLES | CONJUNCTIONS or _is_manner(following)
    if not closes and following.lower() not in {"with", "from", "at", "to", "in", "into", "as"}:
        return None
    return Attribution(phrase, (verb, verb + 1), "any-verb", 0.8)


def attribution_by_any_verb_before(
    stream: TokenStream, place: int, start: int
) -> Attribution | None:
    """The verb directly before the comma or the colon: Ana Duarte rumbled, “…”."""
    verb = place - 2
    if verb <= start or stream.words[place - 1] not in {",", ":"}:
        return None
    if not _is_any_verb(stream.words[verb]) or stream.words[verb - 1].lower() in DETERMINERS:
        return None
    phrase = subject_of(stream, verb, start)
    if phrase is None or not _is_somebody(stream, phrase, may_be_pronoun=True):
        return None
    return Attribution(phrase, (verb, verb + 1), "any-verb", 0.75)


def _is_any_verb(word: str) -> bool:
    return word.islower() and (is_past(word) or word in _PAST) and word not in _PASSIVE


def _is_manner(word: str) -> bool:
    return is_adverb(word) and word.islower()


def _is_somebody(stream: TokenStream, phrase: NounPhrase, may_be_pronoun: bool = False) -> bool:
    """A name of two words, a known first name, or a noun for a person."""
    if phrase.is_pronoun:
        return may_be_pronoun and stream.words[phrase.start] in {"he", "she", "they"}
    if phrase.name is None:
        noun = stream.words[phrase.end - 1].lower()
        return is_subject(stream, phrase) and is_person_noun(noun)
    first, last = phrase.name
    alone = first == phrase.start and last - first == 1
    return not alone or is_first_name(stream.words[first]) or may_be_pronoun

"""Noun phrases, read forward or back from a word."""

from typing import NamedTuple

from citations.extraction.entities.names import name_in
from citations.extraction.entities.organisations import is_body_word, is_place_word
from citations.extraction.syntax.lexicon import (
    CONJUNCTIONS,
    DEPARTMENTS,
    DETERMINERS,
    ENDS_CLAUSE,
    JOINING,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    ROLES,
    SUBORDINATORS,
    TIMES,
    is_adverb,
    is_capitalised,
    is_past,
    is_possessive,
    is_word,
)
from citations.extraction.syntax.reporting_verbs import is_cue
from citations.extraction.token_stream import TokenStream

LONGEST = 24
_APOSTROPHES = frozenset({"'", "’"})
# Offices with an "of" inside, after which the name follows.
_JOINTS = PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS
_HEADS = frozenset("secretary speaker director chief undersecretary minister".split())


class NounPhrase(NamedTuple):
    """Words from `start` up to, but not including, `end`; `name` is the part that is a name."""

    start: int
    end: int
    name: tuple[int, int] | None = None
    is_pronoun: bool = False


def phrase_from(stream: TokenStream, start: int, limit: int) -> NounPhrase | None:
    """The noun phrase that begins at this word, or None."""
    if start >= limit:
        return None
    first = stream.words[start]
    if first.lower() in PRONOUNS:
        return NounPhrase(start, start + 1, is_pronoun=True)
    end = _core_end(stream, start, limit)
    if end == start:
        return None
    name = name_in(stream, start, end)
    reach = _joined_end(stream, end, limit)
    # The Trump campaign is no Trump: a name is what the phrase ends with.
    name = name if name and name[1] == end else None
    if name is None or _is_office(stream, start, name):
        appositive = _appositive(stream, reach, limit)
        if appositive and (name is None or _is_set_off(stream, appositive)):
            return NounPhrase(start, appositive[1], appositive)
    return NounPhrase(start, end if name else reach, name)


def _is_office(stream: TokenStream, start: int, name: tuple[int, int]) -> bool:
    """Whether a lone word with an article may be an office: the local MLA, the Taoiseach."""
    is_lone = name[1] - name[0] == 1 and not is_body_word(stream.words[name[0]])
    return is_lone and stream.words[start].lower() in DETERMINERS


def _is_set_off(stream: TokenStream, name: tuple[int, int]) -> bool:
    """Whether it is a whole name between commas, and not one of a list."""
    is_whole = name[1] - name[0] > 1 and not is_place_word(stream.words[name[1] - 1])
    return is_whole and stream.word(name[1]) == "," and stream.word(name[1] + 1) != "and"


def phrase_before(stream: TokenStream, end: int, limit: int) -> NounPhrase | None:
    """The noun phrase that ends before this word and does not begin before `limit`."""
    if end <= limit:
        return None
    if stream.words[end - 1].lower() in PRONOUNS:
        return NounPhrase(end - 1, end, is_pronoun=True)
    start = end
    while start > limit and end - start < LONGEST and _reaches(stream, start - 1, end, limit):
        start -= 1
        doubled = start > limit and stream.words[start - 1].lower() in DETERMINERS
        if stream.words[start].lower() in DETERMINERS and not doubled:
            break
    while start < end and not _may_begin(stream.words[start]):
        start += 1
    return phrase_from(stream, start, end) if start < end else None


def _reaches(stream: TokenStream, at: int, end: int, limit: int) -> bool:
    """Whether the word belongs to the phrase that follows it."""
    word = stream.words[at]
    low = word.lower()
    after = stream.word(at + 1)
    before = stream.words[at - 1] if at > limit else ""
    if is_capitalised(word) or low in ROLES or low in DETERMINERS or word == "&":
        return True
    if word.isdigit() or low == "and":
        counted = word.isdigit() and before.lower() in DETERMINERS
        return counted or (is_capitalised(before) and (low != "and" or is_capitalised(after)))
    if low in JOINING:
        joined = is_capitalised(before) or before in ROLES
        return at + 1 < end and (joined or _has_determiner(stream, at, limit))
    if not is_word(word) or is_adverb(word) or is_cue(low) or low in _JOINTS:
        return False
    return word.islower() and (is_possessive(word) or _has_determiner(stream, at, limit))


def _has_determiner(stream: TokenStream, at: int, limit: int) -> bool:
    for back in range(at - 1, max(limit, at - 6) - 1, -1):
        word = stream.words[back]
        low = word.lower()
        if low in DETERMINERS or is_possessive(word) or word.isdigit():
            return True
        if not is_word(word) or is_cue(low) or low in CONJUNCTIONS or low in PREPOSITIONS:
            return False
    return False


def _may_begin(word: str) -> bool:
    low = word.lower()
    return low not in PREPOSITIONS and low not in CONJUNCTIONS and is_word(word)


def _core_end(stream: TokenStream, start: int, limit: int) -> int:
    """Where the first part of the phrase ends: before a preposition, a verb or a comma."""
    at, named = start, False
    while at < min(limit, start + LONGEST):
        word = stream.words[at]
        if not _continues(stream, at, start, limit):
            break
        if named and word.islower() and not _may_follow_name(stream, at, start, limit):
            break
        named = is_capitalised(word) and not is_possessive(word)
        at += 1
    while at > start and stream.words[at - 1].lower() in {"and", "of", "de"}:
        at -= 1
    return at


def _may_follow_name(stream: TokenStream, at: int, start: int, limit: int) -> bool:
    """Whether a lower-case word continues the phrase: the Clinton camp, Secretary of State."""
    word = stream.words[at]
    determined = stream.words[start].lower() in DETERMINERS and not is_past(word)
    return word == "of" or determined or _goes_on(stream, at, limit)


def _goes_on(stream: TokenStream, at: int, limit: int) -> bool:
    """Whether lower-case words after a name lead to a role or a name: Blaze co-host Stu B."""
    for ahead in range(at, min(limit, at + 5)):
        word = stream.words[ahead]
        low = word.lower()
        if low in ROLES or (low in PARTICLES and ahead == at):
            return True
        if ahead > at and is_capitalised(word):
            return True
        verb = is_cue(low) or is_adverb(word) or is_past(word)
        if not word.islower() or not is_word(word) or verb:
            return False
        if low in PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | DETERMINERS:
            return False
    return False


def _continues(stream: TokenStream, at: int, start: int, limit: int) -> bool:
    word = stream.words[at]
    low = word.lower()
    if word in _APOSTROPHES and at > start and stream.words[at - 1].endswith("s"):
        # The parents' association.
        return at + 1 < limit and stream.words[at + 1].islower()
    if word in ENDS_CLAUSE or not (is_word(word) or word == "&"):
        return False
    if low in DETERMINERS:
        prior = stream.words[at - 1]
        return at == start or is_possessive(prior) or prior.lower() in DETERMINERS
    if low in _JOINTS:
        return at > start and _joins(stream, at, limit)
    verb = is_cue(low) and word.islower() and low not in ROLES
    earlier = low in {"earlier", "later", "first"} and stream.words[at - 1].lower() in DETERMINERS
    if (is_adverb(word) and not earlier) or verb or (word in TIMES and at > start):
        return False
    based = "-" in word and is_capitalised(stream.word(at + 1))  # Lisbon-based Ana Duarte
    return at > start or is_capitalised(word) or word.islower() or word.isdigit() or based


def _joins(stream: TokenStream, at: int, limit: int) -> bool:
    """Whether a lower-case word is inside a name: Eva and Clara, Secretary of State."""
    word, prior, after = stream.words[at], stream.words[at - 1], stream.word(at + 1)
    if word == "and":
        return (is_capitalised(after) or after in ROLES) and at + 1 < limit
    if word == "of":
        return prior.lower() in _HEADS and after in DEPARTMENTS
    return word[0].isupper() and is_capitalised(prior)


def _joined_end(stream: TokenStream, end: int, limit: int) -> int:
    """The end of the phrase including prepositional phrases: of the central bank."""
    at = end
    while at + 1 < limit and stream.words[at].lower() in JOINING:
        reach = _core_end(stream, at + 1, limit)
        if reach == at + 1:
            break
        at = reach
    return at


def _appositive(stream: TokenStream, end: int, limit: int) -> tuple[int, int] | None:
    """The name after a comma: the union's general secretary, Paulo Freitas."""
    if end + 1 >= len(stream.words) or end >= limit or stream.words[end] != ",":
        return None
    start = end + 1
    reach = _core_end(stream, start, min(len(stream.words), start + 8))
    first = stream.words[start]
    if reach == start or not (is_capitalised(first) or first.lower() in ROLES):
        return None
    name = name_in(stream, start, reach)
    return name if name and name[1] == reach else None

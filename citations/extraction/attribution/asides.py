"""Asides: the speaker of a few quoted words stands later in the sentence, or is a passive’s agent.

The “endless” parade, Ana Duarte said, was over; dubbed “a fine” by Ana Duarte.
"""

from itertools import islice

from citations.extraction.attribution.attribution import Attribution
from citations.extraction.attribution.owners import possessor
from citations.extraction.syntax.lexicon import (
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    is_adverb,
    is_possessive,
)
from citations.extraction.syntax.noun_phrases import NounPhrase, phrase_from
from citations.extraction.syntax.reporting_verbs import (
    NAMING,
    SPEAKING,
    WITH_LISTENER,
    is_participle,
)
from citations.extraction.syntax.subjects import is_subject, sentence_end
from citations.extraction.token_stream import DASHES, GAP, LINE, TokenStream

_ENDS = frozenset({",", ".", "?", "!", ";", ":", LINE, GAP, "\ufffc"})
_AGENTS = NAMING | frozenset("nicknamed known told quoted put".split())
_VIEWS = frozenset(
    "view words opinion phrase estimation judgment judgement telling account".split()
)
_BE = frozenset("is are was were be been being".split())
# Verbs of speaking that more often say what somebody does.
_DOING = frozenset(
    "smiled smile laughed laugh shrugged grinned sighed opened closed began begins started starts "
    "finished went goes fired shot felt feels offered allowed ordered".split()
)
_FARTHEST_AGENT, _FARTHEST_VIEW = 14, 30
_SETTING_OFF = DASHES | {","}
# An aside after more commas than these belongs to other words.
_MOST_COMMAS = 5


def attribution_in_aside(stream: TokenStream, place: int) -> Attribution | None:
    """…, Ana Duarte said, …; …, according to Ana Duarte; …, as Ana Duarte put it."""
    limit = sentence_end(stream, place + 1)
    # A comma may stand before the closing mark: “…,” as Duarte put it.
    first = stream.words[place + 1 : place + 2]
    found = _aside(stream, place + 1, limit) if first in (["as"], ["in"]) else None
    if found:
        return found
    commas = (at for at in range(place + 1, limit) if stream.words[at] in _SETTING_OFF)
    asides = (_aside(stream, comma + 1, limit) for comma in islice(commas, _MOST_COMMAS))
    return next(filter(None, asides), None)


def _aside(stream: TokenStream, start: int, limit: int) -> Attribution | None:
    first = stream.word(start)
    if first == "according" and stream.word(start + 1) == "to":
        phrase = phrase_from(stream, start + 2, limit)
        return Attribution(phrase, (start, start + 2), "according-to", 0.85) if phrase else None
    if first == "in":
        return _in_view_of(stream, start, limit)
    found = _inverted(stream, start, limit) or _subject_first(
        stream, start + (first == "as"), limit
    )
    if found is None or found.cue is None:
        return None
    return found if first == "as" or _is_over(stream, max(found.phrase.end, found.cue[1])) else None


def _subject_first(stream: TokenStream, start: int, limit: int) -> Attribution | None:
    """…, Ana Duarte later said."""
    phrase = phrase_from(stream, start, limit)
    if phrase is None or not is_subject(stream, phrase) or stream.words[start].lower() == "who":
        return None
    verb = phrase.end
    while verb < limit and is_adverb(stream.words[verb]) and stream.words[verb] not in _BE:
        verb += 1
    if verb >= limit or not _is_said(stream.words[verb]):
        return None
    if not phrase.is_pronoun and stream.words[verb - 1] in PRONOUNS:
        return None
    return Attribution(phrase, (verb, verb + 1), "aside", 0.85)


def _is_said(word: str) -> bool:
    return word in SPEAKING - _DOING and not is_participle(word)


def _is_over(stream: TokenStream, at: int) -> bool:
    """Whether nothing but an adjunct follows: said in a letter, on Monday."""
    word = stream.word(at)
    return word in _ENDS or word in TIMES or word in PREPOSITIONS


def _inverted(stream: TokenStream, verb: int, limit: int) -> Attribution | None:
    """…, said Ana Duarte."""
    is_said = _is_said(stream.word(verb)) and stream.word(verb) not in WITH_LISTENER
    phrase = phrase_from(stream, verb + 1, limit) if is_said else None
    if phrase is None or phrase.name is None or stream.word(phrase.end) not in _ENDS:
        return None
    return Attribution(phrase, (verb, verb + 1), "aside", 0.85)


def _in_view_of(stream: TokenStream, start: int, limit: int) -> Attribution | None:
    """In Duarte’s view; in the union’s words; in the words of Ana Duarte."""
    for at in range(start + 1, min(limit, start + 7)):
        if stream.words[at] not in _VIEWS:
            continue
        phrase = None
        if stream.word(at + 1) == "of":
            phrase = phrase_from(stream, at + 2, limit)
        elif stream.words[at - 1] in {"his", "her", "their"} and stream.words[at] == "words":
            phrase = NounPhrase(at - 1, at, is_pronoun=True)
        elif is_possessive(stream.words[at - 1]):
            phrase = possessor(stream, at - 1, start + 1)
        return Attribution(phrase, (at, at + 1), "aside", 0.85) if phrase else None
    return None


def attribution_in_aside_before(stream: TokenStream, place: int, start: int) -> Attribution | None:
    """She is, says coach Ana Duarte, “…”: the aside ends where the quotation begins."""
    if stream.word(place - 1) != ",":
        return None
    for verb in range(place - 3, max(start, place - _FARTHEST_AGENT), -1):
        word = stream.words[verb]
        if stream.words[verb - 1] == "," and _is_said(word) and word not in WITH_LISTENER:
            phrase = phrase_from(stream, verb + 1, place - 1)
            whole = phrase is not None and phrase.end == place - 1 and is_subject(stream, phrase)
            return Attribution(phrase, (verb, verb + 1), "aside", 0.9) if phrase and whole else None
    return None


def attribution_in_view(stream: TokenStream, place: int, start: int) -> Attribution | None:
    """In the words of Ana Duarte, the hole is “…”: before the quotation, from the word `start`."""
    for at in range(place - 1, max(start, place - _FARTHEST_VIEW) - 1, -1):
        if stream.words[at].lower() == "in":
            found = _in_view_of(stream, at, place)
            if found:
                return found
    return _for_somebody(stream, place, start)


def _for_somebody(stream: TokenStream, place: int, start: int) -> Attribution | None:
    """For the poet Ana Duarte, winter is “…”."""
    if stream.words[start] not in {"For", "To"} or stream.word(place - 1) not in _BE:
        return None
    phrase = phrase_from(stream, start + 1, place)
    if phrase is None or phrase.name is None or stream.word(phrase.end) != ",":
        return None
    full = phrase.name[1] - phrase.name[0] > 1
    return Attribution(phrase, None, "aside", 0.7) if full else None


def attribution_by_agent(stream: TokenStream, place: int, start: int) -> Attribution | None:
    """Dubbed “…” by Ana Duarte; described by Ana Duarte as “…”."""
    at = place - 1
    at -= stream.word(at) in {"as", "a", "an"}
    verb = stream.word(at)
    if stream.word(place + 1) == "by" and verb in _AGENTS and _is_passive(stream, at, start):
        return _agent(stream, place + 2, sentence_end(stream, place + 2), at)
    for by in range(place - 1, max(start, place - _FARTHEST_AGENT), -1):
        if stream.words[by] == "by" and stream.words[by - 1] in _AGENTS:
            found = _agent(stream, by + 1, place, by - 1)
            return found if found and _reaches(stream, found.phrase.end, place) else None
    return None


def _is_passive(stream: TokenStream, verb: int, start: int) -> bool:
    """Whether the verb has no subject of its own that acts: the tax, dubbed; it was called."""
    if stream.words[verb].endswith("ing"):
        return False
    prior = stream.word(verb - 1)
    return verb == start or prior == "," or prior in _BE or is_adverb(prior) or prior == "and"


def _reaches(stream: TokenStream, at: int, place: int) -> bool:
    """Whether the agent is followed by the words: as “…”, that it was “…”."""
    at += stream.word(at) == ","
    return at == place or stream.word(at) in {"as", "that", "to"}


def _agent(stream: TokenStream, start: int, limit: int, verb: int) -> Attribution | None:
    phrase: NounPhrase | None = phrase_from(stream, start, limit)
    if phrase is None or not is_subject(stream, phrase):
        return None
    return Attribution(phrase, (verb, verb + 1), "agent", 0.85)

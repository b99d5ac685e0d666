"""Voices: the sentence after the quotation says whose words they were.

“…” The voice belonged to Ana Duarte; “…” was the advice of Ana Duarte; “…” came the reply.
"""

from citations.extraction.attribution.attribution import Attribution
from citations.extraction.attribution.owners import possessor
from citations.extraction.syntax.lexicon import DETERMINERS, is_possessive
from citations.extraction.syntax.noun_phrases import NounPhrase, phrase_from
from citations.extraction.syntax.subjects import (
    is_subject,
    main_subject,
    sentence_end,
    sentence_start,
    subject_of,
)
from citations.extraction.token_stream import DASHES, GAP, LINE, TokenStream

_BE = frozenset({"is", "are", "was", "were"})
# Nouns for words that somebody says.
_UTTERANCES = frozenset(
    "voice words word line question answer reply response retort shout cry whisper remark remarks "
    "comment verdict advice speaker writer author opinion view reaction assessment conclusion "
    "message prediction warning plea appeal explanation suggestion greeting refrain call promise "
    "admission confession description summary judgment judgement argument excuse observation "
    "rejoinder counsel request boast complaint lament battle-cry rallying-cry phrase sentence "
    "sentiment recommendation instruction order diagnosis".split()
)
_REPLIES = frozenset("reply answer response retort rejoinder".split())
_CRIES = frozenset("cry shout call voice verdict whisper warning order".split())
_POINTING = frozenset({"that", "those", "this", "these"})
_LEADS = (
    ("belonged", "to"),
    ("belongs", "to"),
    ("belong", "to"),
    ("came", "from"),
    ("from",),
    ("be", "that", "of"),
    ("be", "those", "of"),
)
_ASKING = frozenset("ask asks asked asking questioned challenged pressed".split())
# Words between the question and its reply.
_FARTHEST_QUESTION = 60


def voice_after(frame: TokenStream, place: int) -> Attribution | None:
    """The speaker that a noun for the words names, directly after them or in the next sentence."""
    start = place + 1
    while frame.word(start) in {LINE, GAP, ":", ",", "."} and start < len(frame.words):
        start += 1
    start += frame.word(start) in DASHES
    limit = sentence_end(frame, start)
    how = start + 2
    if frame.word(start) in _POINTING and frame.word(start + 1) in _BE and frame.word(how) == "how":
        return _summed_up(frame, how + 1, limit)
    if frame.word(start) in _BE:
        return _advice(frame, start + 1, limit)
    if frame.word(start).lower() in DETERMINERS:
        return _belonging(frame, start, limit)
    return None


def _summed_up(frame: TokenStream, start: int, limit: int) -> Attribution | None:
    """That is how Ana Duarte sums it up."""
    phrase = phrase_from(frame, start, limit)
    if phrase is None or not is_subject(frame, phrase):
        return None
    verb = phrase.end + (frame.word(phrase.end) == ",")
    return Attribution(phrase, (verb, verb + 1), "is-how", 0.85) if verb < limit else None


def _belonging(frame: TokenStream, start: int, limit: int) -> Attribution | None:
    """The voice belonged to Ana Duarte; the words are those of Ana Duarte; that was her advice."""
    points = frame.words[start].lower() in _POINTING
    noun = start if points and frame.word(start + 1) not in _UTTERANCES else start + 1
    verb = noun + 1
    if noun > start and frame.word(noun) not in _UTTERANCES:
        return None
    for lead in _LEADS:
        if tuple(frame.words[verb : verb + len(lead)]) in _forms(lead):
            return _named_from(frame, verb + len(lead), limit, noun)
    if frame.word(verb) not in _BE:
        return None
    if noun == start:
        return _advice(frame, verb + 1, limit)
    is_person = frame.word(noun) in {"speaker", "writer", "author"}
    return _named_from(frame, verb + 1, limit, noun) if is_person else None


def _forms(lead: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The phrase with each form of its verb."""
    return {(verb, *lead[1:]) for verb in _BE} if lead[0] == "be" else {lead}


def _advice(frame: TokenStream, start: int, limit: int) -> Attribution | None:
    """Was the advice of Ana Duarte; was Ana Duarte’s verdict."""
    if frame.word(start).lower() in DETERMINERS:
        for noun in range(start + 1, min(limit - 1, start + 5)):
            word = frame.words[noun]
            if word in _UTTERANCES and frame.words[noun + 1] in {"of", "from", "by", "given"}:
                skipped = noun + 2 + (frame.words[noun + 1] == "given")
                return _named_from(frame, skipped, limit, noun)
    return _owner(frame, start, limit)


def _owner(frame: TokenStream, start: int, limit: int) -> Attribution | None:
    """Ana Duarte’s verdict."""
    at = start
    while at < limit and at - start < 8 and not is_possessive(frame.words[at]):
        at += 1
    if at >= limit or not is_possessive(frame.words[at]):
        return None
    after = frame.words[at + 1 : min(limit, at + 4)]
    if _UTTERANCES.isdisjoint(after):
        return None
    phrase = possessor(frame, at, start)
    return Attribution(phrase, None, "voice", 0.85) if phrase else None


def _named_from(frame: TokenStream, start: int, limit: int, noun: int) -> Attribution | None:
    phrase = phrase_from(frame, start, limit)
    if phrase is None or phrase.is_pronoun or not is_subject(frame, phrase):
        return None
    return Attribution(phrase, (noun, noun + 1), "voice", 0.85)


def is_reply(frame: TokenStream, place: int) -> bool:
    """“…,” came the reply."""
    at = place + 1
    at += frame.word(at) == ","
    if frame.word(at) != "came" or frame.word(at + 1) not in {"the", "a", "his", "her"}:
        return False
    return not (_REPLIES | _CRIES).isdisjoint(frame.words[at + 2 : at + 5])


def person_asked(frame: TokenStream, place: int) -> Attribution | None:
    """Who came with the reply: the person it came from, or the one who was asked just before."""
    at = place + 1
    while frame.word(at) not in _REPLIES | _CRIES:
        at += 1
    if frame.word(at + 1) == "from":
        return _named_from(frame, at + 2, sentence_end(frame, at), at)
    if frame.word(at) in _CRIES:
        return None
    for verb in range(place - 1, max(0, place - _FARTHEST_QUESTION) - 1, -1):
        if frame.words[verb].lower() in _ASKING:
            phrase = _object_or_passive_subject(frame, verb, place)
            return Attribution(phrase, (at, at + 1), "voice", 0.75) if phrase else None
    return None


def _object_or_passive_subject(frame: TokenStream, verb: int, place: int) -> NounPhrase | None:
    start = sentence_start(frame, verb)
    if frame.words[verb - 1] in _BE | {"been"} and verb > start:
        return subject_of(frame, verb, start)
    if verb == start:
        return main_subject(frame, start, sentence_end(frame, verb))
    phrase = phrase_from(frame, verb + 1, min(place, sentence_end(frame, verb)))
    known = phrase and (phrase.name or frame.words[phrase.start].lower() in DETERMINERS)
    return phrase if known else None

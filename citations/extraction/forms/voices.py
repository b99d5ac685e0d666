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
_SPEAKING = frozenset({"speaking", "talking"})
_ASKING = frozenset("ask asks asked asking questioned challenged pressed".split())
# Words between the question and its reply.
_FARTHEST_QUESTION = 60


def voice_after(stream: TokenStream, place: int) -> Attribution | None:
    """The speaker that a noun for the words names, directly after them or in the next sentence."""
    start = place + 1
    while stream.word(start) in {LINE, GAP, ":", ",", "."} and start < len(stream.words):
        start += 1
    start += stream.word(start) in DASHES
    limit = sentence_end(stream, start)
    how = start + 2
    if stream.word(start) in {"That's", "That’s"}:
        return _introduced(stream, start + 1, limit)
    if (
        stream.word(start) in _POINTING
        and stream.word(start + 1) in _BE
        and stream.word(how) == "how"
    ):
        return _summed_up(stream, how + 1, limit)
    if stream.word(start) in _BE:
        return _advice(stream, start + 1, limit)
    if stream.word(start).lower() in DETERMINERS:
        return _belonging(stream, start, limit)
    return None


def _introduced(stream: TokenStream, start: int, limit: int) -> Attribution | None:
    """That’s Ana Duarte, who runs the mill, speaking to our reporter."""
    phrase = phrase_from(stream, start, limit)
    if phrase is None or phrase.name is None or phrase.name[1] - phrase.name[0] < 2:
        return None
    following = stream.words[phrase.end : limit]
    speaks = not _SPEAKING.isdisjoint(following)
    return Attribution(phrase, None, "voice", 0.8) if speaks else None


def _summed_up(stream: TokenStream, start: int, limit: int) -> Attribution | None:
    """That is how Ana Duarte sums it up."""
    phrase = phrase_from(stream, start, limit)
    if phrase is None or not is_subject(stream, phrase):
        return None
    verb = phrase.end + (stream.word(phrase.end) == ",")
    return Attribution(phrase, (verb, verb + 1), "is-how", 0.85) if verb < limit else None


def _belonging(stream: TokenStream, start: int, limit: int) -> Attribution | None:
    """The voice belonged to Ana Duarte; the words are those of Ana Duarte; that was her advice."""
    points = stream.words[start].lower() in _POINTING
    noun = start if points and stream.word(start + 1) not in _UTTERANCES else start + 1
    verb = noun + 1
    if noun > start and stream.word(noun) not in _UTTERANCES:
        return None
    for lead in _LEADS:
        if tuple(stream.words[verb : verb + len(lead)]) in _forms(lead):
            return _named_from(stream, verb + len(lead), limit, noun)
    if stream.word(verb) not in _BE:
        return None
    if noun == start:
        return _advice(stream, verb + 1, limit)
    is_person = stream.word(noun) in {"speaker", "writer", "author"}
    return _named_from(stream, verb + 1, limit, noun) if is_person else None


def _forms(lead: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The phrase with each form of its verb."""
    return {(verb, *lead[1:]) for verb in _BE} if lead[0] == "be" else {lead}


def _advice(stream: TokenStream, start: int, limit: int) -> Attribution | None:
    """Was the advice of Ana Duarte; was Ana Duarte’s verdict."""
    if stream.word(start).lower() in DETERMINERS:
        for noun in range(start + 1, min(limit - 1, start + 5)):
            word = stream.words[noun]
            if word in _UTTERANCES and stream.words[noun + 1] in {"of", "from", "by", "given"}:
                skipped = noun + 2 + (stream.words[noun + 1] == "given")
                return _named_from(stream, skipped, limit, noun)
    return _owner(stream, start, limit)


def _owner(stream: TokenStream, start: int, limit: int) -> Attribution | None:
    """Ana Duarte’s verdict."""
    at = start
    while at < limit and at - start < 8 and not is_possessive(stream.words[at]):
        at += 1
    if at >= limit or not is_possessive(stream.words[at]):
        return None
    after = stream.words[at + 1 : min(limit, at + 4)]
    if _UTTERANCES.isdisjoint(after):
        return None
    phrase = possessor(stream, at, start)
    return Attribution(phrase, None, "voice", 0.85) if phrase else None


def _named_from(stream: TokenStream, start: int, limit: int, noun: int) -> Attribution | None:
    phrase = phrase_from(stream, start, limit)
    if phrase is None or phrase.is_pronoun or not is_subject(stream, phrase):
        return None
    return Attribution(phrase, (noun, noun + 1), "voice", 0.85)


def is_reply(stream: TokenStream, place: int) -> bool:
    """“…,” came the reply."""
    at = place + 1
    at += stream.word(at) == ","
    if stream.word(at) != "came" or stream.word(at + 1) not in {"the", "a", "his", "her"}:
        return False
    return not (_REPLIES | _CRIES).isdisjoint(stream.words[at + 2 : at + 5])


def person_asked(stream: TokenStream, place: int) -> Attribution | None:
    """Who came with the reply: the person it came from, or the one who was asked just before."""
    at = place + 1
    while stream.word(at) not in _REPLIES | _CRIES:
        at += 1
    if stream.word(at + 1) == "from":
        return _named_from(stream, at + 2, sentence_end(stream, at), at)
    if stream.word(at) in _CRIES:
        return None
    for verb in range(place - 1, max(0, place - _FARTHEST_QUESTION) - 1, -1):
        if stream.words[verb].lower() in _ASKING:
            phrase = _object_or_passive_subject(stream, verb, place)
            return Attribution(phrase, (at, at + 1), "voice", 0.75) if phrase else None
    return None


def _object_or_passive_subject(stream: TokenStream, verb: int, place: int) -> NounPhrase | None:
    start = sentence_start(stream, verb)
    if stream.words[verb - 1] in _BE | {"been"} and verb > start:
        return subject_of(stream, verb, start)
    if verb == start:
        return main_subject(stream, start, sentence_end(stream, verb))
    phrase = phrase_from(stream, verb + 1, min(place, sentence_end(stream, verb)))
    known = phrase and (phrase.name or stream.words[phrase.start].lower() in DETERMINERS)
    return phrase if known else None

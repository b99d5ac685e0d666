"""Sentence bounds, and the subject of a verb in a sentence."""

from bisect import bisect_left

from citations.extraction.entities.headlines import dateline_end
from citations.extraction.entities.person_nouns import is_person_noun
from citations.extraction.syntax.lexicon import (
    CONJUNCTIONS,
    DETERMINERS,
    INDEFINITES,
    PREPOSITIONS,
    PRONOUNS,
    ROLES,
    SUBORDINATORS,
    TIMES,
    is_adverb,
    is_capitalised,
    is_possessive,
    is_word,
)
from citations.extraction.syntax.noun_phrases import NounPhrase, phrase_before, phrase_from
from citations.extraction.syntax.reporting_verbs import announces, is_cue, is_participle
from citations.extraction.token_stream import GAP, LINE, QUOTE_SLOT, TokenStream

REACH = 60
_STOPS = frozenset({".", "?", "!", ";", "。", "！", "？", LINE, GAP})
_CLAUSE_STOPS = _STOPS | {":", QUOTE_SLOT}
_MAY_STOP = _STOPS | {")", QUOTE_SLOT}
_FULL_STOPS = _STOPS - {";"}
_ADJUNCTS = frozenset({"in", "on", "at", "during"})
# Prepositions that may lead in a clause with a subject of its own: after Hewitt said.
_CLAUSAL = frozenset({"than", "as", "after", "before", "since", "until"})
# Words with which a clause inside a subject begins.
_RELATIVE = frozenset("who whom whose which that where when".split())
_UNITS = frozenset(
    "minute minutes hour hours day days night week weeks month months year years decade decades "
    "moment moments".split()
)
_RELATIONS = frozenset("later earlier ago before after afterwards on".split())
_LEADING = frozenset("and but so yet then or , that meanwhile however instead still".split())


def sentence_start(stream: TokenStream, place: int) -> int:
    """The word at which the sentence around this one begins."""
    if not stream.sentences:
        stream.sentences.extend(_sentence_starts(stream))
        stream.stops.extend(at for at, word in enumerate(stream.words) if word in _FULL_STOPS)
    start, farthest = stream.sentences[place], place - REACH
    return max(farthest, start)


def _sentence_starts(stream: TokenStream) -> list[int]:
    """For each word and the end of the text."""
    starts, start = [], 0
    for at, word in enumerate(stream.words):
        starts.append(start)
        if word in _MAY_STOP and (
            word in _STOPS
            or (word == ")" and stream.word(at - 1) in _FULL_STOPS)
            or (word == QUOTE_SLOT and ends_sentence(stream, at))
        ):
            start = at + 1
    return [*starts, start]


def ends_sentence(stream: TokenStream, place: int) -> bool:
    """Whether the quotation there ends a sentence, or the first part of one."""
    inside = stream.span_at(place).text_in(stream.text).rstrip("\"”'’»")
    if inside[-1:] in {".", "?", "!"}:
        return True
    if inside[-1:] != ",":
        return False
    # A comma asks for a cue, unless the words are but a part of a sentence that goes on.
    following = stream.word(place + 1).lower()
    return not is_word(stream.word(place - 1)) or is_cue(following) or following in PRONOUNS


def sentence_end(stream: TokenStream, start: int) -> int:
    """The word at which the sentence, or the clause before a quotation, ends."""
    at = start
    while at < len(stream.words) and at - start < REACH:
        if stream.words[at] in _CLAUSE_STOPS:
            break
        at += 1
    return at


def sentence_before(stream: TokenStream, start: int) -> tuple[int, int]:
    """The sentence that ends before this word, as a half-open range of words."""
    end = start
    while end > 0 and stream.words[end - 1] in _FULL_STOPS:
        end -= 1
    return sentence_start(stream, end), end


def full_sentence_end(stream: TokenStream, start: int) -> int:
    """The word at which the whole sentence ends, with the quotations in it."""
    farthest = min(len(stream.words), start + REACH)
    number = bisect_left(stream.stops, start)
    return min(stream.stops[number], farthest) if number < len(stream.stops) else farthest


def find_word(stream: TokenStream, word: str, start: int, limit: int) -> int | None:
    return next((at for at in range(start, limit) if stream.words[at] == word), None)


def is_subject(stream: TokenStream, phrase: NounPhrase) -> bool:
    """Whether the phrase may be a speaker: a name, a pronoun, a role, or one with a determiner."""
    first = stream.words[phrase.start]
    low = first.lower()
    return (
        phrase.is_pronoun
        or phrase.name is not None
        or low in DETERMINERS
        or low in ROLES | INDEFINITES
        or is_capitalised(first)
        or first[0].isdigit()
        or is_possessive(first)
        or stream.words[phrase.end - 1].lower() in ROLES
    )


def subject_of(stream: TokenStream, verb: int, start: int) -> NounPhrase | None:
    """The subject of the verb, in the clause that begins at `start`."""
    end = _before_adverbs(stream, verb, start)
    prior = stream.words[end - 1].lower() if end > start else ""
    found = None
    if prior in {"that", "which"} and end - 1 > start and announces(stream.words[end - 2]):
        return _author(stream, start, end - 2)
    if prior == ",":
        found = _before_comma(stream, start, end)
    elif prior == "who" and stream.words[start] == "It" and stream.word(start + 1) in {"is", "was"}:
        # It was Ana Duarte, the youngest of them, who said
        found = phrase_from(stream, start + 2, end - 1)
    elif prior == "who" and end - 1 > start:
        found = phrase_before(stream, end - 1 - (stream.words[end - 2] == ","), start)
    elif prior:
        found = _adjacent(stream, verb, start, end)
    return found if found and is_subject(stream, found) else main_subject(stream, start, verb)


def _adjacent(stream: TokenStream, verb: int, start: int, end: int) -> NounPhrase | None:
    """The phrase directly before the verb, unless a preposition introduces it."""
    announced = is_participle(stream.words[verb]) and announces(stream.words[end - 1])
    fits = _may_end_subject(stream, end) and not announced
    phrase = phrase_before(stream, end, start) if fits else None
    if phrase is None:
        return None
    leading = stream.words[phrase.start - 1].lower() if phrase.start > start else ""
    if leading in _ADJUNCTS and phrase.start - 1 > start:
        # Trump in his announcement speech called
        earlier = phrase_before(stream, phrase.start - 1, start)
        if earlier and (earlier.name or earlier.is_pronoun):
            phrase = earlier
            leading = stream.words[phrase.start - 1].lower() if phrase.start > start else ""
    if is_participle(stream.words[verb]):
        # with Moscow saying; footage of Trump saying
        return phrase if leading in {"with", "of"} else None
    return phrase if leading not in PREPOSITIONS or leading in _CLAUSAL else None


def _author(stream: TokenStream, start: int, noun: int) -> NounPhrase | None:
    """The author of a statement: residents and groups adopted a statement."""
    phrase = main_subject(stream, start, noun)
    if phrase is None or phrase.name or phrase.is_pronoun:
        return phrase
    made = next((at for at in range(phrase.end, noun) if is_cue(stream.words[at])), phrase.end)
    return NounPhrase(phrase.start, made)


def _before_comma(stream: TokenStream, start: int, end: int) -> NounPhrase | None:
    """The subject that an apposition or a relative clause separates from its verb."""
    named = _name_between_commas(stream, start, end - 1)
    if named:
        return named
    for at in range(start + 1, end - 1):
        if stream.words[at] != ",":
            continue
        phrase = phrase_before(stream, at, start)
        if phrase is None or phrase.is_pronoun or not is_subject(stream, phrase):
            continue
        leading = stream.words[phrase.start - 1].lower() if phrase.start > start else ""
        if leading not in PREPOSITIONS or leading in {"after", "before", "since", "as"}:
            return phrase_from(stream, phrase.start, end)
    return None


def _name_between_commas(stream: TokenStream, start: int, comma: int) -> NounPhrase | None:
    """The name that comes last: the man who sold the pier to the town, Ana Duarte, told ..."""
    first = comma
    while first > start and is_capitalised(stream.words[first - 1]):
        first -= 1
    if comma - first < 2 or first - 1 <= start or stream.words[first - 1] != ",":
        return None
    role = phrase_before(stream, first - 1, start)
    if role and not role.name and not role.is_pronoun and is_person_noun(stream.words[first - 2]):
        # While the insurer's man, Karl Weiss, murmured
        return NounPhrase(role.start, comma, (first, comma))
    if stream.words[start].lower() not in DETERMINERS:
        return None
    relative = any(word in _RELATIVE for word in stream.words[start : first - 1])
    phrase = phrase_from(stream, first, comma)
    return phrase if relative and phrase and phrase.name and phrase.end == comma else None


def _may_end_subject(stream: TokenStream, end: int) -> bool:
    word = stream.words[end - 1]
    return is_word(word) and word.lower() not in CONJUNCTIONS


def _before_adverbs(stream: TokenStream, verb: int, start: int) -> int:
    """Skip back over adverbs, auxiliaries and words of time: Kishida on Wednesday said."""
    end = verb
    while end > start:
        word = stream.words[end - 1]
        time = word in TIMES or (word.isdigit() and stream.word(end - 2) in TIMES | {","})
        if not (is_adverb(word) or time or (word.lower() == "on" and end < verb)):
            break
        end -= 1
    return end


def main_subject(stream: TokenStream, start: int, limit: int) -> NounPhrase | None:
    """The subject of the sentence: the first noun phrase without a preposition before it."""
    dateline = dateline_end(stream, start, limit)
    at = dateline + (dateline > start)
    while at < limit:
        at = _past_time(stream, _past_leading(stream, at, limit), limit)
        if at >= limit:
            return None
        word = stream.words[at]
        low = word.lower()
        opening = low in PREPOSITIONS or low in SUBORDINATORS or _is_participle(stream, at)
        if not opening and is_word(word) and low != "asked":
            phrase = phrase_from(stream, at, limit)
            if phrase and is_subject(stream, phrase):
                return _past_place(stream, start, phrase, limit)
        ends = (found for found in range(at, limit) if stream.words[found] in {",", QUOTE_SLOT})
        comma = next(ends, None)
        if comma is None:
            return None
        at = comma + 1
    return None


def _past_time(stream: TokenStream, at: int, limit: int) -> int:
    """Skip "Three weeks later", "A day earlier"."""
    if at + 2 < limit and stream.words[at + 1] in _UNITS and stream.words[at + 2] in _RELATIONS:
        return at + 3
    return at


def _is_participle(stream: TokenStream, at: int) -> bool:
    """Speaking in Rome; but not the swimming coach, nor Sterling."""
    following = stream.word(at + 1)
    return stream.words[at].lower().endswith("ing") and not is_person_noun(following)


def _past_place(stream: TokenStream, start: int, phrase: NounPhrase, limit: int) -> NounPhrase:
    """In Salem, New Hampshire, Trump went: the name between the commas belongs to the place."""
    if stream.words[start].lower() not in PREPOSITIONS or stream.word(phrase.end) != ",":
        return phrase
    following = phrase_from(stream, phrase.end + 1, limit)
    if following is None or not is_subject(stream, following):
        return phrase
    return following if stream.word(following.end) not in {",", "and"} else phrase


def _past_leading(stream: TokenStream, at: int, limit: int) -> int:
    while at < limit and (stream.words[at].lower() in _LEADING or is_adverb(stream.words[at])):
        at += 1
    return at


def past_opening(stream: TokenStream, start: int, limit: int) -> int:
    """Skip conjunctions, adverbs and a leading prepositional phrase: in a statement, ..."""
    at = start
    while at < limit and (
        stream.words[at].lower() in {"and", "but", ","} or is_adverb(stream.words[at])
    ):
        at += 1
    leads_in = at < limit and stream.words[at].lower() in PREPOSITIONS | SUBORDINATORS
    if leads_in and (stream.words[at].islower() or not is_cue(stream.word(at + 1))):
        comma = find_word(stream, ",", at, limit)
        return comma + 1 if comma else at
    return at

"""Sentence bounds, and the subject of a verb in a sentence."""

from bisect import bisect_left
from collections.abc import Iterator

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


def sentence_start(frame: TokenStream, place: int) -> int:
    """The word at which the sentence around this one begins."""
    if not frame.sentences:
        frame.sentences.extend(_sentence_starts(frame))
        frame.stops.extend(at for at, word in enumerate(frame.words) if word in _FULL_STOPS)
    return max(frame.sentences[place], place - REACH)


def _sentence_starts(frame: TokenStream) -> Iterator[int]:
    start = 0
    for at, word in enumerate(frame.words):
        yield start
        is_aside_over = word == ")" and frame.word(at - 1) in _FULL_STOPS
        if word in _STOPS or is_aside_over or (word == QUOTE_SLOT and ends_sentence(frame, at)):
            start = at + 1
    yield start


def ends_sentence(frame: TokenStream, place: int) -> bool:
    """Whether the quotation there ends a sentence, or the first part of one."""
    inside = frame.spans[place].text_in(frame.text).rstrip("\"”'’»")
    if inside[-1:] in {".", "?", "!"}:
        return True
    if inside[-1:] != ",":
        return False
    # A comma asks for a cue, unless the words are but a part of a sentence that goes on.
    following = frame.word(place + 1).lower()
    return not is_word(frame.word(place - 1)) or is_cue(following) or following in PRONOUNS


def sentence_end(frame: TokenStream, start: int) -> int:
    """The word at which the sentence, or the clause before a quotation, ends."""
    at = start
    while at < len(frame.words) and at - start < REACH:
        if frame.words[at] in _CLAUSE_STOPS:
            break
        at += 1
    return at


def sentence_before(frame: TokenStream, start: int) -> tuple[int, int]:
    """The sentence that ends before this word, as a half-open range of words."""
    end = start
    while end > 0 and frame.words[end - 1] in _FULL_STOPS:
        end -= 1
    return sentence_start(frame, end), end


def full_sentence_end(frame: TokenStream, start: int) -> int:
    """The word at which the whole sentence ends, with the quotations in it."""
    farthest = min(len(frame.words), start + REACH)
    number = bisect_left(frame.stops, start)
    return min(frame.stops[number], farthest) if number < len(frame.stops) else farthest


def find_word(frame: TokenStream, word: str, start: int, limit: int) -> int | None:
    return next((at for at in range(start, limit) if frame.words[at] == word), None)


def is_subject(frame: TokenStream, phrase: NounPhrase) -> bool:
    """Whether the phrase may be a speaker: a name, a pronoun, a role, or one with a determiner."""
    first = frame.words[phrase.start]
    low = first.lower()
    return (
        phrase.is_pronoun
        or phrase.name is not None
        or low in DETERMINERS
        or low in ROLES | INDEFINITES
        or is_capitalised(first)
        or first[0].isdigit()
        or is_possessive(first)
        or frame.words[phrase.end - 1].lower() in ROLES
    )


def subject_of(frame: TokenStream, verb: int, start: int) -> NounPhrase | None:
    """The subject of the verb, in the clause that begins at `start`."""
    end = _before_adverbs(frame, verb, start)
    prior = frame.words[end - 1].lower() if end > start else ""
    found = None
    if prior in {"that", "which"} and end - 1 > start and announces(frame.words[end - 2]):
        return _author(frame, start, end - 2)
    if prior == ",":
        found = _before_comma(frame, start, end)
    elif prior == "who" and frame.words[start] == "It" and frame.word(start + 1) in {"is", "was"}:
        # It was Ana Duarte, the youngest of them, who said
        found = phrase_from(frame, start + 2, end - 1)
    elif prior == "who" and end - 1 > start:
        found = phrase_before(frame, end - 1 - (frame.words[end - 2] == ","), start)
    elif prior:
        found = _adjacent(frame, verb, start, end)
    return found if found and is_subject(frame, found) else main_subject(frame, start, verb)


def _adjacent(frame: TokenStream, verb: int, start: int, end: int) -> NounPhrase | None:
    """The phrase directly before the verb, unless a preposition introduces it."""
    announced = is_participle(frame.words[verb]) and announces(frame.words[end - 1])
    fits = _may_end_subject(frame, end) and not announced
    phrase = phrase_before(frame, end, start) if fits else None
    if phrase is None:
        return None
    leading = frame.words[phrase.start - 1].lower() if phrase.start > start else ""
    if leading in _ADJUNCTS and phrase.start - 1 > start:
        # Trump in his announcement speech called
        earlier = phrase_before(frame, phrase.start - 1, start)
        if earlier and (earlier.name or earlier.is_pronoun):
            phrase = earlier
            leading = frame.words[phrase.start - 1].lower() if phrase.start > start else ""
    if is_participle(frame.words[verb]):
        # with Moscow saying; footage of Trump saying
        return phrase if leading in {"with", "of"} else None
    return phrase if leading not in PREPOSITIONS or leading in _CLAUSAL else None


def _author(frame: TokenStream, start: int, noun: int) -> NounPhrase | None:
    """The author of a statement: residents and groups adopted a statement."""
    phrase = main_subject(frame, start, noun)
    if phrase is None or phrase.name or phrase.is_pronoun:
        return phrase
    made = next((at for at in range(phrase.end, noun) if is_cue(frame.words[at])), phrase.end)
    return NounPhrase(phrase.start, made)


def _before_comma(frame: TokenStream, start: int, end: int) -> NounPhrase | None:
    """The subject that an apposition or a relative clause separates from its verb."""
    named = _name_between_commas(frame, start, end - 1)
    if named:
        return named
    for at in range(start + 1, end - 1):
        if frame.words[at] != ",":
            continue
        phrase = phrase_before(frame, at, start)
        if phrase is None or phrase.is_pronoun or not is_subject(frame, phrase):
            continue
        leading = frame.words[phrase.start - 1].lower() if phrase.start > start else ""
        if leading not in PREPOSITIONS or leading in {"after", "before", "since", "as"}:
            return phrase_from(frame, phrase.start, end)
    return None


def _name_between_commas(frame: TokenStream, start: int, comma: int) -> NounPhrase | None:
    """The name that comes last: the man who sold the pier to the town, Ana Duarte, told ..."""
    first = comma
    while first > start and is_capitalised(frame.words[first - 1]):
        first -= 1
    if comma - first < 2 or first - 1 <= start or frame.words[first - 1] != ",":
        return None
    role = phrase_before(frame, first - 1, start)
    if role and not role.name and not role.is_pronoun and is_person_noun(frame.words[first - 2]):
        # While the insurer's man, Karl Weiss, murmured
        return NounPhrase(role.start, comma, (first, comma))
    if frame.words[start].lower() not in DETERMINERS:
        return None
    relative = any(word in _RELATIVE for word in frame.words[start : first - 1])
    phrase = phrase_from(frame, first, comma)
    return phrase if relative and phrase and phrase.name and phrase.end == comma else None


def _may_end_subject(frame: TokenStream, end: int) -> bool:
    word = frame.words[end - 1]
    return is_word(word) and word.lower() not in CONJUNCTIONS


def _before_adverbs(frame: TokenStream, verb: int, start: int) -> int:
    """Skip back over adverbs, auxiliaries and words of time: Kishida on Wednesday said."""
    end = verb
    while end > start:
        word = frame.words[end - 1]
        time = word in TIMES or (word.isdigit() and frame.word(end - 2) in TIMES | {","})
        if not (is_adverb(word) or time or (word.lower() == "on" and end < verb)):
            break
        end -= 1
    return end


def main_subject(frame: TokenStream, start: int, limit: int) -> NounPhrase | None:
    """The subject of the sentence: the first noun phrase without a preposition before it."""
    at = start
    while at < limit:
        at = _past_time(frame, _past_leading(frame, at, limit), limit)
        if at >= limit:
            return None
        word = frame.words[at]
        low = word.lower()
        opening = low in PREPOSITIONS or low in SUBORDINATORS or _is_participle(frame, at)
        if not opening and is_word(word) and low != "asked":
            phrase = phrase_from(frame, at, limit)
            if phrase and is_subject(frame, phrase):
                return _past_place(frame, start, phrase, limit)
        ends = (found for found in range(at, limit) if frame.words[found] in {",", QUOTE_SLOT})
        comma = next(ends, None)
        if comma is None:
            return None
        at = comma + 1
    return None


def _past_time(frame: TokenStream, at: int, limit: int) -> int:
    """Skip "Three weeks later", "A day earlier"."""
    if at + 2 < limit and frame.words[at + 1] in _UNITS and frame.words[at + 2] in _RELATIONS:
        return at + 3
    return at


def _is_participle(frame: TokenStream, at: int) -> bool:
    """Speaking in Rome; but not the swimming coach, nor Sterling."""
    following = frame.word(at + 1)
    return frame.words[at].lower().endswith("ing") and not is_person_noun(following)


def _past_place(frame: TokenStream, start: int, phrase: NounPhrase, limit: int) -> NounPhrase:
    """In Salem, New Hampshire, Trump went: the name between the commas belongs to the place."""
    if frame.words[start].lower() not in PREPOSITIONS or frame.word(phrase.end) != ",":
        return phrase
    following = phrase_from(frame, phrase.end + 1, limit)
    if following is None or not is_subject(frame, following):
        return phrase
    return following if frame.word(following.end) not in {",", "and"} else phrase


def _past_leading(frame: TokenStream, at: int, limit: int) -> int:
    while at < limit and (frame.words[at].lower() in _LEADING or is_adverb(frame.words[at])):
        at += 1
    return at


def past_opening(frame: TokenStream, start: int, limit: int) -> int:
    """Skip conjunctions, adverbs and a leading prepositional phrase: in a statement, ..."""
    at = start
    while at < limit and (
        frame.words[at].lower() in {"and", "but", ","} or is_adverb(frame.words[at])
    ):
        at += 1
    leads_in = at < limit and frame.words[at].lower() in PREPOSITIONS | SUBORDINATORS
    if leads_in and (frame.words[at].islower() or not is_cue(frame.word(at + 1))):
        comma = find_word(frame, ",", at, limit)
        return comma + 1 if comma else at
    return at

"""Attributions before a quotation, in its own sentence or in the preceding one."""

from citations.extraction.attribution.any_verb import attribution_by_any_verb_before
from citations.extraction.attribution.attribution import Attribution
from citations.extraction.attribution.owners import owner_of, possessor
from citations.extraction.entities.person_nouns import is_person_noun
from citations.extraction.syntax.lexicon import (
    DETERMINERS,
    SINGULAR,
    is_adverb,
    is_capitalised,
    is_past,
    is_possessive,
)
from citations.extraction.syntax.noun_phrases import NounPhrase, phrase_before, phrase_from
from citations.extraction.syntax.reporting_verbs import (
    NAMING,
    PLAIN,
    WEAK,
    WITH_LISTENER,
    announces,
    is_cue,
    is_participle,
)
from citations.extraction.syntax.subjects import find_word, is_subject, main_subject, subject_of
from citations.extraction.token_stream import QUOTE_SLOT, TokenStream

# Words examined on either side; a longer sentence is not an attribution.
REACH = 60
# A verb this close to the quotation leads up to it.
_NEAR = 3
# Some determiners can also be subjects: another said, some say.
_ARTICLES = DETERMINERS - frozenset(
    "another some many several both two three four five six most all each one this that".split()
)
_FORMS_OF_BE = frozenset("is are was were be been being".split())
_CONTRASTS = frozenset({"while", "whereas", "but", "and", "though", "although"})
_GOVERNING = _FORMS_OF_BE | frozenset("to should would could must might can may".split())
# What somebody does with words: as Ana Duarte put it.
_GIVING = frozenset(
    "gave gives put puts told tells said says has had wrote writes phrased framed".split()
)
_WORDINGS = frozenset("wording phrase term expression words phrasing".split())


def attribution_before(stream: TokenStream, place: int, start: int) -> Attribution | None:
    """The attribution before the quotation, in the sentence that begins at `start`."""
    cue = last_cue(stream, start, place)
    if stream.words[start].lower() == "according" and stream.word(start + 1) == "to":
        comma = find_word(stream, ",", start, place)
        if comma is None or cue is None or comma > cue:
            phrase = phrase_from(stream, start + 2, place)
            return Attribution(phrase, (start, start + 2), "according-to", 0.9) if phrase else None
        start = comma + 1
    if cue is None or place - cue > _NEAR:
        beside = attribution_by_any_verb_before(stream, place, start)
        if beside or cue is None:
            return beside
    inverted = _inverted_before(stream, cue, place, start)
    if inverted:
        return inverted
    hearer = _hearer(stream, cue, place)
    if hearer:
        return hearer
    phrase = subject_of(stream, cue, _clause_start(stream, cue, start))
    phrase = phrase or _subject_shared(stream, start, cue)
    if phrase is None:
        return None
    near = place - cue <= 3
    return Attribution(phrase, (cue, cue + 1), "before", 0.95 if near else 0.8)


def _hearer(stream: TokenStream, cue: int, place: int) -> Attribution | None:
    """Ana Duarte said a passing teacher had heard “a bang”: the teacher describes it."""
    heard = place - 1
    if stream.words[heard] != "heard" or heard <= cue + 1:
        return None
    end = heard - (stream.words[heard - 1] in {"had", "have", "has"})
    phrase = phrase_before(stream, end, cue + 1)
    if phrase is None or not is_subject(stream, phrase):
        return None
    return Attribution(phrase, (heard, place), "before", 0.8)


def _subject_shared(stream: TokenStream, start: int, cue: int) -> NounPhrase | None:
    """As he rose Duarte turned to the hall and said: the name before the first of the verbs."""
    if stream.words[cue - 1] != "and":
        return None
    for at in range(cue - 2, start, -1):
        if is_past(stream.words[at]) and is_capitalised(stream.words[at - 1]):
            first = at - 1
            while first > start and is_capitalised(stream.words[first - 1]):
                first -= 1
            return phrase_from(stream, first, at)
    return None


def _clause_start(stream: TokenStream, cue: int, start: int) -> int:
    """Where the clause of the verb begins: …, while the captain, Ana Duarte, felt “…”."""
    for at in range(cue - 1, start, -1):
        if stream.words[at] in _CONTRASTS and stream.words[at - 1] in {",", QUOTE_SLOT}:
            phrase = phrase_from(stream, at + 1, cue)
            has_subject = phrase is not None and is_subject(stream, phrase)
            return at + 1 if has_subject else start
    return start


def _inverted_before(stream: TokenStream, cue: int, place: int, start: int) -> Attribution | None:
    """The verb before its subject: Said Ana Duarte, the mayor: “…”; but, said Duarte, “…”."""
    opens = cue == start or stream.words[cue - 1] in {",", "But", "And", "So"}
    if not opens or stream.words[cue].lower() not in PLAIN - WITH_LISTENER:
        return None
    phrase = phrase_from(stream, cue + 1, place)
    ends = phrase is not None and stream.words[phrase.end] in {",", ":", QUOTE_SLOT}
    if phrase is None or phrase.name is None or not ends:
        return None
    if any(word in _FORMS_OF_BE or is_past(word) for word in stream.words[phrase.end : place]):
        # The zoo, Ana Duarte, said the keeper, Karl Weiss, was “…”.
        return None
    return Attribution(phrase, (cue, cue + 1), "before", 0.9)


def last_cue(stream: TokenStream, start: int, place: int) -> int | None:
    """The last cue before the quotation; ambiguous words count only close to it."""
    fallback: int | None = None
    for at in range(place - 1, max(start, place - REACH) - 1, -1):
        word = stream.words[at]
        low = word.lower()
        if low == "record" and at > start and stream.words[at - 1] == "on":
            return at  # Ana Duarte is on record with “…”
        if not is_cue(low) or (word[0].isupper() and at > start):
            continue
        if at > start and (_is_noun(stream, at) or _is_governed(stream, at, start)):
            continue
        if low in {"agree", "agreed", "agrees"} and stream.words[at + 1] in {"to", "on", "with"}:
            continue
        if low in WEAK and place - at > 8:
            fallback = fallback if fallback is not None else at
            continue
        return at
    return fallback


def _is_governed(stream: TokenStream, at: int, start: int) -> bool:
    """Whether the verb itself reports nothing: should repeat, was called, used by others."""
    back = at - 1
    while (
        back > start
        and stream.words[back].lower() not in _GOVERNING
        and is_adverb(stream.words[back])
    ):
        back -= 1
    governing = stream.words[back].lower()
    if stream.words[at] == "say":
        return False
    if governing in _FORMS_OF_BE:
        return not stream.words[at].endswith("ing")
    return governing in _GOVERNING or stream.word(at + 1) == "by"


def _is_noun(stream: TokenStream, at: int) -> bool:
    """Whether the word is a noun here: the report, Trump's new claims."""
    prior = stream.words[at - 1]
    low = stream.words[at].lower()
    if prior in {"this", "that"} and low in WEAK and not low.endswith(("s", "ed")):
        return True
    if prior.lower() in _ARTICLES or prior in {"of", "for"} or is_possessive(prior):
        return True
    earlier = stream.word(at - 2)
    new = earlier.lower() in _ARTICLES or is_possessive(earlier)
    beside = stream.word(at + 1) == QUOTE_SLOT
    return low in WEAK and not beside and new and prior.islower() and not is_adverb(prior)


def attribution_before_colon(stream: TokenStream, place: int, start: int) -> Attribution | None:
    """Without a verb: pollster Daron Shaw: “…”; Mayor Tom Brandt had a short answer: “…”."""
    colon = place - 1
    first = phrase_from(stream, start, colon)
    if first and first.name and (first.end == colon or stream.words[first.end] == ","):
        # Gerald F. Seib, The Wall Street Journal: “…”
        return Attribution(first, None, "label", 0.85)
    owner = owner_of(stream, colon - 1, start) if announces(stream.words[colon - 1]) else None
    if owner:
        return Attribution(owner, None, "owner", 0.8)
    giver = _giver(stream, start, colon)
    if giver:
        return giver
    phrase = phrase_before(stream, colon, start)
    if phrase is None or phrase.name is None or phrase.name[1] != colon:
        phrase = main_subject(stream, start, colon)
    owner = _owner_in_front(stream, phrase) if phrase else None
    if owner:
        return Attribution(owner, None, "owner", 0.8)
    return Attribution(phrase, None, "colon", 0.75) if phrase else None


def _giver(stream: TokenStream, start: int, colon: int) -> Attribution | None:
    """The last person who put it so: from the minutes, as Ana Duarte gave it to them: “…”."""
    for at in range(colon - 2, start, -1):
        if stream.words[at] != "as" or stream.words[at - 1] not in {",", "and"}:
            continue
        phrase = phrase_from(stream, at + 1, colon)
        verb = phrase.end if phrase else colon
        if phrase and phrase.name and verb < colon and stream.words[verb] in _GIVING:
            return Attribution(phrase, (verb, verb + 1), "before", 0.85)
        return None
    return None


def _owner_in_front(stream: TokenStream, phrase: NounPhrase) -> NounPhrase | None:
    """Whose words or plea it is: Ana Duarte's plea runs over the page: “…”; not whose aide."""
    if phrase.name or phrase.is_pronoun:
        return None
    for at in range(phrase.start, phrase.end - 1):
        if is_possessive(stream.words[at]):
            is_person = is_person_noun(stream.words[phrase.end - 1].lower())
            return None if is_person else possessor(stream, at, phrase.start)
    return None


def attribution_of_wording(stream: TokenStream, place: int, start: int) -> Attribution | None:
    """The passive: the phrase used at the rally is harsher than the wording “…” was."""
    cue = place + 2
    passive = stream.word(place + 1) in {"was", "were", "is"} and is_cue(stream.word(cue))
    if not passive or stream.word(place - 1) not in _WORDINGS:
        return None
    for at in range(start, place - 1):
        if stream.words[at] in {"used", "adopted"} and stream.words[at + 1] in {"at", "by", "in"}:
            phrase = phrase_from(stream, at + 2, place)
            return Attribution(phrase, (cue, cue + 1), "wording", 0.7) if phrase else None
    return None


def attribution_by_noun(stream: TokenStream, place: int, start: int) -> Attribution | None:
    """A noun instead of a verb: Trump issued a statement, “…”."""
    if not any(announces(word) for word in stream.words[max(start, place - 10) : place]):
        return None
    phrase = main_subject(stream, start, place)
    return Attribution(phrase, None, "announced", 0.7) if phrase else None


def attribution_in_sentence(stream: TokenStream, start: int, end: int) -> Attribution | None:
    """The speaker that a sentence without a quotation reports, or else its subject."""
    for at in range(start, min(end, start + REACH)):
        word = stream.words[at]
        if is_cue(word) and word.islower() and not is_participle(word):
            if word in NAMING or word in WEAK:
                continue
            phrase = subject_of(stream, at, start)
            if phrase and is_subject(stream, phrase):
                return Attribution(phrase, (at, at + 1), "sentence-before", 0.55)
    phrase = main_subject(stream, start, end)
    if phrase and (phrase.name or stream.words[phrase.start].lower() in SINGULAR):
        return Attribution(phrase, None, "subject-before", 0.5)
    return None

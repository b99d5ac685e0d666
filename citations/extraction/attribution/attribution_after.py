"""Attributions after a quotation: the subject and the verb behind its closing mark."""

from citations.extraction.attribution.any_verb import attribution_by_any_verb
from citations.extraction.attribution.attribution import Attribution
from citations.extraction.syntax.lexicon import (
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    TIMES,
    is_adverb,
    is_capitalised,
)
from citations.extraction.syntax.noun_phrases import NounPhrase, phrase_from
from citations.extraction.syntax.reporting_verbs import PLAIN, WEAK, is_cue, is_participle
from citations.extraction.syntax.subjects import find_word, is_subject, past_opening, sentence_end
from citations.extraction.token_stream import DASHES, GAP, LINE, QUOTE_SLOT, TokenStream

# The perfect of other languages: a déclaré, ha dicho.
_PERFECT = frozenset({"a", "ha"})
_BEFORE_VERB = _PERFECT | {"That", "This"}
_LONGEST_CLAUSE = 12
_BE = frozenset({"is", "are", "was", "were", "been", "being"})


def attribution_after(stream: TokenStream, place: int) -> Attribution | None:
    """The attribution that follows: “…,” said Ana Duarte; “…,” Ana Duarte said; “…” — A. Duarte."""
    start = place + 1
    first = stream.word(start)
    if first in DASHES:
        return _after_dash(stream, start + 1)
    if first in {LINE, GAP}:
        return _next_sentence(stream, start + 1)
    found = _in_clause(stream, start + (first == ","))
    return found or attribution_by_any_verb(stream, place, sentence_end(stream, start))


def _in_clause(stream: TokenStream, start: int) -> Attribution | None:
    limit = sentence_end(stream, start)
    if stream.word(start).lower() == "according" and stream.word(start + 1) == "to":
        phrase = phrase_from(stream, start + 2, limit)
        return Attribution(phrase, (start, start + 2), "according-to", 0.9) if phrase else None
    verb = start
    while verb < limit and (is_adverb(stream.words[verb]) or stream.words[verb] in _BEFORE_VERB):
        verb += 1
    if start < verb < limit and stream.words[verb] == "how":
        return _how_clause(stream, verb + 1, limit)
    if verb < limit and is_cue(stream.words[verb]) and stream.words[verb].islower():
        began = verb - (verb > start and stream.words[verb - 1] in _PERFECT)
        return _inverted_clause(stream, began, verb + 1, limit)
    return _subject_first(stream, start, limit)


def _after_dash(stream: TokenStream, start: int) -> Attribution | None:
    limit = sentence_end(stream, start)
    phrase = phrase_from(stream, start, limit) if start < limit else None
    if phrase is None or phrase.name is None or not is_capitalised(stream.words[start]):
        return None
    ends = stream.word(phrase.end) in {LINE, GAP, ",", ".", "("}
    return Attribution(phrase, None, "dash", 0.8) if ends else None


def _next_sentence(stream: TokenStream, start: int) -> Attribution | None:
    """That was how Ruth Adeyemi summed up forty years."""
    if stream.word(start) not in {"That", "This"} or stream.word(start + 2) != "how":
        return None
    return _how_clause(stream, start + 3, sentence_end(stream, start))


def _how_clause(stream: TokenStream, start: int, limit: int) -> Attribution | None:
    """“…” is how Rosa Lindt described the fire."""
    phrase = phrase_from(stream, start, limit)
    cue = _verb_after(stream, phrase.end, limit) if phrase else None
    if phrase is None or cue is None:
        return None
    return Attribution(phrase, (cue, cue + 1), "is-how", 0.9)


def _inverted_clause(stream: TokenStream, began: int, start: int, limit: int) -> Attribution | None:
    while start < limit and stream.words[start] == ",":
        # said, after a long pause, the former head of the central bank
        comma = find_word(stream, ",", start + 1, limit)
        if comma is None or not _is_aside(stream.words[start + 1]):
            break
        start = comma + 1
    cue = (began, start if stream.words[start - 1] != "," else began + 1)
    while start < limit and is_adverb(stream.words[start]) and stream.words[start].islower():
        start += 1
    if start < limit and stream.words[start] in {"up", "out"}:
        start += 1
    phrase = phrase_from(stream, start, limit)
    if phrase is None or stream.words[start].lower() in {"it", "that", "this"}:
        return None
    if not is_subject(stream, phrase):
        return None
    if phrase.name is None and stream.word(phrase.end) in {"who", "that"}:
        phrase = _named_behind_clause(stream, phrase, limit) or phrase
    return Attribution(phrase, cue, "after-inverted", 0.95)


def _named_behind_clause(stream: TokenStream, phrase: NounPhrase, limit: int) -> NounPhrase | None:
    """Said the man who kicked it, Ana Duarte: the name that ends the sentence."""
    comma = find_word(stream, ",", phrase.end, min(limit, phrase.end + _LONGEST_CLAUSE))
    start = comma + 1 if comma else limit
    start += start < limit and stream.words[start].islower()
    named = phrase_from(stream, start, limit) if start < limit else None
    ends = named and stream.word(named.end) in {".", ",", LINE, GAP, QUOTE_SLOT}
    return (
        NounPhrase(phrase.start, named.end, named.name) if named and named.name and ends else None
    )


def _is_aside(word: str) -> bool:
    low = word.lower()
    return low in PREPOSITIONS or low in SUBORDINATORS or low.endswith("ing") or is_adverb(word)


def _subject_first(stream: TokenStream, start: int, limit: int) -> Attribution | None:
    start = past_opening(stream, start, limit)
    phrase = phrase_from(stream, start, limit)
    if start + 1 < limit and stream.words[start][0].isupper() and stream.words[start + 1] in PLAIN:
        # A surname that is also a common word: From said, Read said.
        phrase = phrase or NounPhrase(start, start + 1, (start, start + 1))
    if phrase is None or not is_subject(stream, phrase):
        return None
    cue = _verb_after(stream, phrase.end, limit)
    if cue is None:
        return None
    if stream.word(cue + 1) == "by" and stream.words[cue - 1] in _BE:
        # The crew were told by the producer.
        agent = phrase_from(stream, cue + 2, limit)
        return Attribution(agent, (cue, cue + 1), "after", 0.85) if agent else None
    near = cue - phrase.end <= 3
    return Attribution(phrase, (cue, cue + 1), "after", 0.95 if near else 0.85)


def _verb_after(stream: TokenStream, start: int, limit: int) -> int | None:
    """The first cue with this subject, skipping appositions, relative clauses and adverbs."""
    weak: int | None = None
    for at in range(start, limit):
        word = stream.words[at]
        if not is_cue(word) or not word.islower() or is_participle(word):
            continue
        if at > start and stream.words[at - 1].lower() in DETERMINERS | PREPOSITIONS:
            continue
        if word.lower() in WEAK and at - start > 4:
            weak = weak if weak is not None else at
            continue
        return at
    return weak


def is_still_attribution(stream: TokenStream, place: int, found: Attribution) -> bool:
    """Whether the words after a full stop are still the attribution: “….” Trump said in Ohio."""
    if found.cue is None:
        return found.rule == "dash"
    if found.rule == "is-how":
        return True
    if found.cue[0] - found.phrase.end > 2 and found.rule == "after":
        return False
    if found.phrase.start - place > 2 and found.rule == "after":
        return False
    end = max(found.cue[1], found.phrase.end)
    following = stream.word(end)
    return (
        following in {".", ",", LINE, GAP, QUOTE_SLOT} | TIMES
        or following.lower() in {"in", "at", "on", "during", "to", "after", "of"}
        or found.rule == "according-to"
    )

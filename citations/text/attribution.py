"""Who a sentence says is speaking: the subject and the verb beside a quotation."""

from dataclasses import dataclass

from citations.text.cues import NAMING, PLAIN, SPEAKING, WEAK, announces, is_cue, is_participle
from citations.text.frame import DASHES, GAP, LINE, PLACE, Frame
from citations.text.grammar import (
    CONJUNCTIONS,
    DETERMINERS,
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
from citations.text.phrases import Phrase, phrase_before, phrase_from

# Words looked at on either side; a sentence that is longer is no attribution.
REACH = 60


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who speaks and with what verb (word numbers of the frame), by which rule, how surely."""

    phrase: Phrase
    cue: tuple[int, int] | None
    rule: str
    confidence: float


def after(frame: Frame, place: int) -> Attribution | None:
    """The attribution that follows: “…,” said Ana Duarte; “…,” Ana Duarte said; “…” — A. Duarte."""
    start = place + 1
    if frame.word(start) in DASHES:
        return _after_dash(frame, start + 1)
    if frame.word(start) == ",":
        start += 1
    limit = _sentence_end(frame, start)
    cue = start
    while cue < limit and is_adverb(frame.words[cue]):
        cue += 1
    if frame.word(start).lower() == "according" and frame.word(start + 1) == "to":
        phrase = phrase_from(frame, start + 2, limit)
        return phrase and Attribution(phrase, (start, start + 2), "according-to", 0.9)
    if cue < limit and is_cue(frame.words[cue]) and frame.words[cue].islower():
        return _inverted(frame, cue, limit)
    return _subject_first(frame, start, limit)


def _after_dash(frame: Frame, start: int) -> Attribution | None:
    limit = _sentence_end(frame, start)
    phrase = phrase_from(frame, start, limit) if start < limit else None
    if phrase is None or not (is_capitalised(frame.words[start]) or phrase.name):
        return None
    ends = frame.word(phrase.end) in {LINE, GAP, ",", ".", "("}
    return Attribution(phrase, None, "dash", 0.8) if ends else None


def _inverted(frame: Frame, cue: int, limit: int) -> Attribution | None:
    start = cue + 1
    while start < limit and frame.words[start] == ",":
        # said, after a long pause, the former head of the central bank
        comma = _find(frame, ",", start + 1, limit)
        if comma is None or not _is_aside(frame.words[start + 1]):
            break
        start = comma + 1
    while start < limit and (is_adverb(frame.words[start]) and frame.words[start].islower()):
        start += 1
    phrase = phrase_from(frame, start, limit)
    if phrase is None or frame.words[start].lower() in {"it", "that", "this", "i"}:
        return None
    return Attribution(phrase, (cue, cue + 1), "after-inverted", 0.95)


def _is_aside(word: str) -> bool:
    low = word.lower()
    return low in PREPOSITIONS or low in SUBORDINATORS or low.endswith("ing") or is_adverb(word)


def _subject_first(frame: Frame, start: int, limit: int) -> Attribution | None:
    start = _past_opening(frame, start, limit)
    phrase = phrase_from(frame, start, limit)
    if phrase is None or not _is_subject(frame, phrase):
        return None
    cue = _verb_after(frame, phrase.end, limit)
    if cue is None:
        return None
    near = cue - phrase.end <= 2
    return Attribution(phrase, (cue, cue + 1), "after", 0.95 if near else 0.85)


def _past_opening(frame: Frame, start: int, limit: int) -> int:
    """Past what may stand before the subject: then, in a statement, ..."""
    while start < limit and (
        frame.words[start].lower() in {"and", "but", ","} or is_adverb(frame.words[start])
    ):
        start += 1
    if start < limit and frame.words[start].lower() in PREPOSITIONS | SUBORDINATORS:
        comma = _find(frame, ",", start, limit)
        return comma + 1 if comma else start
    return start


def _is_subject(frame: Frame, phrase: Phrase) -> bool:
    first = frame.words[phrase.start]
    low = first.lower()
    return (
        phrase.is_pronoun
        or low in DETERMINERS
        or low in ROLES
        or is_capitalised(first)
        or is_possessive(first)
        or frame.words[phrase.end - 1].lower() in ROLES
    )


def _verb_after(frame: Frame, start: int, limit: int) -> int | None:
    """The first cue that has this subject: past appositions, relative clauses and adverbs."""
    weak: int | None = None
    for at in range(start, limit):
        word = frame.words[at]
        if not is_cue(word) or not word.islower() or is_participle(word):
            continue
        if at > start and frame.words[at - 1].lower() in DETERMINERS | PREPOSITIONS:
            continue
        if word.lower() in WEAK and at - start > 4:
            weak = weak if weak is not None else at
            continue
        return at
    return weak


def before(frame: Frame, place: int, start: int) -> Attribution | None:
    """The attribution that leads up to the quotation, in the sentence that begins at `start`."""
    cue = _last_cue(frame, start, place)
    if cue is None:
        return None
    phrase = subject_of(frame, cue, start)
    if phrase is None:
        return None
    near = place - cue <= 3
    return Attribution(phrase, (cue, cue + 1), "before", 0.95 if near else 0.8)


def _last_cue(frame: Frame, start: int, place: int) -> int | None:
    """The last plain cue, else the last of any kind."""
    fallback: int | None = None
    for at in range(place - 1, max(start, place - REACH) - 1, -1):
        word = frame.words[at]
        low = word.lower()
        if not is_cue(low) or (word[0].isupper() and at > start):
            continue
        if at > start and frame.words[at - 1].lower() in DETERMINERS | {"of", "to", "for"}:
            if frame.words[at - 1].lower() != "to":
                continue
        if low in WEAK and place - at > 8:
            fallback = fallback if fallback is not None else at
            continue
        return at
    return fallback


def subject_of(frame: Frame, verb: int, start: int) -> Phrase | None:
    """The subject of the verb, in the clause that begins at `start`."""
    end = _before_adverbs(frame, verb, start)
    if end > start and not is_participle(frame.words[verb]):
        if is_word(frame.words[end - 1]) and frame.words[end - 1].lower() not in CONJUNCTIONS:
            phrase = phrase_before(frame, end, start)
            if phrase and (_is_subject(frame, phrase) or phrase.name):
                return phrase
    return main_subject(frame, start, verb)


def _before_adverbs(frame: Frame, verb: int, start: int) -> int:
    """Back over adverbs, auxiliaries and words of time: Kishida on Wednesday said."""
    end = verb
    while end > start:
        word = frame.words[end - 1]
        if is_adverb(word):
            end -= 1
        elif word in TIMES or word.rstrip(",").isdigit():
            end -= 1
        elif word.lower() == "on" and end < verb:
            end -= 1
        else:
            break
    return end


def main_subject(frame: Frame, start: int, limit: int) -> Phrase | None:
    """The subject of the sentence: the first noun phrase that no preposition leads in."""
    at = start
    while at < limit:
        at = _past_leading(frame, at, limit)
        if at >= limit:
            return None
        low = frame.words[at].lower()
        opening = low in PREPOSITIONS or low in SUBORDINATORS or low.endswith("ing")
        if not opening and is_word(frame.words[at]):
            phrase = phrase_from(frame, at, limit)
            if phrase and _is_subject(frame, phrase):
                return phrase
        comma = _find(frame, ",", at, limit)
        if comma is None:
            return None
        at = comma + 1
    return None


def _past_leading(frame: Frame, at: int, limit: int) -> int:
    while at < limit:
        word = frame.words[at]
        low = word.lower()
        leads = low in {"and", "but", "so", "yet", "then", "or", ",", "that"} or is_adverb(low)
        if not leads and not (low in {"meanwhile", "however", "instead", "still", "asked"}):
            break
        if low == "asked":
            comma = _find(frame, ",", at, limit)
            at = comma if comma else at
        at += 1
    return at


def sentence_start(frame: Frame, place: int) -> int:
    """The word at which the sentence around the quotation begins."""
    at = place
    while at > 0 and place - at < REACH:
        word = frame.words[at - 1]
        if word in {".", "?", "!", ";", LINE, GAP}:
            break
        if word == PLACE and _ends_sentence(frame, at - 1):
            break
        at -= 1
    return at


def _ends_sentence(frame: Frame, place: int) -> bool:
    inside = frame.text[frame.spans[place].start : frame.spans[place].end].rstrip("\"”'’»")
    return inside[-1:] in {".", "?", "!", ","}


def _sentence_end(frame: Frame, start: int) -> int:
    at = start
    while at < len(frame.words) and at - start < REACH:
        if frame.words[at] in {".", "?", "!", ";", ":", LINE, GAP, PLACE}:
            break
        at += 1
    return at


def _find(frame: Frame, word: str, start: int, limit: int) -> int | None:
    return next((at for at in range(start, limit) if frame.words[at] == word), None)

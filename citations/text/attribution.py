"""Who a sentence says is speaking: the subject and the verb beside a quotation."""

from dataclasses import dataclass

from citations.text.clauses import (
    find_word,
    is_subject,
    main_subject,
    past_opening,
    sentence_end,
    subject_of,
)
from citations.text.cues import NAMING, PLAIN, WEAK, announces, is_cue, is_participle
from citations.text.frame import DASHES, GAP, LINE, PLACE, Frame
from citations.text.grammar import (
    DETERMINERS,
    PREPOSITIONS,
    SINGULAR,
    SUBORDINATORS,
    TIMES,
    is_adverb,
    is_capitalised,
    is_possessive,
)
from citations.text.phrases import Phrase, phrase_before, phrase_from

# Words looked at on either side; a sentence that is longer is no attribution.
REACH = 60
_HONORIFICS = frozenset({"氏", "さん", "首相", "大統領", "大臣", "社長", "会長", "知事"})
# Some determiners stand for a noun as well: another said, some say.
_ARTICLES = DETERMINERS - frozenset(
    "another some many several both two three four five six most all each one this that".split()
)
_WORDINGS = frozenset("wording phrase term expression words phrasing".split())
_JAPANESE = frozenset("述語話言答訴明発指説強")


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
    first = frame.word(start)
    if first in DASHES:
        return _after_dash(frame, start + 1)
    if first == "と":
        return _after_japanese(frame, start + 1)
    if first in {LINE, GAP}:
        return _next_sentence(frame, start + 1)
    if first == ",":
        start += 1
    limit = sentence_end(frame, start)
    cue = start
    while cue < limit and (
        is_adverb(frame.words[cue]) or frame.words[cue] in {"a", "ha", "That", "This"}
    ):
        cue += 1
    if cue < limit and frame.words[cue] == "how" and cue > start:
        return _summed_up(frame, cue + 1, limit)
    if frame.word(start).lower() == "according" and frame.word(start + 1) == "to":
        phrase = phrase_from(frame, start + 2, limit)
        return Attribution(phrase, (start, start + 2), "according-to", 0.9) if phrase else None
    if cue < limit and is_cue(frame.words[cue]) and frame.words[cue].islower():
        began = cue - 1 if cue > start and frame.words[cue - 1] in {"a", "ha"} else cue
        return _inverted(frame, began, cue + 1, limit)
    return _subject_first(frame, start, limit)


def _after_dash(frame: Frame, start: int) -> Attribution | None:
    limit = sentence_end(frame, start)
    phrase = phrase_from(frame, start, limit) if start < limit else None
    if phrase is None or phrase.name is None or not is_capitalised(frame.words[start]):
        return None
    ends = frame.word(phrase.end) in {LINE, GAP, ",", ".", "("}
    return Attribution(phrase, None, "dash", 0.8) if ends else None


def _after_japanese(frame: Frame, start: int) -> Attribution | None:
    """「…」と田中氏は述べた: the name, an honorific or none, a particle, the verb."""
    at = start + 1 + (frame.word(start + 1) in _HONORIFICS)
    if frame.word(at) not in {"は", "が", "も"}:
        return None
    for cue in range(at + 1, min(at + 12, len(frame.words))):
        if frame.words[cue][0] in _JAPANESE:
            phrase = Phrase(start, start + 1, (start, start + 1))
            return Attribution(phrase, (cue, cue + 2), "after-japanese", 0.9)
    return None


def _next_sentence(frame: Frame, start: int) -> Attribution | None:
    """That was how Ruth Adeyemi summed up forty years."""
    if frame.word(start) not in {"That", "This"} or frame.word(start + 2) != "how":
        return None
    return _summed_up(frame, start + 3, sentence_end(frame, start))


def _summed_up(frame: Frame, start: int, limit: int) -> Attribution | None:
    """“…” is how Rosa Lindt described the fire."""
    phrase = phrase_from(frame, start, limit)
    cue = _verb_after(frame, phrase.end, limit) if phrase else None
    if phrase is None or cue is None:
        return None
    return Attribution(phrase, (cue, cue + 1), "is-how", 0.9)


def _inverted(frame: Frame, began: int, start: int, limit: int) -> Attribution | None:
    while start < limit and frame.words[start] == ",":
        # said, after a long pause, the former head of the central bank
        comma = find_word(frame, ",", start + 1, limit)
        if comma is None or not _is_aside(frame.words[start + 1]):
            break
        start = comma + 1
    cue = (began, start if frame.words[start - 1] != "," else began + 1)
    while start < limit and is_adverb(frame.words[start]) and frame.words[start].islower():
        start += 1
    if start < limit and frame.words[start] in {"up", "out"}:
        start += 1
    phrase = phrase_from(frame, start, limit)
    if phrase is None or frame.words[start].lower() in {"it", "that", "this"}:
        return None
    if not is_subject(frame, phrase):
        return None
    return Attribution(phrase, cue, "after-inverted", 0.95)


def _is_aside(word: str) -> bool:
    low = word.lower()
    return low in PREPOSITIONS or low in SUBORDINATORS or low.endswith("ing") or is_adverb(word)


def _subject_first(frame: Frame, start: int, limit: int) -> Attribution | None:
    start = past_opening(frame, start, limit)
    phrase = phrase_from(frame, start, limit)
    if start + 1 < limit and frame.words[start][0].isupper() and frame.words[start + 1] in PLAIN:
        # A surname that is a common word as well: From said, Read said.
        phrase = phrase or Phrase(start, start + 1, (start, start + 1))
    if phrase is None or not is_subject(frame, phrase):
        return None
    cue = _verb_after(frame, phrase.end, limit)
    if cue is None:
        return None
    near = cue - phrase.end <= 3
    return Attribution(phrase, (cue, cue + 1), "after", 0.95 if near else 0.85)


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


def stands_after(frame: Frame, place: int, found: Attribution) -> bool:
    """Whether what follows a full stop is still the attribution: “….” Trump said in Ohio."""
    if found.cue is None:
        return found.rule == "dash"
    if found.rule in {"is-how"}:
        return True
    if found.cue[0] - found.phrase.end > 2 and found.rule == "after":
        return False
    if found.phrase.start - place > 2 and found.rule == "after":
        return False
    end = max(found.cue[1], found.phrase.end)
    following = frame.word(end)
    return (
        following in {".", ",", LINE, GAP, PLACE} | TIMES
        or following.lower() in {"in", "at", "on", "during", "to", "after", "of"}
        or found.rule == "according-to"
    )


def before(frame: Frame, place: int, start: int) -> Attribution | None:
    """The attribution that leads up to the quotation, in the sentence that begins at `start`."""
    if frame.words[start].lower() == "according" and frame.word(start + 1) == "to":
        phrase = phrase_from(frame, start + 2, place)
        if phrase:
            return Attribution(phrase, (start, start + 2), "according-to", 0.9)
    cue = last_cue(frame, start, place)
    if cue is None:
        return None
    phrase = subject_of(frame, cue, start)
    if phrase is None:
        return None
    near = place - cue <= 3
    return Attribution(phrase, (cue, cue + 1), "before", 0.95 if near else 0.8)


def last_cue(frame: Frame, start: int, place: int) -> int | None:
    """The last cue before the quotation; one that may be another word only close to it."""
    fallback: int | None = None
    for at in range(place - 1, max(start, place - REACH) - 1, -1):
        word = frame.words[at]
        low = word.lower()
        if not is_cue(low) or (word[0].isupper() and at > start):
            continue
        if at > start and _is_noun(frame, at):
            continue
        if low in {"agree", "agreed", "agrees"} and frame.words[at + 1] in {"to", "on", "with"}:
            continue
        if low in WEAK and place - at > 8:
            fallback = fallback if fallback is not None else at
            continue
        return at
    return fallback


def _is_noun(frame: Frame, at: int) -> bool:
    """Whether the word is the noun of its spelling: the report, Trump's new claims."""
    prior = frame.words[at - 1]
    low = frame.words[at].lower()
    if prior.lower() in _ARTICLES or prior in {"of", "for"} or is_possessive(prior):
        return True
    earlier = frame.word(at - 2)
    new = earlier.lower() in _ARTICLES or is_possessive(earlier)
    return low in WEAK and new and prior.islower() and not is_adverb(prior)


def before_colon(frame: Frame, place: int, start: int) -> Attribution | None:
    """Without a verb: pollster Daron Shaw: “…”; Mayor Tom Brandt had a short answer: “…”."""
    colon = place - 1
    first = phrase_from(frame, start, colon)
    if first and first.name and (first.end == colon or frame.words[first.end] == ","):
        # Gerald F. Seib, The Wall Street Journal: “…”
        return Attribution(first, None, "label", 0.85)
    phrase = phrase_before(frame, colon, start)
    if phrase is None or phrase.name is None or phrase.name[1] != colon:
        phrase = main_subject(frame, start, colon)
    return Attribution(phrase, None, "colon", 0.75) if phrase else None


def worded(frame: Frame, place: int, start: int) -> Attribution | None:
    """The passive: the phrase used at the rally is harsher than when the wording “…” was adopted."""
    cue = place + 2
    passive = frame.word(place + 1) in {"was", "were", "is"} and is_cue(frame.word(cue))
    if not passive or frame.word(place - 1) not in _WORDINGS:
        return None
    for at in range(start, place - 1):
        if frame.words[at] in {"used", "adopted"} and frame.words[at + 1] in {"at", "by", "in"}:
            phrase = phrase_from(frame, at + 2, place)
            return Attribution(phrase, (cue, cue + 1), "wording", 0.7) if phrase else None
    return None


def announced(frame: Frame, place: int, start: int) -> Attribution | None:
    """A noun in place of a verb: Trump issued a statement, “…”."""
    if not any(announces(word) for word in frame.words[max(start, place - 10) : place]):
        return None
    phrase = main_subject(frame, start, place)
    return Attribution(phrase, None, "announced", 0.7) if phrase else None


def in_sentence(frame: Frame, start: int, end: int) -> Attribution | None:
    """Who a sentence without a quotation reports: Schiff said; failing that, whom it is about."""
    for at in range(start, min(end, start + REACH)):
        word = frame.words[at]
        if is_cue(word) and word.islower() and not is_participle(word):
            if word in NAMING or word in WEAK:
                continue
            phrase = subject_of(frame, at, start)
            if phrase and is_subject(frame, phrase):
                return Attribution(phrase, (at, at + 1), "sentence-before", 0.6)
    phrase = main_subject(frame, start, end)
    if phrase and (phrase.name or frame.words[phrase.start].lower() in SINGULAR):
        return Attribution(phrase, None, "subject-before", 0.5)
    return None

"""Decides whether a date tells when something was said, or belongs to another event.

"X said on Monday" and "in an interview on Monday, X said" do; "said X, who was elected on Monday"
and "on Monday the dam broke and X said" do not.
"""

from citations.extraction.temporal.date_phrases import describes_event, is_adverbial, phrase_start
from citations.extraction.temporal.saying_sentence import BREAKS, DASHES, SayingSentence

_FARTHEST_VERB = 6
_FARTHEST_DASH = 8


def is_day_of_saying(
    sentence: SayingSentence, start: int, end: int, *, is_attribute: bool = False
) -> bool:
    """Whether the date in these tokens is the day of the saying.

    An attribute describes the noun behind it (a 1994 interview).
    """
    if _overlaps(sentence, start, end) or _is_dateline(sentence, start, end):
        return False
    if _opens_clause_of_cue(sentence, end):
        return True
    phrase = phrase_start(sentence, start)
    return (
        _is_road_open(sentence, start, end)
        and is_adverbial(sentence, phrase, start)
        and not describes_event(sentence, phrase, start, end, is_attribute=is_attribute)
    )


def _overlaps(sentence: SayingSentence, start: int, end: int) -> bool:
    """Whether the date is part of the speaker or the verb; a comma parts it from a name.

    What lies within a date is no speaker: three days later.
    """
    speaker = sentence.speaker
    if start <= speaker[0] and speaker[1] <= end and speaker != sentence.cue:
        return False
    if start == speaker[0] and end < speaker[1] and _leaves_name(sentence, start, end):
        return False
    return any(start < last and first < end for first, last in (sentence.cue, speaker))


def _leaves_name(sentence: SayingSentence, start: int, end: int) -> bool:
    """The previous evening Ada Rowe; la veille, Jeanne Morel: a name begins behind the date."""
    is_long = end - start > 1 and sentence.is_capitalised(end)
    return sentence.low(end) == "," or is_long


def _opens_clause_of_cue(sentence: SayingSentence, end: int) -> bool:
    """In 2021, when the wording “…” was adopted: the verb stands in the clause of the date."""
    at, cue = end + (sentence.low(end) == ","), sentence.cue[0]
    if not sentence.stands_in(at, "when") or at >= cue:
        return False
    reached = min([cue, *(place for place in sentence.own if at < place < cue)])
    is_closed = any(sentence.low(each) == "," for each in range(at, reached))
    return not is_closed and _is_open(sentence, at + 1, reached, is_front=True)


def _is_road_open(sentence: SayingSentence, start: int, end: int) -> bool:
    """Whether the date and the verb stand in one clause."""
    cue, speaker = sentence.cue, sentence.speaker
    if start >= cue[1]:
        return _is_open(sentence, cue[1], start) and not _is_aside(sentence, start)
    if speaker[0] < start and speaker[0] < cue[0]:
        return _is_open(sentence, speaker[1], start) and not sentence.is_broken(end, cue[0])
    if _belongs_to_words(sentence, end):
        return False
    reached = min(speaker[0], cue[0]) if speaker[0] >= end else cue[0]
    return _is_front_short(sentence, end, reached) and _is_open(
        sentence, end, reached, is_front=True
    )


def _is_aside(sentence: SayingSentence, date: int) -> bool:
    """He said, echoing the mayor, in a speech on Monday: behind a participle clause."""
    return any(
        sentence.low(at - 1) == ","
        and sentence.ends_as(at, "participles")
        and not sentence.stands_in(at, "openers")
        for at in range(sentence.cue[1] + 1, date)
    )


def _belongs_to_words(sentence: SayingSentence, end: int) -> bool:
    """In 2008, Day said, it failed; in 2009, “it failed,” Day said: parts of what is said."""
    if any(end <= at < sentence.cue[0] for at in sentence.own):
        return True
    last = max(sentence.cue[1], sentence.speaker[1])
    return sentence.low(end) == "," == sentence.low(last) and last + 1 not in sentence.own


def _is_dateline(sentence: SayingSentence, start: int, end: int) -> bool:
    """LEEDS, March 3 (Agency) — before the first words."""
    first = sentence.sentence[0]
    if start == first or not sentence.tokens[first].text.isupper():
        return False
    has_dash = any(sentence.low(at) in DASHES for at in range(end, end + _FARTHEST_DASH))
    return has_dash and not any(sentence.tokens[at].text[0].islower() for at in range(first, start))


def _is_front_short(sentence: SayingSentence, end: int, reached: int) -> bool:
    """Where the verb stands second, nothing but the verb follows the phrase in front of it."""
    if not sentence.words.is_set("verb_second"):
        return True
    between = [sentence.low(at) for at in range(end, reached)]
    return "," not in between and (reached != sentence.speaker[0] or len(between) <= 2)


def _is_open(sentence: SayingSentence, start: int, end: int, *, is_front: bool = False) -> bool:
    """Whether no other clause stands between: none with a verb or behind a conjunction."""
    if sentence.is_broken(start, end):
        return False
    phrase = start
    for at in range(start, end):
        if sentence.low(at) in BREAKS:
            phrase = at + 1
        elif phrase > start and _is_parenthesis(sentence, phrase):
            continue
        elif _begins_clause(sentence, at, end, is_front) or (
            is_front and _is_verb_of_clause(sentence, at)
        ):
            return False
    return True


def _is_parenthesis(sentence: SayingSentence, phrase: int) -> bool:
    """Whether a relative clause or another adverbial begins there: who …; two days before …"""
    is_adverbial_phrase = sentence.stands_in(phrase, "openers", "barriers")
    return is_adverbial_phrase or sentence.stands_in(phrase + 2, "after", "limits")


def _begins_clause(sentence: SayingSentence, at: int, end: int, is_front: bool) -> bool:
    """Whether a conjunction stands there that joins clauses and not just nouns."""
    if not sentence.stands_in(at, "conjunctions"):
        return False
    if sentence.words.is_set("verbs_known"):
        last = min(end, at + _FARTHEST_VERB)
        return any(sentence.is_verb(each) for each in range(at + 1, last))
    return is_front or sentence.low(at - 1) == ","


def _is_verb_of_clause(sentence: SayingSentence, at: int) -> bool:
    """Whether a verb stands there that is not of the saying itself (Morel avait dit)."""
    speaker, cue = sentence.speaker, sentence.cue
    end = cue[0] if speaker[0] < cue[0] else speaker[1]
    is_of_saying = speaker[0] <= at < end
    return not is_of_saying and not sentence.words.is_set("verb_second") and sentence.is_verb(at)

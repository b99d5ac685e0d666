"""The phrase around a date: whether it tells when something happened, and what.

"In an interview on Monday" tells of speech; "of the strike on Monday" and "the day of Monday's
fire" tell of other events.
"""

from citations.extraction.temporal.saying_sentence import BREAKS, SayingSentence

_FARTHEST_NOUN = 4
_NEAR_NOUN = 3


def phrase_start(sentence: SayingSentence, at: int) -> int:
    """Where the phrase with the date begins: behind a comma, the verb or the speaker."""
    ends = {sentence.cue[1], sentence.speaker[1]}
    start = at
    while (
        start > sentence.sentence[0] and start not in ends and sentence.low(start - 1) not in BREAKS
    ):
        start -= 1
    return start


def is_adverbial(sentence: SayingSentence, start: int, at: int) -> bool:
    """Whether the phrase says how or when: it begins with a preposition, or is but a date."""
    if start in {sentence.cue[1], sentence.speaker[1], at}:
        return True
    while start < at and sentence.stands_in(start, "conjunctions"):
        start += 1
    return start == at or sentence.stands_in(start, "openers") or _ends_place(sentence, start, at)


def _ends_place(sentence: SayingSentence, start: int, at: int) -> bool:
    """In Salem, New Hampshire on Monday: the names behind the comma end the name of a place."""
    if sentence.low(start - 1) != "," or start - 1 == sentence.speaker[1]:
        return False
    names = start
    while names < at and (sentence.is_capitalised(names) or sentence.low(names) == "."):
        names += 1
    is_short = names - start <= _FARTHEST_NOUN and at - names <= 1
    return is_short and sentence.is_capitalised(start - 2)


def describes_event(
    sentence: SayingSentence, phrase: int, start: int, end: int, *, is_attribute: bool
) -> bool:
    """Whether the date between `start` and `end` belongs to another event than the saying."""
    if sentence.stands_in(start - 1, "limits") or _is_name(sentence, start, end):
        return True
    if phrase == sentence.cue[1] and sentence.stands_in(phrase, "topics"):
        return True
    of = next((at for at in (start, start - 1) if sentence.stands_in(at, "descriptions")), None)
    if of is not None:
        is_described = sentence.names_occasion(max(phrase, of - _NEAR_NOUN), of)
        return not is_described and not _is_part_of_day(sentence, of - 1)
    if is_attribute or _is_attributive(sentence, start, end):
        is_described = sentence.names_occasion(end, end + _FARTHEST_NOUN)
        return not is_described or _is_barred(sentence, phrase, start, allows_after=False)
    return _is_barred(sentence, phrase, start, allows_after=True)


def _is_name(sentence: SayingSentence, start: int, end: int) -> bool:
    """Told Monday Magazine: the first word of a name, with no preposition before it."""
    if not sentence.words.is_set("lower_parts") or end - start > 1:
        return False
    is_bare = not sentence.stands_in(start - 1, "openers") and start != sentence.speaker[1]
    return is_bare and sentence.is_capitalised(end) and end != sentence.speaker[0]


def _is_part_of_day(sentence: SayingSentence, at: int) -> bool:
    """The evening of 3 May, the spring of 1968."""
    numbers = sentence.words.numbers
    return sentence.low(at) in numbers["part"] or sentence.low(at) in numbers["season"]


def _is_attributive(sentence: SayingSentence, start: int, end: int) -> bool:
    """Tuesday's meeting, a 1994 interview."""
    if sentence.low(end) in {"'s", "’s"}:
        return True
    is_determined = sentence.stands_in(start - 1, "determiners")
    return is_determined and not sentence.stands_in(start, "determiners")


def _is_barred(sentence: SayingSentence, phrase: int, date: int, *, allows_after: bool) -> bool:
    """Whether another event stands between the beginning of the phrase and the date."""
    # He dismissed it in an interview on Sunday, calling it “…”: the first verb is of the saying.
    passes_verb = sentence.ends_as(sentence.cue[0], "participles") and phrase == sentence.speaker[1]
    phrase += _has_auxiliary(sentence, phrase, date)
    for at in range(phrase, date):
        if sentence.stands_in(at, "barriers"):
            is_after = allows_after and sentence.stands_in(at, "after")
            if not (is_after and sentence.names_occasion(at + 1, date)):
                return True
        elif sentence.is_verb(at) and not _tells_of_speech(sentence, at, phrase):
            if not passes_verb:
                return True
            passes_verb = False
        elif _is_relative_article(sentence, at):
            return True
    return False


def _has_auxiliary(sentence: SayingSentence, phrase: int, date: int) -> bool:
    """Whether the phrase begins with the auxiliary of the verb: Krall hatte am Montag erklärt."""
    if phrase != sentence.speaker[1] or not sentence.stands_in(phrase, "auxiliaries"):
        return False
    between = range(date, sentence.cue[0])
    return bool(between) and not any(sentence.stands_in(at, "conjunctions") for at in between)


def _tells_of_speech(sentence: SayingSentence, at: int, phrase: int) -> bool:
    """A statement issued on Monday; asked on Monday."""
    if sentence.stands_in(at, "openers"):
        return True
    is_issued = sentence.stands_in(at, "releases")
    return is_issued and sentence.names_occasion(max(phrase, at - _FARTHEST_NOUN), at)


def _is_relative_article(sentence: SayingSentence, at: int) -> bool:
    """In der am Montag: a German article before a preposition or a date is a relative."""
    if not sentence.words.is_set("articles_relate"):
        return False
    return sentence.stands_in(at, "determiners") and sentence.stands_in(at + 1, "openers")

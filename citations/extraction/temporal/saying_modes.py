"""How something is said: once, again and again, or not yet."""

from citations.extraction.temporal.saying_sentence import BREAKS, SayingSentence

_FARTHEST = 12
_FARTHEST_MODAL = 36
_FARTHEST_HABIT = 4


def is_future(sentence: SayingSentence) -> bool:
    """Whether the words are still to be said: is to say, will tell, soll sagen, dira."""
    verbs = _verbs(sentence)
    if any(
        sentence.stands_in(at, "future") or sentence.ends_as(at, "future_endings")
        for at in range(*verbs)
    ):
        return True
    if sentence.words.is_set("infinitive_last"):
        is_infinitive = sentence.low(sentence.cue[1] - 1).endswith("en")
        return is_infinitive and _stands_in_sentence(sentence)
    return _stands_before(sentence)


def _verbs(sentence: SayingSentence) -> tuple[int, int]:
    """The tokens of the verb; without a known verb those between the speaker and the words."""
    if sentence.cue != sentence.speaker:
        return sentence.cue
    start = sentence.speaker[1]
    end = min([at for at in sentence.own if at >= start], default=start)
    return start, min(end, start + _FARTHEST)


def _stands_in_sentence(sentence: SayingSentence) -> bool:
    """Whether a modal verb stands anywhere before the infinitive."""
    start = max(sentence.sentence[0], sentence.cue[0] - _FARTHEST_MODAL)
    return any(sentence.stands_in(at, "future") for at in range(start, sentence.cue[0]))


def _stands_before(sentence: SayingSentence) -> bool:
    """Whether a modal verb stands right before, with nothing but adverbs and dates between."""
    cue = sentence.cue[0]
    is_infinitive = sentence.stands_in(cue - 1, "to")
    for at in range(cue - 1, max(sentence.sentence[0], cue - _FARTHEST) - 1, -1):
        if sentence.stands_in(at, "future"):
            return True
        if is_infinitive and sentence.stands_in(at, "future_to"):
            return True
        is_date = sentence.low(at) in sentence.words.triggers
        if sentence.low(at) in BREAKS or not (
            is_date or sentence.stands_in(at, "skipped", "openers", "to")
        ):
            return False
    return False


def is_habitual(sentence: SayingSentence) -> bool:
    """Whether the words were said again and again: used to say, pflegte zu sagen."""
    first = max(sentence.sentence[0], sentence.cue[0] - _FARTHEST_HABIT)
    return any(sentence.stands_in(at, "habits") for at in range(first, sentence.cue[1] + 1))


def is_repeated(sentence: SayingSentence, start: int, end: int) -> bool:
    """Whether these tokens say that it was said once more: and repeated on Thursday."""
    return any(sentence.stands_in(at, "repetitions") for at in range(start, end))

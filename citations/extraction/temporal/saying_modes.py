"""How something is said: once, again and again, or not yet."""

from citations.extraction.temporal.narration import LINE, QUOTED
from citations.extraction.temporal.saying_clauses import SayingClause

_FARTHEST = 12
_BREAKS = frozenset({",", ";", ":", "(", QUOTED, LINE})


def is_future(clause: SayingClause) -> bool:
    """Whether the words are still to be said: is to say, will tell, soll sagen, dira."""
    words = clause.words
    for at in range(*_verbs(clause)):
        if clause.low(at) in words.words("future_sure"):
            return True
        endings = tuple(words.words("future_endings")) or ("\0",)
        if clause.low(at).endswith(endings):
            return True
    first = clause.cue[0]
    if words.is_set("infinitive_last"):
        return clause.low(clause.cue[1] - 1).endswith("en") and _stands_in_clause(clause)
    return _is_future_before(clause, first)


def _verbs(clause: SayingClause) -> tuple[int, int]:
    """The tokens of the verb; without a known verb those between the speaker and the words."""
    if clause.cue != clause.speaker:
        return clause.cue
    start = clause.speaker[1]
    end = min([at for at in clause.own if at >= start], default=start)
    return start, min(end, start + _FARTHEST)


def _stands_in_clause(clause: SayingClause) -> bool:
    """Whether a modal verb stands anywhere before the infinitive in its clause."""
    future = clause.words.words("future_sure")
    start = max(clause.sentence[0], clause.cue[0] - 3 * _FARTHEST)
    return any(
        clause.low(at) in future for at in range(start, clause.cue[0]) if at not in clause.own
    )


def _is_future_before(clause: SayingClause, first: int) -> bool:
    """Whether a modal verb stands right before, with nothing but adverbs and dates between."""
    words = clause.words
    dates = words.triggers | words.words("openers")
    is_infinitive = clause.low(first - 1) in words.words("to")
    for at in range(first - 1, max(clause.sentence[0] - 1, first - _FARTHEST), -1):
        low = clause.low(at)
        if low in words.words("future_sure"):
            return True
        if low in words.words("future_to") and clause.low(at + 1) in words.words("to"):
            return True
        if low not in words.words("skipped") and low not in dates and not is_infinitive:
            return False
        if low in _BREAKS:
            return False
    return False


def is_habitual(clause: SayingClause) -> bool:
    """Whether the words were said again and again: used to say, pflegte zu sagen."""
    habits = clause.words.words("habits")
    first = max(clause.sentence[0], clause.cue[0] - 4)
    return any(clause.low(at) in habits for at in range(first, clause.cue[1] + 1))


def is_repeated(clause: SayingClause, start: int, end: int) -> bool:
    """Whether these words say that the saying was done once more: and repeated on Thursday."""
    words = clause.words.words("repetitions")
    return any(clause.low(at) in words for at in range(start, end))

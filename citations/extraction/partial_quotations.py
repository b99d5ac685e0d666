"""Whether quoted words complete a clause of the writer's, and so are quoted in part only."""

from citations.extraction.attribution.attribution import Attribution
from citations.extraction.context import Surroundings
from citations.extraction.syntax.lexicon import CONJUNCTIONS, PREPOSITIONS, SUBORDINATORS
from citations.extraction.token_stream import GAP, LINE, PLACE, Frame

_ENDS = frozenset({".", "?", "!", ";", LINE, GAP, PLACE})
# What joins a clause to the one before: behind a quotation they go on with it.
_JOINS = frozenset("because since if unless whereas although though that".split())


def completes(frame: Frame, around: Surroundings, found: Attribution | None) -> bool:
    """Whether the clause in front of the words, or the one behind, would be none without them."""
    if _is_gone_on_with(frame, around):
        return True
    if around.prior != "," or not found or not found.cue:
        return False
    if found.cue[0] > around.place:
        return _is_led_to(frame, around)
    return _is_told(frame, around, found.cue[1])


def _is_gone_on_with(frame: Frame, around: Surroundings) -> bool:
    """“We shall break it up” if he were president."""
    return frame.word(around.place + 1 + (around.following == ",")) in _JOINS


def _is_led_to(frame: Frame, around: Surroundings) -> bool:
    """If the bill passes, “I go,” she said."""
    start = around.sentence
    start += frame.words[start].lower() in CONJUNCTIONS
    first = frame.words[start].lower()
    is_long = around.place - start > 4
    return is_long and (first in PREPOSITIONS | SUBORDINATORS or first == "based")


def _is_told(frame: Frame, around: Surroundings, start: int) -> bool:
    """He said that after the recess, “I’ll go.” `start` is the word behind the verb."""
    between = frame.words[start : around.place - 1]
    is_one_sentence = _ENDS.isdisjoint(between)
    return is_one_sentence and ("that" in between or between[-1:] == ["because"])

"""Judging a quotation: direct, partial or none at all, and who speaks, from what is around it."""

from dataclasses import replace
from typing import Literal

from citations.extraction.attribution.attribution import Attribution
from citations.extraction.attribution.attribution_after import after, stands_after
from citations.extraction.attribution.attribution_before import (
    announced,
    before,
    before_colon,
    in_sentence,
    worded,
)
from citations.extraction.context import Surroundings
from citations.extraction.partial_quotations import completes
from citations.extraction.syntax.lexicon import PREPOSITIONS, TIMES
from citations.extraction.syntax.reporting_verbs import NAMING
from citations.extraction.syntax.subjects import sentence_start
from citations.extraction.token_stream import GAP, LINE, PLACE, Frame

Mode = Literal["direct", "partial"]
_ENDS = frozenset({".", "?", "!", ";", LINE, GAP})
# Things that words are written on.
_THINGS = frozenset(
    "banner banners placard placards poster posters sign signs t-shirt t-shirts shirt shirts hat "
    "hats cap caps sticker stickers button buttons billboard billboards plaque plaques".split()
)
# What a sentence within another begins behind.
_ASIDE = frozenset("(-–—")


Judged = tuple[Mode, Attribution | None]


def judged(frame: Frame, around: Surroundings, given: dict[int, Attribution]) -> Judged | None:
    """The mode and the attribution; None where nobody is quoted. `given` are those before."""
    found = _by_place(frame, around, given)
    return ("partial", found[1]) if found and completes(frame, around, found[1]) else found


def _by_place(frame: Frame, around: Surroundings, given: dict[int, Attribution]) -> Judged | None:
    if _is_written(frame, around):
        return None
    if around.following == "と":
        found = after(frame, around.place)
        return ("direct", found) if found else None
    if around.begins_sentence:
        return _at_start(frame, around, given)
    if around.prior == ":":
        mode, found = _after_colon(frame, around, given)
        return ("partial" if around.is_in_headline_capitals else mode), found
    if around.prior == ",":
        return _after_comma(frame, around, given)
    return _inside(frame, around)


def _at_start(frame: Frame, around: Surroundings, given: dict[int, Attribution]) -> Judged | None:
    """It begins its sentence: “…,” said Duarte; “….”"""
    found = after(frame, around.place)
    if found and _is_beside(frame, around, found):
        return "direct", found
    if not around.ends_with_stop or (around.is_title and around.ending == ","):
        return None
    return "direct", carried(frame, around, given)


def _is_beside(frame: Frame, around: Surroundings, found: Attribution) -> bool:
    """Whether what follows is the quotation's attribution, not a sentence of its own."""
    if around.following == "," or around.ending in ",?!—…-":
        return True
    if found.rule == "is-how":
        return True
    if around.ending == ".":
        return stands_after(frame, around.place, found)
    return found.cue is not None and found.cue[0] - around.place <= 5 and not around.is_title


def _after_colon(frame: Frame, around: Surroundings, given: dict[int, Attribution]) -> Judged:
    if around.ending == ",":
        found = after(frame, around.place)
        if found and found.cue and found.phrase.start <= around.place + 3:
            return "direct", found
    found = before(frame, around.place, around.sentence)
    found = found or before_colon(frame, around.place, around.sentence)
    return "direct", found or carried(frame, around, given)


def _after_comma(
    frame: Frame, around: Surroundings, given: dict[int, Attribution]
) -> Judged | None:
    found = before(frame, around.place, around.sentence)
    following = after(frame, around.place) if around.ending in ",?!" else None
    if following and following.phrase.start > around.place + 4:
        following = None
    if around.is_title and not (found and found.cue and around.place - found.cue[1] <= 2):
        return None
    continues = around.sentence - 1 in given
    long = len(around.words.split()) >= 4 or around.ending in ".?!"
    if found and found.cue and long and _leads_up(frame, around, found.cue[1]):
        return "direct", found
    if following and not found:
        return "direct", following
    if found is None and around.begins_with_capital:
        found = announced(frame, around.place, around.sentence)
    if continues:
        return "direct", found or given[around.sentence - 1]
    if around.begins_with_capital and around.ends_with_stop:
        return "direct", found or following or carried(frame, around, given)
    return ("partial", found) if found else None


def _is_written(frame: Frame, around: Surroundings) -> bool:
    """Words on a thing, which nobody speaks: a banner reading “Hands off our river”; “Related:”"""
    if around.ending == ":" and around.stands_alone:
        return True
    at = around.place - 1
    if frame.word(at).lower() not in {"reading", "read", "reads", "saying", "said", "says"}:
        return False
    at -= 1 + (frame.word(at - 1) in {"that", "which"})
    return frame.word(at).lower() in _THINGS


def _leads_up(frame: Frame, around: Surroundings, start: int) -> bool:
    """Whether nothing but an adjunct stands between the verb and the quotation's comma."""
    between = frame.words[start : around.place]
    if "that" in between:
        return False
    adjunct = between[0] in PREPOSITIONS | TIMES or frame.words[start - 1] in {"told", "tells"}
    return len(between) <= 4 or (adjunct and len(between) <= 12 and around.ending in ".?!")


def _inside(frame: Frame, around: Surroundings) -> Judged | None:
    leading = before(frame, around.place, around.sentence)
    if leading and leading.cue and leading.cue[1] == around.place and around.begins_with_capital:
        naming = frame.words[leading.cue[0]] in NAMING
        if around.ends_with_stop and not naming and not around.is_title:
            return "direct", leading
    if around.is_title and len(around.words.split()) > 1:
        return None
    following = _right_after(frame, around)
    if following and around.prior in _ASIDE and around.begins_with_capital:
        return "direct", following
    found = worded(frame, around.place, around.sentence) or following or leading
    if found is None and around.ending == ",":
        found = after(frame, around.place)
    return ("partial", found) if found else None


def _right_after(frame: Frame, around: Surroundings) -> Attribution | None:
    """What follows the comma at once: “…,” she advises; “…,” according to a poll."""
    if around.ending not in ",?!" and around.following != ",":
        return None
    found = after(frame, around.place)
    return found if found and found.cue and found.cue[0] <= around.place + 4 else None


def carried(
    frame: Frame, around: Surroundings, given: dict[int, Attribution]
) -> Attribution | None:
    """The speaker of the sentence before: of its quotation, of its verb, or whom it is about."""
    end = around.sentence
    for _ in range(3):
        while end > 0 and frame.words[end - 1] in _ENDS:
            end -= 1
        start = sentence_start(frame, end)
        if start == end and end and frame.words[end - 1] == PLACE:
            start = sentence_start(frame, end - 1)
        for at in range(end - 1, start - 2, -1):
            if at in given:
                return replace(given[at], rule="carried", confidence=0.6)
        found = in_sentence(frame, start, end)
        if found and (found.cue or frame.word(start - 1) != ";"):
            return found
        end = start
    latest = next(reversed(given), None)
    return replace(given[latest], rule="carried", confidence=0.4) if latest is not None else None

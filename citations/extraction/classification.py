"""Classifies quoted words from their context: direct, partial or no quotation, and who speaks."""

from dataclasses import replace
from typing import Literal

from citations.extraction.attribution.attribution import Attribution
from citations.extraction.attribution.attribution_after import (
    attribution_after,
    is_still_attribution,
)
from citations.extraction.attribution.attribution_before import (
    attribution_before,
    attribution_before_colon,
    attribution_by_noun,
    attribution_in_sentence,
    attribution_of_wording,
)
from citations.extraction.context import QuotationContext
from citations.extraction.partial_quotations import completes_clause
from citations.extraction.syntax.lexicon import PREPOSITIONS, TIMES
from citations.extraction.syntax.reporting_verbs import NAMING
from citations.extraction.syntax.subjects import sentence_start
from citations.extraction.token_stream import GAP, LINE, QUOTE_SLOT, TokenStream

Mode = Literal["direct", "partial"]
_ENDS = frozenset({".", "?", "!", ";", LINE, GAP})
# Things with words written on them.
_THINGS = frozenset(
    "banner banners placard placards poster posters sign signs t-shirt t-shirts shirt shirts hat "
    "hats cap caps sticker stickers button buttons billboard billboards plaque plaques".split()
)
# Marks after which a sentence inside another begins.
_ASIDE = frozenset("(-–—")


Classification = tuple[Mode, Attribution | None]


def classify(
    frame: TokenStream, around: QuotationContext, given: dict[int, Attribution]
) -> Classification | None:
    """The mode and the attribution, or None if nobody is quoted.

    `given` are the attributions of earlier quotations.
    """
    found = _by_place(frame, around, given)
    return ("partial", found[1]) if found and completes_clause(frame, around, found[1]) else found


def _by_place(
    frame: TokenStream, around: QuotationContext, given: dict[int, Attribution]
) -> Classification | None:
    if _is_written(frame, around):
        return None
    if around.following == "と":
        found = attribution_after(frame, around.place)
        return ("direct", found) if found else None
    if around.begins_sentence:
        return _at_start(frame, around, given)
    if around.prior == ":":
        mode, found = _after_colon(frame, around, given)
        return ("partial" if around.is_in_headline_capitals else mode), found
    if around.prior == ",":
        return _after_comma(frame, around, given)
    return _inside(frame, around)


def _at_start(
    frame: TokenStream, around: QuotationContext, given: dict[int, Attribution]
) -> Classification | None:
    """The quotation begins its sentence: “…,” said Duarte; “….”"""
    found = attribution_after(frame, around.place)
    if found and _is_beside(frame, around, found):
        return "direct", found
    if not around.ends_with_stop or (around.is_title and around.ending == ","):
        return None
    return "direct", speaker_of_last_sentence(frame, around, given)


def _is_beside(frame: TokenStream, around: QuotationContext, found: Attribution) -> bool:
    """Whether the following words are the quotation's attribution and not a new sentence."""
    if around.following == "," or around.ending in ",?!—…-":
        return True
    if found.rule == "is-how":
        return True
    if around.ending == ".":
        return is_still_attribution(frame, around.place, found)
    return found.cue is not None and found.cue[0] - around.place <= 5 and not around.is_title


def _after_colon(
    frame: TokenStream, around: QuotationContext, given: dict[int, Attribution]
) -> Classification:
    if around.ending == ",":
        found = attribution_after(frame, around.place)
        if found and found.cue and found.phrase.start <= around.place + 3:
            return "direct", found
    found = attribution_before(frame, around.place, around.sentence)
    found = found or attribution_before_colon(frame, around.place, around.sentence)
    return "direct", found or speaker_of_last_sentence(frame, around, given)


def _after_comma(
    frame: TokenStream, around: QuotationContext, given: dict[int, Attribution]
) -> Classification | None:
    found = attribution_before(frame, around.place, around.sentence)
    following = attribution_after(frame, around.place) if around.ending in ",?!" else None
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
        found = attribution_by_noun(frame, around.place, around.sentence)
    if continues:
        return "direct", found or given[around.sentence - 1]
    if around.begins_with_capital and around.ends_with_stop:
        return "direct", found or following or speaker_of_last_sentence(frame, around, given)
    return ("partial", found) if found else None


def _is_written(frame: TokenStream, around: QuotationContext) -> bool:
    """Written words that nobody speaks: a banner reading “Hands off our river”; “Related:”"""
    if around.ending == ":" and around.stands_alone:
        return True
    at = around.place - 1
    if frame.word(at).lower() not in {"reading", "read", "reads", "saying", "said", "says"}:
        return False
    at -= 1 + (frame.word(at - 1) in {"that", "which"})
    return frame.word(at).lower() in _THINGS


def _leads_up(frame: TokenStream, around: QuotationContext, start: int) -> bool:
    """Whether only an adjunct separates the verb from the quotation's comma."""
    between = frame.words[start : around.place]
    if "that" in between:
        return False
    adjunct = between[0] in PREPOSITIONS | TIMES or frame.words[start - 1] in {"told", "tells"}
    return len(between) <= 4 or (adjunct and len(between) <= 12 and around.ending in ".?!")


def _inside(frame: TokenStream, around: QuotationContext) -> Classification | None:
    leading = attribution_before(frame, around.place, around.sentence)
    if leading and leading.cue and leading.cue[1] == around.place and around.begins_with_capital:
        naming = frame.words[leading.cue[0]] in NAMING
        if around.ends_with_stop and not naming and not around.is_title:
            return "direct", leading
    if around.is_title and len(around.words.split()) > 1:
        return None
    following = _right_after(frame, around)
    if following and around.prior in _ASIDE and around.begins_with_capital:
        return "direct", following
    found = attribution_of_wording(frame, around.place, around.sentence) or following or leading
    if found is None and around.ending == ",":
        found = attribution_after(frame, around.place)
    return ("partial", found) if found else None


def _right_after(frame: TokenStream, around: QuotationContext) -> Attribution | None:
    """The attribution directly after the comma: “…,” she advises; “…,” according to a poll."""
    if around.ending not in ",?!" and around.following != ",":
        return None
    found = attribution_after(frame, around.place)
    return found if found and found.cue and found.cue[0] <= around.place + 4 else None


def speaker_of_last_sentence(
    frame: TokenStream, around: QuotationContext, given: dict[int, Attribution]
) -> Attribution | None:
    """The speaker in the preceding sentence: of its quotation, of its verb, or its subject."""
    end = around.sentence
    for _ in range(3):
        while end > 0 and frame.words[end - 1] in _ENDS:
            end -= 1
        start = sentence_start(frame, end)
        if start == end and end and frame.words[end - 1] == QUOTE_SLOT:
            start = sentence_start(frame, end - 1)
        for at in range(end - 1, start - 2, -1):
            if at in given:
                return replace(given[at], rule="carried", confidence=0.6)
        found = attribution_in_sentence(frame, start, end)
        if found and (found.cue or frame.word(start - 1) != ";"):
            return found
        end = start
    latest = next(reversed(given), None)
    return replace(given[latest], rule="carried", confidence=0.4) if latest is not None else None

"""Classifies quoted words from their context: direct, partial or no quotation, and who speaks."""

from typing import Literal

from citations.extraction.attribution.asides import (
    attribution_by_agent,
    attribution_in_aside,
    attribution_in_aside_before,
    attribution_in_view,
)
from citations.extraction.attribution.attribution import Attribution
from citations.extraction.attribution.attribution_after import (
    attribution_after,
    is_still_attribution,
)
from citations.extraction.attribution.attribution_before import (
    attribution_before,
    attribution_before_colon,
    attribution_by_noun,
    attribution_of_wording,
)
from citations.extraction.attribution.preceding_speaker import speaker_of_last_sentence
from citations.extraction.attribution.same_sentence import (
    has_words_of_its_own,
    nearer,
    speaker_of_list,
    with_speaker_before,
)
from citations.extraction.attribution.speech_nouns import attribution_by_speech_noun
from citations.extraction.attribution.stance_verbs import attribution_by_stance
from citations.extraction.context import QuotationContext
from citations.extraction.forms.announcements import announcement_above
from citations.extraction.forms.page_forms import attribution_by_form
from citations.extraction.forms.voices import is_reply, person_asked, voice_after
from citations.extraction.partial_quotations import completes_clause, is_whole_clause
from citations.extraction.syntax.lexicon import PREPOSITIONS, TIMES
from citations.extraction.syntax.reporting_verbs import NAMING, is_participle
from citations.extraction.token_stream import DASHES, TokenStream
from citations.extraction.unspoken_words import is_foretold, is_name_of_thing, is_written

Mode = Literal["direct", "partial"]
Classification = tuple[Mode, Attribution | None]
_PASSIVE = frozenset({"is", "are", "was", "were", "been"})
# Marks after which a sentence inside another begins.
_ASIDE = frozenset("(-–—")


def classify(
    stream: TokenStream, around: QuotationContext, given: dict[int, Attribution]
) -> Classification | None:
    """The mode and the attribution, or None if nobody is quoted.

    `given` are the attributions of earlier quotations.
    """
    found = _by_place(stream, around, given)
    if found and found[1] and is_foretold(stream, around, found[1]):
        return None
    return ("partial", found[1]) if found and completes_clause(stream, around, found[1]) else found


def _by_place(
    stream: TokenStream, around: QuotationContext, given: dict[int, Attribution]
) -> Classification | None:
    if is_written(stream, around):
        return None
    beside = attribution_by_form(stream, around)
    return ("direct", beside) if beside else _in_sentence(stream, around, given)


def _in_sentence(
    stream: TokenStream, around: QuotationContext, given: dict[int, Attribution]
) -> Classification | None:
    if around.begins_sentence:
        return _at_start(stream, around, given)
    if around.prior == ":":
        mode, found = _after_colon(stream, around, given)
        return ("partial" if around.is_in_headline_capitals else mode), found
    if around.prior == ",":
        return _after_comma(stream, around, given)
    return _inside(stream, around, given)


def _at_start(
    stream: TokenStream, around: QuotationContext, given: dict[int, Attribution]
) -> Classification | None:
    """The quotation begins its sentence: “…,” said Duarte; “….”"""
    found = voice_after(stream, around.place)
    if found:
        return "direct", found
    found = attribution_after(stream, around.place) or _after_dash(stream, around)
    if found and _is_beside(stream, around, found):
        return "direct", found
    if around.ending == "," and around.following == "as":
        return "direct", attribution_in_aside(stream, around.place)
    if is_reply(stream, around.place):
        return "direct", person_asked(stream, around.place)
    if not around.ends_with_stop or (around.is_title and "," in around.ending + around.following):
        runs_on = _runs_on(around) and not around.is_title
        found = attribution_in_aside(stream, around.place) if runs_on else None
        return ("partial", found) if found else None
    found = announcement_above(stream, around.place)
    return "direct", found or speaker_of_last_sentence(stream, around.sentence, given)


def _after_dash(stream: TokenStream, around: QuotationContext) -> Attribution | None:
    """The verb after a dash instead of a comma: “We go” – said Duarte."""
    if around.following not in DASHES or not stream.word(around.place + 2).islower():
        return None
    return attribution_after(stream, around.place + 1)


def _runs_on(around: QuotationContext) -> bool:
    """Whether the writer's own words continue its sentence: “We go” to Rome, she said."""
    return around.following[:1].islower() and around.ending not in ".?!,"


def _is_beside(stream: TokenStream, around: QuotationContext, found: Attribution) -> bool:
    """Whether the following words are the quotation's attribution and not a new sentence."""
    if around.following == "," or around.ending in ",?!—…-":
        return True
    if found.rule == "is-how":
        return True
    if around.ending == ".":
        return is_still_attribution(stream, around.place, found)
    return found.cue is not None and found.cue[0] - around.place <= 5 and not around.is_title


def _after_colon(
    stream: TokenStream, around: QuotationContext, given: dict[int, Attribution]
) -> Classification:
    if around.ending == ",":
        found = attribution_after(stream, around.place)
        if found and found.cue and found.phrase.start <= around.place + 3:
            return "direct", found
    beside = attribution_in_aside(stream, around.place) if around.following == "," else None
    if beside and beside.phrase.start <= around.place + 4:
        # …: “…”, as the ministry put it.
        return "direct", beside
    found = announcement_above(stream, around.place)
    found = found or attribution_before_colon(stream, around.place, around.sentence)
    return "direct", found or speaker_of_last_sentence(stream, around.sentence, given)


def _after_comma(
    stream: TokenStream, around: QuotationContext, given: dict[int, Attribution]
) -> Classification | None:
    found = attribution_in_aside_before(stream, around.place, around.sentence)
    found = found or attribution_before(stream, around.place, around.sentence)
    following = attribution_after(stream, around.place) if around.ending in ",?!" else None
    if following and following.phrase.start > around.place + 4:
        following = None
    if around.is_title and not (found and found.cue and around.place - found.cue[1] <= 2):
        return None
    continues = around.sentence - 1 in given
    long = len(around.words.split()) >= 4 or around.ending in ".?!"
    if found and found.cue and long and _leads_up(stream, around, found.cue[1]):
        return "direct", found
    if following and not found:
        return "direct", following
    found = found or _without_verb(stream, around)
    if continues:
        return "direct", found or given[around.sentence - 1]
    if around.begins_with_capital and around.ends_with_stop:
        return "direct", found or following or speaker_of_last_sentence(
            stream, around.sentence, given
        )
    return ("partial", found) if found else None


def _without_verb(stream: TokenStream, around: QuotationContext) -> Attribution | None:
    """A noun before the comma: Duarte issued a statement, “…”; in Duarte’s words, “…”."""
    found = None
    if around.begins_with_capital:
        found = attribution_by_noun(stream, around.place, around.sentence)
    found = found or attribution_in_view(stream, around.place, around.sentence)
    if found or around.begins_with_capital:
        return found
    return attribution_by_speech_noun(stream, around.place, around.sentence)


def _leads_up(stream: TokenStream, around: QuotationContext, start: int) -> bool:
    """Whether only an adjunct separates the verb from the quotation's comma."""
    between = stream.words[start : around.place]
    if "that" in between:
        return False
    adjunct = between[0] in PREPOSITIONS | TIMES or stream.words[start - 1] in {"told", "tells"}
    return len(between) <= 4 or (adjunct and len(between) <= 12 and around.ending in ".?!")


def _inside(
    stream: TokenStream, around: QuotationContext, given: dict[int, Attribution]
) -> Classification | None:
    leading = attribution_before(stream, around.place, around.sentence)
    if leading and leading.cue and leading.cue[1] == around.place and around.begins_with_capital:
        naming = stream.words[leading.cue[0]] in NAMING
        if around.ends_with_stop and not naming and not around.is_title:
            return "direct", leading
    if leading and is_whole_clause(stream, around, leading):
        return "direct", leading
    if around.is_title_of_work or (around.is_title and len(around.words.split()) > 1):
        return None
    following = _right_after(stream, around, leading)
    if following and around.prior in _ASIDE and around.begins_with_capital:
        return "direct", following
    found = (
        attribution_of_wording(stream, around.place, around.sentence)
        or attribution_by_agent(stream, around.place, around.sentence)
        or following
        or nearer(attribution_by_speech_noun(stream, around.place, around.sentence), leading)
    )
    if found is not None and found is leading:
        found = with_speaker_before(stream, leading, given)
    found = found or _clause_behind(stream, around)
    found = found or speaker_of_list(stream, around.place, given)
    found = found or attribution_in_view(stream, around.place, around.sentence)
    if found is None and not around.is_title:
        found = attribution_in_aside(stream, around.place)
        found = found or attribution_by_stance(stream, around.place, around.sentence)
    return ("partial", found) if found and not is_name_of_thing(stream, around, found) else None


def _right_after(
    stream: TokenStream, around: QuotationContext, leading: Attribution | None
) -> Attribution | None:
    """The attribution directly after the comma: “…,” she advises; “…,” according to a poll."""
    found = _clause_behind(stream, around)
    if found and leading and has_words_of_its_own(stream, found, leading, around.place):
        return None
    return found if found and found.cue and found.cue[0] <= around.place + 4 else None


def _clause_behind(stream: TokenStream, around: QuotationContext) -> Attribution | None:
    """That of a new clause; in “…,” insisting that it was right, the subject is an earlier one."""
    if around.ending not in ",?!" and around.following != ",":
        return None
    found = attribution_after(stream, around.place)
    if found is None or found.cue is None or found.phrase.start > around.place + 3:
        return None
    verb, subject = found.cue[0], found.phrase
    is_said = not _PASSIVE.isdisjoint(stream.words[subject.end : verb])
    return None if is_participle(stream.words[verb]) or is_said else found

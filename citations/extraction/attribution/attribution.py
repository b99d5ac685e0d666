"""Attributions: who a text says is speaking, and with which verb."""

from typing import NamedTuple

from citations.extraction.syntax.noun_phrases import NounPhrase


class Attribution(NamedTuple):
    """Speaker and cue, as word numbers of the token stream, and the rule.

    `confidence`, 0 to 1, is set by hand, and only chooses between several attributions of one
    quotation; how sure a quotation's speaker is, `citations.extraction.calibration` counts.
    """

    phrase: NounPhrase
    cue: tuple[int, int] | None
    rule: str
    confidence: float


def carry_on(found: Attribution, confidence: float) -> Attribution:
    """The same speaker for the next quotation."""
    return Attribution(found.phrase, found.cue, "carried", confidence)

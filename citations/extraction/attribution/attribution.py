"""Attributions: who a text says is speaking, and with which verb."""

from dataclasses import dataclass

from citations.extraction.syntax.noun_phrases import NounPhrase


@dataclass(frozen=True, slots=True)
class Attribution:
    """Speaker and cue, as word numbers of the token stream, and the rule.

    `confidence`, 0 to 1, is set by hand, and only chooses between several attributions of one
    quotation; how sure a quotation's speaker is, `citations.extraction.calibration` counts.
    """

    phrase: NounPhrase
    cue: tuple[int, int] | None
    rule: str
    confidence: float

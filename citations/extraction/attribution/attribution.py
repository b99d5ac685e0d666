"""An attribution: who a text says is speaking, and with what verb."""

from dataclasses import dataclass

from citations.extraction.syntax.noun_phrases import Phrase


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who speaks and with what verb (word numbers of the frame), by which rule, how surely."""

    phrase: Phrase
    cue: tuple[int, int] | None
    rule: str
    confidence: float

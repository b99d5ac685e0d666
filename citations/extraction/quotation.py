"""One quotation as the readers of all languages hand it over."""

from dataclasses import dataclass

from citations.extraction.classification import Mode
from citations.text.spans import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation as printed; spans are code points of the text.

    `segments` are the words inside the marks, in order. There are several if the cue splits the
    quotation or it continues over several paragraphs. `attribution` is the speaker as printed,
    `cue` the verb, and `speaker` the fullest form of the name in this text for a pronoun, surname
    or role ("" if unknown). `said` is an EDTF date ("" if unknown) from the words at `said_from`.
    `rule` names the rule that applied, and `evidence` what shows whom the printed words mean: one
    of `calibration.EVIDENCE` in English, "" in other languages. `confidence` is how likely it is, 0
    to 1, that the speaker is right.
    """

    segments: tuple[Span, ...]
    mode: Mode
    attribution: Span | None
    cue: Span | None
    speaker: str
    said: str
    said_from: Span | None
    confidence: float
    rule: str
    evidence: str = ""

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
    `confidence` is from 0 to 1; `rule` names the rule that applied.
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

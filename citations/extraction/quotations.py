"""Finds the quotations in a text: the words between marks, their speaker, the verb and the date.

It uses grammar rules, not a model. Every step scans forward, or back by a limited distance, so the
time is linear in the length of the text.
"""

from dataclasses import replace
from itertools import chain, islice

from citations.extraction.attribution.negation import is_negated
from citations.extraction.calibration import (
    confidence_of,
    evidence_of_antecedent,
    evidence_of_name,
    without_doubtful_speaker,
)
from citations.extraction.entities.coreference import Discourse
from citations.extraction.entities.entities import Entities
from citations.extraction.entities.names import is_lone_title, plain_name
from citations.extraction.entities.person_nouns import noun_gender
from citations.extraction.grouping import SegmentGroup, group_segments
from citations.extraction.marks.block_quotations import block_quotations
from citations.extraction.marks.dash_dialogue import dash_dialogue, outside_dialogue
from citations.extraction.marks.quotation_marks import MarkPair, find_mark_pairs
from citations.extraction.marks.unclosed_marks import repair_pairs
from citations.extraction.multilingual.readers import language_to_read, read_quotations
from citations.extraction.quotation import Quotation
from citations.extraction.syntax.lexicon import APOSTROPHE_S, ROYAL, is_adverb, is_past
from citations.extraction.syntax.noun_phrases import NounPhrase
from citations.extraction.syntax.reporting_verbs import is_cue
from citations.extraction.temporal.days_of_saying import date_quotations
from citations.extraction.token_stream import TokenStream, token_stream
from citations.extraction.turns.turn_quotations import with_turns, with_unmarked_turns
from citations.text.cleaning.clean import clean
from citations.text.cleaning.clean_text import CleanText
from citations.text.spans import Span

_MOST_BLOCKS = 500
# Rules that take whoever is named before.
_GUESSES = frozenset({"sentence-before", "subject-before"})


def find_quotations(text: str, published: str = "", language: str = "") -> list[Quotation]:
    """The quotations of the text, in order.

    `published` is the EDTF date of the article, to which "on Wednesday" refers. If it is empty or
    not a date, only dates with a year are found. `language` is a BCP 47 tag; if it is empty, the
    language is detected. Line breaks, page numbers, note markers and markup are not words
    (`citations.text.cleaning`); spans are nevertheless those of the text as given. Where the
    confidence is below `LEAST_CONFIDENCE`, no speaker is named.
    """
    found = find_with_doubtful_speakers(text, published, language)
    return list(map(without_doubtful_speaker, found))


def find_with_doubtful_speakers(text: str, published: str, language: str) -> list[Quotation]:
    """The same with every speaker that the rules propose, however unsure: to measure them."""
    cleaned = clean(text)
    marked = _find_marked(cleaned.text, published, language)
    return with_turns(text, [_in_original(each, cleaned) for each in marked])


def find_in_clean_text(text: str, published: str = "", language: str = "") -> list[Quotation]:
    """The same of a text that is read as it is, such as a draft."""
    found = with_unmarked_turns(text, _find_marked(text, published, language))
    return list(map(without_doubtful_speaker, found))


def _find_marked(text: str, published: str, language: str) -> list[Quotation]:
    code = language_to_read(text, language)
    if code != "en":
        return read_quotations(text, published, code)
    found: list[Quotation] = []
    dialogue = dash_dialogue(text)
    pairs = outside_dialogue(find_mark_pairs(text), dialogue)
    blocks = islice(block_quotations(text), _MOST_BLOCKS)
    marked = sorted([*repair_pairs(text, pairs), *blocks, *dialogue], key=_start_of)
    if marked:
        found = QuotationReader(token_stream(text, marked)).quotations()
    return date_quotations(text, sorted(found, key=_first_segment), published, "en")


def _in_original(quotation: Quotation, cleaned: CleanText) -> Quotation:
    segments = chain.from_iterable(map(cleaned.original_segments, quotation.segments))
    to_original = cleaned.original_span
    return replace(
        quotation,
        segments=tuple(segments),
        attribution=quotation.attribution and to_original(quotation.attribution),
        cue=quotation.cue and to_original(quotation.cue),
        said_from=quotation.said_from and to_original(quotation.said_from),
    )


def _first_segment(quotation: Quotation) -> Span:
    return quotation.segments[0]


def _start_of(pair: MarkPair) -> int:
    return pair.outer.start


class QuotationReader:
    """Reads one text: its token stream and its entities."""

    def __init__(self, stream: TokenStream) -> None:
        self.stream = stream
        self.entities = Entities(stream)
        self.discourse = Discourse(stream, self.entities)
        self.groups = [
            each for each in group_segments(stream) if each.attribution or each.mode == "direct"
        ]

    def quotations(self) -> list[Quotation]:
        return [self.quotation(each) for each in self.groups]

    def quotation(self, group: SegmentGroup) -> Quotation:
        stream, at = self.stream, group.attribution
        is_guess = at is not None and at.rule in _GUESSES
        if at and (is_negated(stream, at) or (is_guess and not self.may_speak(at.phrase))):
            at = None
        if at is None:
            return Quotation(
                group.segments, group.mode, None, None, "", "", None, 0.3, "unattributed"
            )
        speaker, evidence = self.speaker(at.phrase, group.place)
        return Quotation(
            segments=group.segments,
            mode=group.mode,
            attribution=self.attribution_span(at.phrase),
            cue=stream.span(*at.cue) if at.cue else None,
            speaker=speaker,
            said="",
            said_from=None,
            confidence=confidence_of(at.rule, evidence, group.mode),
            rule=at.rule,
            evidence=evidence,
        )

    def attribution_span(self, phrase: NounPhrase) -> Span:
        """The speaker as printed, without the possessive of "Ana Duarte's verdict"."""
        span = self.stream.span(phrase.start, phrase.end)
        ending = 2 if span.text_in(self.stream.text).endswith(APOSTROPHE_S[:2]) else 0
        return Span(span.start, span.end - ending)

    def may_speak(self, phrase: NounPhrase) -> bool:
        """Whether the phrase names somebody, and is not just a word with a capital."""
        if phrase.name is None:
            return True
        name = self.full_name(phrase.name)
        if not name:
            return True
        entity, following = self.entities.entity_named(name), self.stream.word(phrase.name[1])
        does_something = is_cue(following) or is_past(following) or is_adverb(following)
        return " " in name or does_something or bool(entity.kind or entity.inner_mentions)

    def speaker(self, phrase: NounPhrase, place: int) -> tuple[str, str]:
        """The fullest form of the name, or the name that a pronoun or a role refers to.

        And what shows it, for the table of confidences.
        """
        if phrase.name is None or self.names_nobody(phrase.name):
            antecedent = self.discourse.antecedent(phrase, place)
            name = antecedent.entity.name if antecedent else ""
            evidence = evidence_of_antecedent(antecedent)
        else:
            name = self.full_name(phrase.name)
            kind = self.entities.entity_named(name).kind if name else ""
            evidence = evidence_of_name(plain_name(self.stream, phrase.name), name, kind)
        if name:
            self.discourse.add_speaker(min(phrase.start, place), name)
        return name, evidence

    def names_nobody(self, words: tuple[int, int]) -> bool:
        """Whether it is a word with a capital that is no name: Analysts said; the Major said."""
        return self.entities.is_common_word(words[0]) or is_lone_title(self.stream, words)

    def full_name(self, words: tuple[int, int]) -> str:
        """The fullest form of the name at these words."""
        name, names = plain_name(self.stream, words), self.entities.names
        title, _, rest = name.partition(" ")
        before = self.stream.word(words[0] - 1).lower().rstrip(".")
        if rest and title.lower() in ROYAL:
            full = names.fullest(rest, noun_gender(title.lower()))
            return full if " " in full else name
        gender = noun_gender(before)
        # Of two people with this surname, a wrong one is worse than none.
        is_open = names.is_ambiguous(name, gender, before)
        return "" if is_open else names.fullest(name, gender, before)

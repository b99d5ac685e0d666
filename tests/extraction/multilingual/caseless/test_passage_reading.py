"""Marked words and their cues become quotations."""

import re

from citations.extraction.multilingual.caseless.known_people import (
    KnownPeople,
    NameForms,
    PersonMention,
)
from citations.extraction.multilingual.caseless.marked_prose import MarkedWords, mark_prose
from citations.extraction.multilingual.caseless.passage_reading import (
    OPEN,
    PassageCue,
    read_passages,
)
from citations.extraction.quotation import Quotation
from citations.text.spans import Span

BO = PersonMention(0, 2, 2, "name", "Bo", is_subject=True)


def read(text: str, *cues: PassageCue | None) -> list[Quotation]:
    prose = mark_prose(text, [("“", "”")], re.compile(r"\."), re.compile(","))
    people = KnownPeople(prose, [BO], NameForms(lambda _: [], lambda _: []))
    queue = iter(cues)

    def next_cue(_passage: MarkedWords, _previous: Quotation | None) -> PassageCue | None:
        return next(queue)

    return read_passages(people, next_cue)


def test_a_named_speaker_is_surest() -> None:
    (found,) = read("Bo “yes”", PassageCue("before", BO, Span(0, 2)))
    assert (found.speaker, found.attribution, found.confidence) == ("Bo", Span(0, 2), 0.93)


def test_a_dropped_subject_is_looked_for_before() -> None:
    (found,) = read("Bo. “yes”", PassageCue("carried", is_dropped=True))
    assert (found.speaker, found.attribution, found.rule) == ("Bo", None, "carried")


def test_an_open_quotation_has_little_confidence() -> None:
    (found,) = read("“yes”", OPEN)
    assert (found.speaker, found.rule, found.confidence) == ("", "unattributed", 0.3)


def test_words_that_quote_nobody_are_left_out() -> None:
    assert read("“yes”", None) == []


def test_two_pieces_of_one_statement_are_one_quotation() -> None:
    joined = PassageCue("after", joins_previous=True)
    (found,) = read("“yes,” Bo, “no”", PassageCue("after", BO), joined)
    assert len(found.segments) == 2

"""Which parts of a text may date a quotation."""

import pytest

from citations.extraction.quotation import Quotation
from citations.extraction.temporal.dated_parts import dated_parts
from citations.text.spans import Span

TRIGGERS = frozenset({"monday", "yesterday"})


def quotation(text: str, verb: str) -> Quotation:
    start = text.index(verb)
    cue = Span(start, start + len(verb))
    return Quotation((Span(0, 1),), "direct", None, cue, "", "", None, 0.9, "after")


def parts_of(text: str, *verbs: str) -> list[str]:
    found = dated_parts(text, [quotation(text, verb) for verb in verbs], TRIGGERS)
    return [part.text_in(text).strip() for part in found]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("“We go,” she said on Monday.", ["“We go,” she said on Monday."]),
        ("“We go,” she said on monday.\n\nIt rained.", ["“We go,” she said on monday."]),
        ("“We go,” she said in 1994.", ["“We go,” she said in 1994."]),
        ("“We go,” she said on Mondayish days.", []),
        ("“We go,” she said.\n\nIt rained on Monday.", []),
        ("It rained yesterday.\n“We go,” she said.", []),
        ("It rained.\n“We go,” she said on Monday.", ["It rained.\n“We go,” she said on Monday."]),
    ],
)
def test_a_part_has_a_verb_and_a_word_of_time(text: str, parts: list[str]) -> None:
    assert parts_of(text, "said") == parts


def test_parts_that_meet_are_one() -> None:
    text = "“We go,” she said on Monday.\n“We stay,” he added yesterday."
    assert parts_of(text, "said", "added") == [text]


def test_the_date_of_it_may_stand_in_the_paragraph_before() -> None:
    text = "The union wrote on Monday.\n“We stay,” it added."
    start = text.index(" it ") + 1
    words = Quotation(
        (Span(0, 1),), "direct", Span(start, start + 2), None, "", "", None, 0.9, "after"
    )
    assert dated_parts(text, [words], TRIGGERS, frozenset({"it"})) == [Span(0, len(text))]
    assert dated_parts(text, [words], TRIGGERS) == []


def test_a_quotation_without_a_verb_has_no_part() -> None:
    words = Quotation((Span(0, 1),), "direct", None, None, "", "", None, 0.3, "unattributed")
    assert dated_parts("It rained on Monday.", [words], TRIGGERS) == []

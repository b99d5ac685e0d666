"""Turns beside quotations in marks, in articles and in drafts."""

import pytest

from citations.extraction.quotations import find_in_clean_text, find_quotations

MIXED = (
    "“Nobody asks,” said Hedda Lysaker. We met her in Arnfjord.\n\n"
    "Q: What is a “tree” worth?\n\nA: “Nine degrees”, as they say.\n\nQ: And in May?"
)


def test_marks_outside_the_turns_are_quotations_and_marks_inside_are_words() -> None:
    found = find_quotations(MIXED)
    assert [(each.speaker, each.segments[0].text_in(MIXED)) for each in found] == [
        ("Hedda Lysaker", "Nobody asks"),
        ("", "What is a “tree” worth?"),
        ("Hedda Lysaker", "“Nine degrees”, as they say."),
        ("", "And in May?"),
    ]


def test_a_curator_sees_the_name_and_not_the_letter() -> None:
    _, question, answer, _ = find_quotations(MIXED)
    assert question.attribution is None
    assert answer.attribution
    assert answer.attribution.text_in(MIXED) == "Hedda Lysaker"


def test_a_draft_keeps_what_it_marks() -> None:
    spoken = [each.segments[0].text_in(MIXED) for each in find_in_clean_text(MIXED)]
    assert "And in May?" in spoken
    assert "Nine degrees" in spoken
    assert "“Nine degrees”, as they say." not in spoken


def test_a_draft_with_a_byline_is_no_quotation() -> None:
    text = "My harbour\nBy Rosamund Tey\n\nI was brief.\n\nI was not brief enough for my sister."
    assert len(find_quotations(text)) == 1
    assert find_in_clean_text(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("MR. DRAY: I saw it.\n\nMS. PELL: Which horse?", "transcript"),
        ("Q: Why?\n\nA: Why not?", "question-answer"),
        ("Speech at the quay\nby Rosamund Tey\n\nI was asked to be brief.", "byline"),
        ("Dear Ada,\n\nThe goat arrived.\n\nYours,\nRosamund Tey", "signature"),
    ],
)
def test_the_rule_names_the_kind_of_evidence(text: str, rule: str) -> None:
    assert {each.rule for each in find_quotations(text)} == {rule}


def test_turns_are_found_in_every_language() -> None:
    text = "Мы встретились у моря.\n\nВопрос: Вы боитесь?\n\nОтвет: Я боюсь лифта."
    assert [each.segments[0].text_in(text) for each in find_quotations(text)] == [
        "Вы боитесь?",
        "Я боюсь лифта.",
    ]


def test_a_letter_that_names_the_speakers_of_several_quotations_is_a_report() -> None:
    text = (
        "Dear families,\n\nWe had a good term. I asked the class. “Stand back,” said Poppy Reed. "
        "“Run,” said Zach Amos. We did.\n\nYours sincerely,\n\nJudith Halvorsen"
    )
    assert [each.speaker for each in find_quotations(text)] == ["Poppy Reed", "Zach Amos"]
    alone = text.replace("“Stand back,” said Poppy Reed. “Run,” said Zach Amos. ", "")
    assert {each.speaker for each in find_quotations(alone)} == {"Judith Halvorsen"}


AFTER_THE_TALK = """\
BRANDT: We have no money for a second boat this year.

OKAFOR: Then we shall have to walk, every one of us.

BRANDT: Nobody has to walk. There is a bus.

OKAFOR: There is no bus on Sundays.

“That is news to us,” said Brandt after the meeting. The council votes in May.
"""


def test_a_report_below_the_last_turn_is_not_part_of_it() -> None:
    found = find_quotations(AFTER_THE_TALK, "2024-01-01", "en")
    said = [each.segments[-1].text_in(AFTER_THE_TALK) for each in found[-2:]]
    assert said == ["There is no bus on Sundays.", "That is news to us"]
    assert found[-1].speaker == "Brandt"

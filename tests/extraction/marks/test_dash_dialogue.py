"""Dialogue in which a dash begins each speech."""

import pytest

from citations.extraction.quotations import find_quotations


def found(text: str) -> list[tuple[list[str], str]]:
    return [
        ([segment.text_in(text) for segment in each.segments], each.speaker)
        for each in find_quotations(text, language="en")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "—Is he in? said Father Burke.\n\n—He's in and he's out, said Nora Keane. In bed.",
            [
                (["Is he in?"], "Burke"),
                (["He's in and he's out", "In bed."], "Nora Keane"),
            ],
        ),
        (
            "—We go, said Nora Keane.\n\n—To Rome.\n\n—So we do.",
            [(["We go"], "Nora Keane"), (["To Rome."], ""), (["So we do."], "")],
        ),
        ("— We go, said Nora Keane.\n\nIt rained.", []),
        (
            "—Wait! cried Nora Keane. She ran after him.\n\n—I will not.",
            [(["Wait!"], "Nora Keane"), (["I will not."], "")],
        ),
        ("—Speech, Nora Keane says a few words\n\n—Lunch\n\n—Music", []),
        ("—Two eggs, beaten\n\n—A cup of milk\n\n—Flour, as needed", []),
    ],
)
def test_a_dash_begins_a_speech(text: str, expected: list[tuple[list[str], str]]) -> None:
    assert found(text) == expected


def test_marks_inside_a_speech_are_its_words() -> None:
    text = "—He said “no” to me, said Nora Keane.\n\n—Did he? asked Bo Lindt."
    assert [each[0] for each in found(text)] == [["He said “no” to me"], ["Did he?"]]


def test_a_dash_behind_a_mark_is_one_of_the_words() -> None:
    text = "She turned. “—and so we go,” said Nora Keane."
    assert found(text) == [(["—and so we go"], "Nora Keane")]

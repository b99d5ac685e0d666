"""In dialogue the next paragraph is the other speaker's."""

import pytest

from citations.extraction.quotations import find_quotations

LONG = "We have worked on it for three years and nobody has thanked us for a day of it."


def speakers(text: str) -> list[str]:
    return [each.speaker for each in find_quotations(text, language="en")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"“It is done,” said Ana Duarte.\n\n“{LONG}”", ["Ana Duarte", "Ana Duarte"]),
        (f"“Is it done?” asked Ana Duarte.\n\n“{LONG}”", ["Ana Duarte", ""]),
        ("“It is done,” said Ana Duarte.\n\n“No.”\n\n“Yes.”", ["Ana Duarte", "", ""]),
        (
            "“It is done,” said Ana Duarte.\n\n“No,” said Bo Lindt.\n\n“Yes.”\n\n“Never.”",
            ["Ana Duarte", "Bo Lindt", "", ""],
        ),
        ("“Is it done?” asked Ana Duarte. “Is it?”", ["Ana Duarte"]),
    ],
)
def test_a_reply_is_not_given_to_the_one_who_spoke_before(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected

"""Blank lines separate paragraphs; where there are none, every line is one."""

import pytest

from citations.text.paragraphs import paragraph_at, paragraphs

PARAGRAPHS = [
    ("One.\n\nTwo\nlines.", ["One.", "Two\nlines."]),
    ("One.\n \t\n\u00a0\n\nTwo.", ["One.", "Two."]),  # lines with only white space are blank
    ("One.\nTwo.", ["One.", "Two."]),
    ("\n\nOne.\nTwo.\n\n", ["One.", "Two."]),  # blank lines around the text count for nothing
    ("One.\n   \nTwo.\n\n", ["One.", "Two."]),
    ("One.", ["One."]),
    ("", []),
    (" \n \n", []),
]


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_a_text_falls_into_paragraphs(text: str, expected: list[str]) -> None:
    assert [span.text_in(text) for span in paragraphs(text)] == expected


@pytest.mark.parametrize(
    ("offset", "number"),
    [(0, 1), (3, 1), (4, 0), (5, 0), (6, 2), (9, 2), (10, 0), (99, 0), (-1, 0)],
)
def test_a_code_point_is_in_a_paragraph_or_between_two(offset: int, number: int) -> None:
    assert paragraph_at("One.\n\nTwo.", offset) == number

"""A quote's title in one line says who spoke, any doubt, and the first words."""

import pytest

from citations.cite.quote_title import quote_title


@pytest.mark.parametrize(
    ("text", "doubt", "has_marks", "title"),
    [
        ("It is so.", "", True, "A. Speaker: “It is so.”"),
        ("It is so.", "", False, "A. Speaker: It is so."),
        ("It\n is  so.", "disputed", True, "A. Speaker (disputed): “It is so.”"),
    ],
)
def test_a_title_is_one_line(text: str, doubt: str, has_marks: bool, title: str) -> None:
    assert quote_title("A. Speaker", text, has_marks=has_marks, doubt=doubt) == title


def test_long_words_are_cut_to_the_length_asked_for() -> None:
    assert quote_title("A", "x" * 80, has_marks=False) == f"A: {'x' * 80}"
    assert quote_title("A", "x" * 81, has_marks=False) == f"A: {'x' * 79}…"
    assert quote_title("A", "one two three", has_marks=True, longest=9) == "A: “one two…”"
    assert quote_title("A", "one two three", has_marks=True, longest=8) == "A: “one two…”"
    assert quote_title("A", "one two three", has_marks=True, longest=13) == "A: “one two three”"

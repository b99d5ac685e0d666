"""First names, and the gender of those who bear them."""

import pytest

from citations.extraction.entities.first_names import first_name_gender, is_first_name


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Karl", "m"),
        ("Duncan", "m"),
        ("Agneta", "f"),
        ("Lotte", "f"),
        ("Philomena", "f"),
        ("Robin", ""),
        ("Kim", ""),
        ("Anna-Lena", "f"),
        ("Kerosene", ""),
    ],
)
def test_a_first_name_shows_the_gender_of_those_who_bear_it(name: str, gender: str) -> None:
    assert first_name_gender(name) == gender


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Robin", True), ("ROBIN", True), ("Jean-Luc", True), ("robin", False), ("Kerosene", False)],
)
def test_first_names_are_known_as_printed_and_in_capitals(word: str, expected: bool) -> None:
    assert is_first_name(word) is expected

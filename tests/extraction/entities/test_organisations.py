"""Words that show that a name is no person's."""

import pytest

from citations.extraction.entities.organisations import is_body_word, is_place, is_place_word


@pytest.mark.parametrize("word", ["Water", "League", "Ltd.", "Railways", "Courier"])
def test_names_of_organisations_end_in_such_words(word: str) -> None:
    assert is_body_word(word)
    assert not is_body_word("Weiss")


@pytest.mark.parametrize("word", ["Street", "Bridge", "Prize"])
def test_names_of_places_and_things_end_in_such_words(word: str) -> None:
    assert is_place_word(word)
    assert not is_place_word("Weiss")


@pytest.mark.parametrize(
    ("word", "expected"), [("Florida", True), ("N.H.", True), ("Mr.", False), ("Weiss", False)]
)
def test_states_and_countries_are_places_by_themselves(word: str, expected: bool) -> None:
    assert is_place(word) is expected

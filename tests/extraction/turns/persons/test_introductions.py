"""Full names in a text, without titles and callings; bodies and places are none."""

import pytest

from citations.extraction.turns.persons.introductions import introductions_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sculptor Zelda Ireton carves.", ["Zelda Ireton"]),
        ("The violist Ravi Thakore met Dame Sally Embleton.", ["Ravi Thakore", "Sally Embleton"]),
        ("Hector Llorens Palma sang.", ["Hector Llorens Palma"]),
        ("We met Pieter van der Kolk’s aunt.", ["Pieter van der Kolk"]),
        ("Then Ada Quill left.", ["Ada Quill"]),
        ("They live in Nether Stoke, near the Royal Museum.", []),
        ("New York was cold.", []),
    ],
)
def test_names_are_read(text: str, names: list[str]) -> None:
    found = introductions_of(text).names
    assert [each.name for each in found] == names
    assert [each.span.text_in(text) for each in found] == names


def test_one_person_is_meant_or_nobody() -> None:
    people = introductions_of("Hugh Lorne met Ada Quill and Vera Lorne.")
    assert people.meant_by("Lorne", "") is None
    quill = people.meant_by("QUILL", "")
    assert quill
    assert quill.name == "Ada Quill"
    vera = people.meant_by("Vera", "")
    assert vera
    assert vera.name == "Vera Lorne"


def test_initials_in_brackets_come_before_those_of_a_name() -> None:
    people = introductions_of("Norah Pilling (NP) and Nils Palm spoke.")
    person = people.meant_by_initials("NP", 100)
    assert person
    assert person.name == "Norah Pilling"


def test_initials_of_two_people_are_nobodys() -> None:
    people = introductions_of("Norah Pilling and Nils Palm spoke.")
    assert people.meant_by_initials("NP", 100) is None

"""Nouns for people."""

import pytest

from citations.extraction.entities.person_nouns import (
    is_person_noun,
    noun_gender,
    singular_person_noun,
)


@pytest.mark.parametrize(
    "noun", ["florist", "goalkeeper", "headteacher", "co-founder", "37-year-old", "marine"]
)
def test_these_are_people(noun: str) -> None:
    assert is_person_noun(noun)


@pytest.mark.parametrize("noun", ["river", "state", "agency", "speech", "foreign"])
def test_these_are_not(noun: str) -> None:
    assert not is_person_noun(noun)


@pytest.mark.parametrize(
    ("plural", "singular"),
    [("councillors", "councillor"), ("women", "woman"), ("brothers", "brother"), ("rivers", "")],
)
def test_the_singular_of_people(plural: str, singular: str) -> None:
    assert singular_person_noun(plural) == singular


@pytest.mark.parametrize(
    ("noun", "gender"),
    [
        ("sister", "f"),
        ("mother-in-law", "f"),
        ("spokeswoman", "f"),
        ("mr", "m"),
        ("groundsman", "m"),
        ("brother-in-law", "m"),
        ("minister", ""),
    ],
)
def test_some_nouns_tell_men_from_women(noun: str, gender: str) -> None:
    assert noun_gender(noun) == gender

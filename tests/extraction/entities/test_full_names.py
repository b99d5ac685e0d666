"""The one full name that a name in the text is short for."""

import pytest

from citations.extraction.entities.full_names import FullNames
from citations.extraction.entities.mentions import find_mentions
from citations.extraction.token_stream import token_stream


@pytest.mark.parametrize(
    ("text", "name", "full"),
    [
        ("Mr. Karl Weiss came.", "Weiss", "Karl Weiss"),
        ("Karl Weiss came.", "Karl", "Karl Weiss"),
        ("Prime Minister Kishida Fumio came.", "Kishida", "Kishida Fumio"),
        ("The singer Pieter van der Kolk came.", "Van der Kolk", "Pieter van der Kolk"),
        ("Karl Weiss came.", "Duarte", "Duarte"),
        ("Karl Weiss met Ana Weiss.", "Weiss", "Weiss"),
        ("Karl Weiss met Ana Weiss. Karl Weiss left.", "Weiss", "Karl Weiss"),
        ("He left Jonas Weiss Street. Ana Weiss came.", "Weiss", "Ana Weiss"),
        ("Karl Weiss Ltd closed. Ana Weiss came.", "Weiss", "Ana Weiss"),
        ("Weiss Slams Toll Plan\n\nAna Weiss came.", "Weiss", "Ana Weiss"),
        ("The Karl Weiss Party won.", "Karl", "Karl"),
    ],
)
def test_a_short_name_has_one_full_name_or_stays_short(text: str, name: str, full: str) -> None:
    assert FullNames(find_mentions(token_stream(text, []))).fullest(name) == full


@pytest.mark.parametrize(("gender", "full"), [("m", "Wilfrid Pellow"), ("f", "Joyce Pellow")])
def test_a_title_tells_wife_from_husband(gender: str, full: str) -> None:
    names = FullNames(find_mentions(token_stream("Wilfrid and Joyce Pellow came.", [])))
    assert names.fullest("Pellow", gender) == full


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karl Weiss met Ana Weiss.", True),
        ("It rained.", False),
    ],
)
def test_a_surname_is_a_persons_if_all_who_bear_it_are_people(text: str, expected: bool) -> None:
    assert FullNames(find_mentions(token_stream(text, []))).are_people("Weiss") is expected


@pytest.mark.parametrize(
    ("text", "name", "full"),
    [
        ("María Inés Zubizarreta Lecuona came.", "Zubizarreta", "María Inés Zubizarreta Lecuona"),
        ("Pieter van der Kolk came.", "Der", "Der"),
        ("The clerk Nguyen Thi Hoa came.", "Nguyen", "Nguyen Thi Hoa"),
        ("Calvin Tate Jr. came.", "Tate", "Calvin Tate Jr."),
        ("Calvin Tate Sr. has often met his son, Calvin Tate Jr.", "Tate", "Calvin Tate"),
    ],
)
def test_double_surnames_family_names_in_front_and_juniors(text: str, name: str, full: str) -> None:
    assert FullNames(find_mentions(token_stream(text, []))).fullest(name) == full


def test_the_title_tells_sister_from_brother() -> None:
    stream = token_stream("Dr Ana Weiss met her brother, Karl Weiss.", [])
    names = FullNames(find_mentions(stream))
    assert names.fullest("Weiss", title="dr") == "Ana Weiss"
    assert names.is_ambiguous("Weiss")
    assert not names.is_ambiguous("Weiss", title="dr")


@pytest.mark.parametrize("text", ["Karl Weiss came.", "Karl Weiss Ltd closed. Ana Weiss came."])
def test_a_surname_of_one_person_is_not_ambiguous(text: str) -> None:
    assert not FullNames(find_mentions(token_stream(text, []))).is_ambiguous("Weiss")

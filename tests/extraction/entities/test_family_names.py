"""Names with the family name first."""

import pytest

from citations.extraction.entities.family_names import given_name_of, is_family_first


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nguyen Thi Hoa", True),
        ("Kovács Ildikó", True),
        ("Pak Ji-won", True),
        ("Ana Duarte", False),
        ("Nguyen", False),
        ("Lim Chow Ports Holding", False),
    ],
)
def test_a_common_family_name_in_front_is_one(name: str, expected: bool) -> None:
    assert is_family_first(name.split()) is expected


@pytest.mark.parametrize(
    ("name", "given"), [("Kovács Anna", "Anna"), ("Anna Kovács", "Anna"), ("Anna", "Anna")]
)
def test_the_given_name_may_come_last(name: str, given: str) -> None:
    assert given_name_of(name.split()) == given

"""First names that decide between "he" and "she"."""

from citations.extraction.entities.first_names import FEMALE, MALE


def test_common_first_names_are_listed_in_lower_case() -> None:
    assert {"john", "karl"} & MALE
    assert {"mary", "ana", "anna"} & FEMALE
    assert all(name == name.lower() for name in MALE | FEMALE)

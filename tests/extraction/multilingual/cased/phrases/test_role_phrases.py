"""An article and a noun are a phrase for a person; some languages need no article."""

import pytest

from tests.support.prose_reading import people_of


@pytest.mark.parametrize(
    ("code", "text", "roles", "gender"),
    [
        ("de", "Dann sprach die Präsidentin.", ["präsidentin"], "f"),
        ("es", "Habló la joven jueza.", ["jueza"], "f"),
        ("pl", "Potem mówił minister.", ["minister"], "m"),
        ("fr", "On a vu le gardien.", ["gardien"], "m"),
    ],
)
def test_nouns_for_people(code: str, text: str, roles: list[str], gender: str) -> None:
    (found,) = people_of(text, code)
    assert list(found.roles) == roles
    assert found.gender == gender

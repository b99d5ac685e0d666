"""A preposition or an oblique article makes a phrase no subject."""

import pytest

from tests.support.prose_reading import people_of


@pytest.mark.parametrize(
    ("code", "text", "governed"),
    [
        ("de", "Er sprach mit dem Imker Kuno Pfahl.", True),
        ("de", "Dann sprach der Imker Kuno Pfahl.", False),
        ("fr", "Parle avec la maire Jeanne Bory.", True),
        ("ru", "Говорили с Иваном Косовым.", True),
    ],
)
def test_what_governs_a_phrase(code: str, text: str, governed: bool) -> None:
    found = next(each for each in people_of(text, code) if each.name)
    assert found.is_governed is governed

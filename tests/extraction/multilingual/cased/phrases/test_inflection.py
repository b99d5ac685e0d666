"""Names in the genitive get their base form; others stay as they are."""

import pytest

from citations.extraction.multilingual.cased.phrases.inflection import base_form


@pytest.mark.parametrize(
    ("code", "name", "base"),
    [
        ("pl", "Ewy Lipskiej", "Ewa Lipska"),
        ("pl", "Marka Nowaka", "Marek Nowak"),
        ("pl", "Jana Kowalskiego", "Jan Kowalski"),
        ("ru", "Анны Волковой", "Анна Волкова"),
        ("ru", "Павла Волкова", "Павел Волков"),
        ("ru", "Сергея Полянского", "Сергей Полянский"),
        ("de", "Anna Berg", "Anna Berg"),
        ("pl", "Wilka", "Wilka"),
    ],
)
def test_base_forms(code: str, name: str, base: str) -> None:
    assert " ".join(base_form(tuple(name.split()), code)) == base

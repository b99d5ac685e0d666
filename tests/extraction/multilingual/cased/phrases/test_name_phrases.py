"""A name is found without the nouns and titles around it."""

import pytest

from tests.support.prose_reading import people_of


@pytest.mark.parametrize(
    ("code", "text", "name", "role"),
    [
        ("de", "Gestern kam Bahnsprecher Lothar Grabowsky.", "Lothar Grabowsky", "bahnsprecher"),
        ("de", "Der alte Imker Kuno Pfahl kam.", "Kuno Pfahl", "imker"),
        ("es", "Vino la ministra de Pesca Azucena Larralde.", "Azucena Larralde", "ministra"),
        ("nl", "Wethouder Joris van der Velde kwam.", "Joris van der Velde", "wethouder"),
        ("ru", "Мэр Сухого Лога Антон Гаврилов пришёл.", "Антон Гаврилов", "мэр"),
        ("ru", "Пришёл губернатор Павел Сергеевич Громов.", "Павел Сергеевич Громов", "губернатор"),
        ("pt", "Ontem veio Ana Duarte, presidenta do clube.", "Ana Duarte", "presidenta"),
    ],
)
def test_names_and_roles(code: str, text: str, name: str, role: str) -> None:
    found = next(each for each in people_of(text, code) if len(each.name) > 1)
    assert " ".join(found.name) == name
    assert role in found.roles

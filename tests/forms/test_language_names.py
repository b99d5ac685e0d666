"""The English names of languages."""

import pytest

from citations.forms.language_names import language_name

NAMES = [
    ("en", "English"),
    ("ja", "Japanese"),
    ("pt-BR", "Brazilian Portuguese"),
    ("de-CH", "German"),  # no name of its own: that of the language
    ("zh-Hant", "Traditional Chinese"),
    ("EN", "English"),
    ("ain", "ain"),  # no name at all
    ("", ""),
]


@pytest.mark.parametrize(("tag", "name"), NAMES)
def test_a_tag_has_an_english_name_or_stands_for_itself(tag: str, name: str) -> None:
    assert language_name(tag) == name

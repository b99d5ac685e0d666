"""Every entry of the lists of English words is needed: each has a sentence that it decides.

The sentences are in `list_entries.toml`. Whoever strikes an entry from a list strikes it there too.
"""

import tomllib
from pathlib import Path

import pytest

from tests.support.list_entries import shown_by

LISTS = tomllib.loads(Path(__file__).with_name("list_entries.toml").read_text("utf-8"))["lists"]


def filled(template: str, word: str) -> str:
    """The template with the word in it, with a capital where the template has one."""
    return template.replace("{word}", word).replace("{Word}", word[0].upper() + word[1:])


ENTRIES = [
    pytest.param(
        filled(each["sentence"], word),
        filled(each["shows"], word),
        id=f"{each['list']}: {word}",
    )
    for each in LISTS
    for word in each["words"].split()
]


@pytest.mark.parametrize(("sentence", "shows"), ENTRIES)
def test_the_entry_decides_what_its_sentence_shows(sentence: str, shows: str) -> None:
    assert shown_by(sentence) == shows

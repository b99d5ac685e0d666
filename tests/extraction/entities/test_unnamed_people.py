"""Somebody without a name is whom the next pronoun may mean."""

import pytest

from citations.extraction.quotations import find_quotations

BEFORE = "Ana Duarte, the mayor, opened the pool on Friday. "


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("One of the swimmers, who gave no name, liked it.", ""),
        ("A woman at the gate waved.", ""),
        ("Her aunt came as well.", ""),
        ("A boy came as well.", "Ana Duarte"),
        ("The water was cold.", "Ana Duarte"),
        ("Her aunt, Rosa Lindt, came as well.", "Rosa Lindt"),
        ("No other mayor came.", "Ana Duarte"),
    ],
)
def test_a_pronoun_passes_over_nobody(sentence: str, speaker: str) -> None:
    (found,) = find_quotations(f"{BEFORE}{sentence} “It is lovely,” she said.", language="en")
    assert found.speaker == speaker

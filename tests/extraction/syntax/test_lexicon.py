"""Closed classes of words."""

import pytest

from citations.extraction.syntax.lexicon import (
    is_adverb,
    is_capitalised,
    is_past,
    is_possessive,
    is_word,
)


@pytest.mark.parametrize(
    "word", ["Ana", "Kishida", "O'Neil", "Ji-won", "Seung-oh", "Sang-ho", "Shu-fen", "Mi-rae"]
)
def test_these_may_be_names(word: str) -> None:
    assert is_capitalised(word)


@pytest.mark.parametrize(
    "word",
    [
        "ana",
        "The",
        "American-born",
        "5",
        "“",
        "Here’s",
        "Neither",
        "Sit-in",
        "Set-up",
        "Anti-ban",
        "Mid-day",
    ],
)
def test_these_are_no_names(word: str) -> None:
    assert not is_capitalised(word)


def test_words_are_no_marks() -> None:
    assert [is_word(each) for each in ("go", "5", ",", "“")] == [True, True, False, False]


def test_possessives_end_in_an_apostrophe_and_s() -> None:
    words = ("Trump's", "workers’", "Trumps", "Trump")
    assert [is_possessive(each) for each in words] == [True, True, False, False]


def test_past_tenses_and_adverbs_are_known() -> None:
    assert [is_past(each) for each in ("endorsed", "went", "go")] == [True, True, False]
    assert [is_adverb(each) for each in ("quickly", "has", "family")] == [True, True, False]

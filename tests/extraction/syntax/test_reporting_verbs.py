"""Reporting verbs in all their forms, and nouns that introduce words."""

import pytest

from citations.extraction.syntax.reporting_verbs import (
    NAMING,
    PLAIN,
    SPEAKING,
    announces,
    is_cue,
    is_participle,
)


@pytest.mark.parametrize(
    "word", ["say", "says", "said", "saying", "told", "wrote", "called", "tweeted"]
)
def test_these_are_cues(word: str) -> None:
    assert is_cue(word)


@pytest.mark.parametrize("word", ["go", "sayings", "table", ""])
def test_these_are_no_cues(word: str) -> None:
    assert not is_cue(word)


def test_participles_end_in_ing() -> None:
    assert is_participle("saying")
    assert not is_participle("said")
    assert not is_participle("going")


def test_some_nouns_introduce_words() -> None:
    assert announces("statement")
    assert not announces("table")


def test_plain_verbs_speak_and_verbs_of_naming_do_not() -> None:
    assert PLAIN <= SPEAKING
    assert "called" in NAMING

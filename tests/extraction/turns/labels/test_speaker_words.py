"""The lists of words: no word is both a field of a form and a role that speaks."""

from citations.extraction.turns.labels.speaker_words import (
    ANSWERS,
    FIELDS,
    NAMES_TOO,
    OFFICES,
    QUESTIONS,
)


def test_no_letter_is_both_question_and_answer() -> None:
    assert not QUESTIONS & ANSWERS


def test_fields_are_no_roles() -> None:
    assert not FIELDS & OFFICES - {"part"}


def test_names_that_look_like_fields_are_fields() -> None:
    assert FIELDS >= NAMES_TOO

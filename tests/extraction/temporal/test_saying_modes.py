"""Said once, again and again, or not yet."""

import pytest

from citations.extraction.temporal.saying_modes import is_future, is_habitual, is_repeated
from tests.extraction.temporal.test_saying_sentence import sentence_of


@pytest.mark.parametrize(
    ("text", "cue", "is_it"),
    [
        ("Ek will say on Monday that it is “a sieve”.", "say", True),
        ("Ek is on Monday to say: “Run.”", "say", True),
        ("Ek was glad on Monday to say: “Run.”", "say", False),
        ("Ek is to say on Monday: “Run.”", "say", True),
        ("Ek is due to tell us: “Run.”", "tell", True),
        ("Ek said on Monday: “Run.”", "said", False),
        ("The man who will lead us, Ek, said: “Run.”", "said", False),
    ],
)
def test_what_is_still_to_be_said(text: str, cue: str, is_it: bool) -> None:
    assert is_future(sentence_of(text, "Ek", cue)) is is_it


@pytest.mark.parametrize(
    ("text", "cue", "language", "is_it"),
    [
        ("Ek soll am Montag sagen: “Lauft.”", "sagen", "de", True),
        ("Ek sagte am Montag: “Lauft.”", "sagte", "de", False),
        ("“Courez”, dira Ek lundi.", "dira", "fr", True),
        ("“Courez”, déclara Ek lundi.", "déclara", "fr", False),
        ("“Corran”, dirá Ek el lunes.", "dirá", "es", True),
    ],
)
def test_other_languages_have_their_own_future(
    text: str, cue: str, language: str, is_it: bool
) -> None:
    assert is_future(sentence_of(text, "Ek", cue, language)) is is_it


def test_a_verb_that_was_not_found_may_be_future_too() -> None:
    assert is_future(sentence_of("Samedi, Ek doit dire : “Courez.”", "Ek", "Ek", "fr"))
    assert not is_future(sentence_of("Samedi, Ek : “Courez.”", "Ek", "Ek", "fr"))


def test_habits_and_repetitions() -> None:
    assert is_habitual(sentence_of("“Run,” Ek used to say.", "Ek", "say"))
    assert not is_habitual(sentence_of("“Run,” Ek said.", "Ek", "said"))
    sentence = sentence_of("“Run,” Ek said on Monday and repeated on Friday.", "Ek", "said")
    assert is_repeated(sentence, 3, len(sentence.tokens))
    assert not is_repeated(sentence, 0, 4)

"""The phrase around a date: of the saying, or of another event."""

import pytest

from citations.extraction.temporal.date_phrases import describes_event, is_adverbial, phrase_start
from tests.extraction.temporal.test_saying_sentence import place, sentence_of


@pytest.mark.parametrize(
    ("words", "is_event"),
    [
        ("on Monday", False),
        ("in Ely on Monday", False),
        ("at the meeting of Monday", False),
        ("on the evening of Monday", False),
        ("after a meeting on Monday", False),  # the saying was on Monday, too
        ("after a fire on Monday", True),
        ("of the fire on Monday", True),
        ("about the rain on Monday", True),
        ("in the rain of Monday", True),
        ("until Monday", True),
        ("in a statement issued on Monday", False),
        ("in a house bought on Monday", True),
        ("in the town where it rained on Monday", True),
        ("at Monday ’s meeting", False),
        ("at Monday ’s fire", True),
    ],
)
def test_it_tells_events_from_occasions(words: str, is_event: bool) -> None:
    sentence = sentence_of(f"Ek said {words}.", "Ek", "said")
    at = place(sentence, "Monday")
    phrase = phrase_start(sentence, at)
    assert describes_event(sentence, phrase, at, at + 1, is_attribute=False) is is_event


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("In Ely on Monday, Ek said it.", True),
        ("Speaking on Monday, Ek said it.", True),
        ("Ek said it to a hall in Ely, Kent on Monday.", True),
        ("Ek said it, a champion on Monday.", False),
        ("The strike of Monday, Ek said, ended.", False),
    ],
)
def test_an_adverbial_begins_like_one(text: str, is_it: bool) -> None:
    sentence = sentence_of(text, "Ek", "said")
    at = place(sentence, "Monday")
    assert is_adverbial(sentence, phrase_start(sentence, at), at) is is_it

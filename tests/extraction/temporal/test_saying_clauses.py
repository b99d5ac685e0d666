"""A date and the verb of saying must stand in one clause."""

import pytest

from citations.extraction.temporal.saying_clauses import is_day_of_saying
from tests.extraction.temporal.test_saying_sentence import place, sentence_of


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("“Run,” Ek said on Monday.", True),
        ("“Run,” Ek told a man, a guest, on Monday.", True),
        ("“Run,” Ek said, and the rain stopped on Monday.", False),
        ("“Run,” Ek said; it rained on Monday.", False),
        ("On Monday Ek said: “Run.”", True),
        ("On Monday, after the rain, Ek said: “Run.”", True),
        ("On Monday the dam broke, and Ek said: “Run.”", False),
        ("On Monday, Ek said, the dam was “a sieve”.", False),
        ("Ek on Monday said: “Run.”", True),
        ("Ek (D-Kent) on Monday said: “Run.”", True),
        ("LEEDS, Monday (Wire) — The mayor said: “Run.”", False),
        ("It rained until Monday, when Ek said: “Run.”", True),
    ],
)
def test_no_other_clause_may_stand_between(text: str, is_it: bool) -> None:
    speaker = "The mayor" if "The mayor" in text else "Ek"
    sentence = sentence_of(text, speaker, "told" if "told" in text else "said")
    at = place(sentence, "Monday")
    assert is_day_of_saying(sentence, at, at + 1) is is_it


def test_an_attribute_needs_an_occasion() -> None:
    for noun, is_it in (("interview", True), ("strike", False)):
        sentence = sentence_of(f"“Run,” Ek said in a 1994 {noun}.", "Ek", "said")
        at = place(sentence, "1994")
        assert is_day_of_saying(sentence, at - 1, at + 1, is_attribute=True) is is_it

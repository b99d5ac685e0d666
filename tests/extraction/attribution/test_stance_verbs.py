"""Verbs that show a stance in a few quoted words."""

import pytest

from citations.extraction.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Ana Duarte thanked the crew for “staying awake”.", "thanked"),
        ("Ana Duarte heralded the bridge as a “breakthrough in tar”.", "heralded"),
        ("Ana Duarte compared the hall to “a wet shoe”.", "compared"),
        ("Ana Duarte spoke of “a long and damp year”.", "spoke"),
        ("Ana Duarte found him “evasive to the point of absence”.", "found"),
        ("Ana Duarte thanked the baker for his “windy” speech.", "thanked"),
        ("Ana Duarte wanted to “go an extra mile”.", "wanted"),
        ("Ana Duarte brushed the error off as “a rounding of corners”.", "brushed"),
    ],
)
def test_a_stance_introduces_a_partial_quotation(text: str, verb: str) -> None:
    (found,) = find_quotations(text, language="en")
    assert (found.mode, found.speaker, found.rule) == ("partial", "Ana Duarte", "stance")
    assert found.cue is not None
    assert found.cue.text_in(text) == verb


@pytest.mark.parametrize(
    "text",
    [
        "Ana Duarte saw the “luxury” flats.",
        "Ana Duarte welcomed guests, and the “concierge” was a machine.",
        "The flats compared badly to “the cellar”.",
    ],
)
def test_scare_quotes_beside_such_a_verb_are_not_said(text: str) -> None:
    assert find_quotations(text, language="en") == []

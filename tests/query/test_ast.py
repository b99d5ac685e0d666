"""Changing the terms of a clause, and notes as sentences."""

import pytest

from citations.query.ast import AnyOf, FieldMatch, IgnoredPart, Not, Phrase, Word, replace_terms

A, B, C = Word("a"), Word("b"), Word("c")
SPEAKER = FieldMatch("speaker", A)


def shout(term: object) -> Word:
    assert isinstance(term, Word | Phrase)
    return Word(term.text.upper())


@pytest.mark.parametrize(
    ("clause", "changed"),
    [
        (A, Word("A")),
        (Phrase("a b"), Word("A B")),
        (Not(A), Not(Word("A"))),
        (AnyOf((A, Not(B), C)), AnyOf((Word("A"), Not(Word("B")), Word("C")))),
        (SPEAKER, SPEAKER),  # a field's value stays
        (Not(SPEAKER), Not(SPEAKER)),
        (AnyOf((SPEAKER, A)), AnyOf((SPEAKER, Word("A")))),
    ],
)
def test_every_term_outside_fields_is_changed(clause, changed):
    assert replace_terms(clause, shout) == changed


def test_a_note_is_a_sentence_with_what_to_write_instead():
    assert str(IgnoredPart("-", "has no word", "write -war")) == "- has no word; write -war"
    assert str(IgnoredPart("-", "has no word")) == "- has no word"

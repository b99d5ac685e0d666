"""Round brackets: a prefix applies to each word inside; beside OR they cannot be honoured."""

import pytest

from citations.query.ast import IgnoredPart
from citations.query.parentheses import distribute_parentheses
from citations.query.scanner import QueryToken, scan_tokens


def distribute(text: str) -> tuple[list[QueryToken], list[IgnoredPart]]:
    notes: list[IgnoredPart] = []
    tokens = list(distribute_parentheses(list(scan_tokens(text)), notes.append))
    return tokens, notes


def shape(token: QueryToken) -> str:
    field = f"{token.field}:" if token.field else ""
    return f"{'-' if token.negative else ''}{field}{token.text.strip('()')}"


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("-(a b) c", "-a -b c"),
        ("-(a OR b)", "-a OR -b"),  # its OR becomes AND, see below
        ("speaker:(a b) c", "speaker:a speaker:b c"),
        ("-speaker:(a b)", "-speaker:a -speaker:b"),
        ("speaker:(a place:b)", "speaker:a place:b"),  # a field inside wins
        ("-(a -b)", "-a -b"),
        ("-(a (b c) d) e", "-a -b -c -d e"),
        ("-(a", "-a"),
        ("-(a b", "-a b"),  # never closed
        ("(a b) c", "a b c"),
        ("-(a) b", "-a b"),
        ("a -(b c) -(d e) f", "a -b -c -d -e f"),
    ],
)
def test_a_prefix_applies_to_every_word_in_the_brackets(text, tokens):
    assert " ".join(map(shape, distribute(text)[0])) == tokens


def test_without_a_or_b_means_without_a_and_without_b():
    kinds = [token.kind for token in distribute("-(a OR b)")[0]]
    assert kinds == ["word", "and", "word"]
    assert [token.kind for token in distribute("speaker:(a OR b)")[0]] == ["word", "or", "word"]


@pytest.mark.parametrize(
    ("text", "prefix"), [("-(a b)", "-"), ("speaker:(a b)", "speaker:"), ("-lang:(a b)", "-lang:")]
)
def test_a_note_says_that_the_prefix_was_applied_to_each_word(text, prefix):
    (note,) = distribute(text)[1]
    assert (note.text, note.remedy) == (f"{prefix}( )", f"write {prefix}peace {prefix}war")
    assert note.reason == "was applied to each of the words in its brackets"


@pytest.mark.parametrize("text", ["(a b) OR c", "c OR (a b)", "x (a b) OR c", "c OR (a b) x"])
def test_a_note_says_that_brackets_group_nothing_beside_or(text):
    (note,) = distribute(text)[1]
    assert str(note).startswith("( ) does not group words: OR applies only to the words right next")
    assert note.remedy == 'write "peace treaty" OR war for a phrase on one side'


@pytest.mark.parametrize(
    "text",
    [
        "(a b) c",
        "c (a b)",
        "(a OR b) OR c",
        "(a) OR b",
        "-(a)",
        "speaker:(a)",
        "a OR b (c d)",
        "(a b",
    ],
)
def test_where_they_change_nothing_there_is_no_note(text):
    assert distribute(text)[1] == []

"""A quote says in one note what was said, by whom, when, and how doubtful it is."""

from dataclasses import replace

import pytest

from citations.cite.cited_quote import one_line
from tests.support.cited_quotes import QUOTE

NOTES = [
    ({}, "“difficult” (Kishida Fumio, Prime Minister, Japan, 7 February 2024)"),
    ({"is_verbatim": False}, "difficult (Kishida Fumio, Prime Minister, Japan, 7 February 2024)"),
    ({"office": "", "said": "2024"}, "“difficult” (Kishida Fumio, 2024)"),
    ({"office": "", "said": ""}, "“difficult” (Kishida Fumio)"),
    (
        {"office": "", "said": "", "warning": "Disputed: no record."},
        "“difficult” (Kishida Fumio) [Disputed: no record.]",
    ),
]


@pytest.mark.parametrize(("changes", "note"), NOTES)
def test_a_note_says_what_is_known(changes: dict[str, object], note: str) -> None:
    assert replace(QUOTE, **changes).note == note  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "year"),
    [("2024-02-07", "2024"), ("2024~", "2024"), ("[2022..2024]", ""), ("", ""), ("198X", "")],
)
def test_a_year_is_given_only_if_it_is_certain(said: str, year: str) -> None:
    assert replace(QUOTE, said=said).year_said == year


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\r\nb\tc", "a b c"),
        ("a\u2028b\u2029c\x85d\x00e", "a b c d e"),
        ("\ud800 half", "half"),
        ("  a   b\u00a0c ", "a b c"),
        ("می\u200cخواهم \u202eמשהו\u202c", "می\u200cخواهم \u202eמשהו\u202c"),
    ],
)
def test_nothing_can_end_a_line_but_joiners_and_directions_stay(text: str, line: str) -> None:
    assert one_line(text) == line

"""Any text at all is parsed, written out again and repaired."""

import pytest
from hypothesis import given, settings

from citations.query.parser import MAX_CHARACTERS, parse_query
from tests.support.any_query import ANY_TEXT

IN_CI = settings.get_current_profile_name() == "ci"


@pytest.mark.no_cover  # which would take three times as long
@settings(max_examples=20_000 if IN_CI else 200)
@given(ANY_TEXT)
def test_any_text_is_read_written_out_again_and_repaired(text: str) -> None:
    query = parse_query(text)
    assert query.is_empty == (query.description() == "")
    assert all(str(note) for note in query.ignored)
    assert is_well_formed(query.to_text())
    assert parse_query(query.to_text()).root == query.root
    assert is_well_formed(query.repaired)
    assert query.ignored or not query.repaired


def is_well_formed(text: str) -> bool:
    query = parse_query(text)
    return not query.ignored and query.to_text() == text and len(text) <= MAX_CHARACTERS


@pytest.mark.parametrize(
    "unit", ['"', "“«「", "-", "a:", "speaker:", "a OR ", "OR ", "((", "''", "a*", "ﷺ", "said:1 "]
)
def test_a_very_long_text_is_cut_to_the_longest_query(unit: str) -> None:
    assert len(parse_query(unit * 200_000).to_text()) <= MAX_CHARACTERS

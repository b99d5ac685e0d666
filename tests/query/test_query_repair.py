"""Every broken query is read: with notes on what was ignored, and a repaired query."""

import pytest

from citations.query.parser import MAX_CHARACTERS, MAX_TERMS, parse_query
from citations.query.query_repair import FIELD_NAMES, nearest_name
from tests.support.broken_queries import BROKEN_QUERIES

broken = pytest.mark.parametrize(
    ("text", "understood", "note", "repaired"),
    [pytest.param(*row, id=row[0][:30]) for row in BROKEN_QUERIES],
)


@broken
def test_it_says_what_was_understood_what_was_not_and_what_was_meant(
    text: str, understood: str, note: str, repaired: str
) -> None:
    query = parse_query(text)
    assert query.to_text() == understood
    assert str(query.ignored[0]).startswith(note)
    assert query.repaired == repaired


@broken
def test_the_repaired_query_is_read_without_a_note(
    text: str, understood: str, note: str, repaired: str
) -> None:
    query = parse_query(repaired)
    assert query.ignored == ()
    assert query.repaired == ""
    assert query.to_text() == repaired


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\0",
        "peace -war",
        "10:30",
        "https://a.jp",
        "a AND b",
        "NEAR(a b)",
        "(a OR b) c",
        "(a b) c",
        "-(a) -(a b",
        "C++ & AT&T",
        "Japan – Russia",
        "peace -- or war",
        "peace (and a treaty): he said",
    ],
)
def test_it_says_nothing_where_nothing_was_ignored(text: str) -> None:
    query = parse_query(text)
    assert query.ignored == ()
    assert query.repaired == ""


def test_a_repaired_query_keeps_the_limits() -> None:
    for text in ("said:20221 " * 60, '"' + "a " * 300, "speeker:a " * 60, "ﷺ " * 300 + '"'):
        repaired = parse_query(text).repaired
        assert len(repaired) <= MAX_CHARACTERS
        assert len(repaired.split(" ")) <= MAX_TERMS


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("speaker", "speaker"),
        ("author", "speaker"),  # a synonym
        ("spea", "speaker"),  # the beginning
        ("sp", ""),  # too short to guess
        ("public", "publication"),
        ("publi", ""),  # published, too
        ("p", ""),
        ("topc", "topic"),  # one slip in a short word
        ("tpc", ""),
        ("spekar", "speaker"),  # two in a long one
        ("pakr", ""),
        ("xby", "speaker"),
        ("yb", ""),
    ],
)
def test_a_name_is_guessed_from_slips_and_beginnings(word, meant):
    assert nearest_name(word, FIELD_NAMES) == meant

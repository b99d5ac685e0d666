"""The tokens of a wording in parts, its words, and where words occur in it."""

import pytest

from citations.comparison.wording_tokens import WordingTokens, find_run, split_at_omissions
from citations.text.spans import Span

WORDING = WordingTokens(("We go,", "“Said” the Mayor.", "5"))


def test_parts_are_joined_by_one_space() -> None:
    assert WORDING.text == "We go, “Said” the Mayor. 5"
    assert WORDING.keys == ["we", "go", ",", "'", "said", "'", "the", "mayor", ".", "5"]
    assert WORDING.words == ["we", "go", "said", "the", "mayor", "5"]
    assert WORDING.places == [0, 1, 4, 6, 7, 9]


def test_a_span_includes_both_its_tokens() -> None:
    assert WORDING.span(1, 4).text_in(WORDING.text) == "go, “Said"
    assert WORDING.span(9, 9).text_in(WORDING.text) == "5"


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("We go, “Said” the Mayor. 5", ["We go,", "“Said” the Mayor.", "5"]),
        ("go, “Said", ["go,", "“Said"]),
        ("the Mayor. 5", ["the Mayor.", "5"]),
        ("go", ["go"]),
        (", “", [",", "“"]),
    ],
)
def test_a_span_has_a_piece_of_each_part_that_it_touches(words: str, pieces: list[str]) -> None:
    start = WORDING.text.index(words)
    assert WORDING.pieces_within(Span(start, start + len(words))) == pieces


def test_white_space_alone_is_no_piece() -> None:
    assert WordingTokens(("a ", "b")).pieces_within(Span(1, 4)) == ["b"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("We go … and [...] stay ... here", ["We go", "and", "stay", "here"]),
        ("… we go, (…) stay.", ["we go", "stay"]),
        ("We go", ["We go"]),
        ("We go …", ["We go"]),
        ("[We] go … (here)", ["We] go", "here"]),
        ("…", []),
        ("", []),
    ],
)
def test_pieces_are_what_omissions_separate(text: str, pieces: list[str]) -> None:
    found = split_at_omissions(WordingTokens((text,)))
    assert [each.parts for each in found] == [(piece,) for piece in pieces]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("we", [0, 2, 4]),
        ("we go", [0, 2]),
        ("go we", [1, 3]),
        ("we stay", [4]),
        ("stay", [5]),
        ("we go we go we stay", [0]),
        ("we go we go we stay here", []),
        ("go stay", []),
        ("", []),
    ],
)
def test_words_in_a_row_are_found_at_every_place(words: str, places: list[int]) -> None:
    assert list(find_run(words.split(), "we go we go we stay".split())) == places

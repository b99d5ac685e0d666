"""The words outside the marks, with a slot for each quotation."""

import pytest

from citations.extraction.marks.quotation_marks import find_mark_pairs
from citations.extraction.token_stream import GAP, LINE, QUOTE_SLOT, TokenStream, token_stream


def stream(text: str) -> TokenStream:
    return token_stream(text, find_mark_pairs(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We go,” said Ana.", [QUOTE_SLOT, "said", "Ana", "."]),
        ("Mr. O'Neil, of the U.S. Navy.", ["Mr.", "O'Neil", ",", "of", "the", "U.S.", "Navy", "."]),
        ("He is I. J. K. Lee.", ["He", "is", "I", ".", "J.", "K.", "Lee", "."]),
        ("R-Ky. won 3.5 at 5 p.m.", ["R-Ky.", "won", "3.5", "at", "5", "p.m."]),
        ("a\nb\n \nc -- d", ["a", LINE, "b", GAP, "c", "--", "d"]),
    ],
)
def test_a_text_is_its_words_and_slots(text: str, words: list[str]) -> None:
    assert stream(text).words == words


def test_words_know_their_place_in_the_text() -> None:
    text = "“We go,” said  Ana\nDuarte. “No.”"
    found = stream(text)
    assert found.text_of(1, 4) == "said Ana"
    assert found.span(1, 3).text_in(text) == "said  Ana"
    assert found.text_of(2, 2) == ""
    assert [found.quotation(at) for at in (0, 1, 6)] == [0, None, 1]
    assert (found.word(-1), found.word(1), found.word(99)) == (GAP, "said", GAP)

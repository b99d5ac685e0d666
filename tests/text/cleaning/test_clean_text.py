"""A cleaned text leads back to the code points of the original."""

import pytest

from citations.text.cleaning.clean_text import CleanText, TextEdit
from citations.text.spans import Span


def test_an_unchanged_text_is_its_own_original() -> None:
    text = CleanText.unchanged("as it is")
    assert text.text == text.original == "as it is"
    assert text.original_span(Span(3, 5)) == (3, 5)
    assert text.with_edits([]) is text


def test_edits_put_in_take_out_and_replace() -> None:
    text = CleanText.unchanged("a&amp;b\ncd").with_edits([TextEdit(1, 6, "&"), TextEdit(7, 8)])
    assert text.text == "a&bcd"


@pytest.mark.parametrize(
    ("words", "original"),
    [
        ("a", "a"),
        ("&", "&amp;"),
        ("b", "b"),
        ("bc", "b\nc"),  # what was taken out inside the words is part of their span
        ("a&bcd", "a&amp;b\ncd"),
    ],
)
def test_words_lead_back_to_what_they_stand_for(words: str, original: str) -> None:
    text = CleanText.unchanged("a&amp;b\ncd").with_edits([TextEdit(1, 6, "&"), TextEdit(7, 8)])
    start = text.text.index(words)
    span = text.original_span(Span(start, start + len(words)))
    assert span.text_in(text.original) == original


def test_edits_of_an_edited_text_lead_back_to_the_first_original() -> None:
    text = CleanText.unchanged("one  two  three")
    text = text.with_edits([TextEdit(3, 5, " "), TextEdit(8, 10, " ")]).with_edits([TextEdit(0, 4)])
    assert text.text == "two three"
    assert text.original_span(Span(0, 3)) == (5, 8)
    assert text.original_span(Span(4, 9)) == (10, 15)


@pytest.mark.parametrize(("at", "original"), [(0, 0), (2, 3), (3, 4)])
def test_an_empty_span_leads_to_a_place(at: int, original: int) -> None:
    text = CleanText.unchanged("ab\nc").with_edits([TextEdit(2, 3)])
    assert text.original_span(Span(at, at)) == (original, original)


def test_a_cut_parts_the_words_around_it() -> None:
    text = CleanText.unchanged("men so\n\n14\n\ntired. More.")
    text = text.with_edits([TextEdit(6, 12, " ")], are_cuts=True)
    segments = text.original_segments(Span(0, 13))
    assert [each.text_in(text.original) for each in segments] == ["men so", "tired."]
    assert text.original_segments(Span(7, 13)) == [(12, 18)]
    assert text.original_segments(Span(0, 6)) == [(0, 6)]
    assert text.original_segments(Span(0, 7)) == [(0, 6)]


def test_an_edit_that_is_no_cut_does_not_part_them() -> None:
    text = CleanText.unchanged("half\nits trees").with_edits([TextEdit(4, 5, " ")])
    assert text.original_segments(Span(0, 14)) == [(0, 14)]

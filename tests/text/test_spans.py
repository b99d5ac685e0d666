"""Spans count code points, and lead to the words between them."""

import pytest

from citations.text.spans import Span, common_prefix_length


def test_a_span_is_half_open_and_counts_code_points() -> None:
    assert Span(2, 4).text_in("🏗 作り直す") == "作り"
    assert Span(1, 1).text_in("ab") == ""


def test_a_span_shifts_as_a_whole() -> None:
    assert Span(2, 4).shift(10) == Span(12, 14)
    assert Span(12, 14).shift(-10) == Span(2, 4)


@pytest.mark.parametrize(
    ("first", "second", "length"),
    [
        ("abc", "abd", 2),
        ("abc", "ab", 2),
        ("ab", "abc", 2),
        ("abc", "abc", 3),
        ("abc", "xbc", 0),
        ("", "abc", 0),
        (["we", "go"], ["we", "stay"], 1),
    ],
)
def test_the_common_beginning_ends_at_the_first_difference(
    first: str, second: str, length: int
) -> None:
    assert common_prefix_length(first, second) == length

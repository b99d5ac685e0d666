"""What is read of a text, whatever its file or page puts between its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.text.cleaning.clean import clean
from citations.text.spans import Span

PIECES = st.sampled_from(
    ["words", "of", "prose", " ", "\n", "\r\n", "\n\n", "-\n", "\u00ad", "[3]", "[^a]", "²", "A",
     "\n\n12\n\n", "“", "”", "*", "_", "**", "&rsquo;", "&amp;", "<em>", "</em>", "<p>", ".", ",",
     "\\enquote{", "}", "`", "''", "> ", "\f", "(Okabe 2023)", "- ", "\u2028", "岸田", "[x](http://y)"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_span_leads_back_to_the_same_words(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.original == text
    for start in range(len(cleaned.text)):
        span = cleaned.original_span(Span(start, start + 1))
        assert 0 <= span.start < span.end <= len(text)
        if span.end == span.start + 1 and cleaned.text[start].isalpha():
            assert span.text_in(text) == cleaned.text[start]


@given(st.lists(PIECES, max_size=40).map("".join))
def test_spans_keep_their_order_and_segments_stay_inside_them(text: str) -> None:
    cleaned = clean(text)
    ends = [cleaned.original_span(Span(at, at + 1)) for at in range(len(cleaned.text))]
    assert ends == sorted(ends)
    if cleaned.text:
        whole = cleaned.original_span(Span(0, len(cleaned.text)))
        for segment in cleaned.original_segments(Span(0, len(cleaned.text))):
            assert whole.start <= segment.start < segment.end <= whole.end


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert clean(text).original == text


@pytest.mark.parametrize(
    ("original", "read"),
    [
        ("One.\r\n\r\nTwo.\rThree.", "One.\n\nTwo.\nThree."),
        ("the in\u00adspec\u00adtors", "the inspectors"),
        ("a soft\x0bbreak and a\u2028line", "a soft break and a line"),
        ("one\u2029two", "one\n\ntwo"),
        ("no change – at all", "no change – at all"),
        ("“a fun&shy;da-\nmental text[3]\nabout peace”", "“a fundamental text about peace”"),
        ("“and it\n\n41\n\nis <em>unhap-\npily</em> unfair[^2]”", "“and it is unhappily unfair”"),
        ("\ud800 alone", "\ud800 alone"),
    ],
)
def test_the_steps_work_together(original: str, read: str) -> None:
    assert clean(original).text == read

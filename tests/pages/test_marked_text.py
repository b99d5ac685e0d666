"""Words marked in an archived text, and the way to them in the live page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.pages.marked_text import (
    TextMark,
    address_of_words,
    mark_paragraphs,
    passage_around,
    text_fragment,
)
from citations.text.paragraphs import paragraphs
from citations.text.spans import Span

TEXT = "The minister spoke.\n\n“We will talk,” he said. “We will sign.”\n\nThe end."


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def words_of(text: str, *marks: TextMark[str]) -> list[list[tuple[str, tuple[str, ...]]]]:
    return [[(run.text, run.of) for run in paragraph] for paragraph in mark_paragraphs(text, marks)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\n\ntwo", ["one", "two"]),
        ("one\ntwo\n\nthree", ["one\ntwo", "three"]),  # a line's end parts nothing
        ("one\ntwo", ["one", "two"]),  # unless there are no blank lines at all
        ("one\n\n  • two", ["one", "  • two"]),  # an indent stays as it is printed
        ("one\n \n\n\ntwo\n\n", ["one", "two"]),  # several blank lines, some at the end
        ("", []),
    ],
)
def test_it_finds_the_paragraphs(text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in paragraphs(text)] == expected


def test_it_marks_a_split_quotation_in_its_paragraph() -> None:
    mark = TextMark("a", (span_of("We will talk"), span_of("We will sign.")))
    assert words_of(TEXT, mark)[1] == [
        ("“", ()),
        ("We will talk", ("a",)),
        (",”", ()),
        (" he said. “", ()),
        ("We will sign.", ("a",)),
        ("”", ()),
    ]


def test_it_puts_the_note_behind_the_closing_marks() -> None:
    mark = TextMark("a", (span_of("We will talk"),))
    noted = [run.text for run in mark_paragraphs(TEXT, [mark])[1] if run.notes]
    assert noted == [",”"]


def test_it_gives_each_mark_one_anchor_and_one_note() -> None:
    mark = TextMark("a", (Span(4, TEXT.index("he said")), span_of("We will sign.")))
    runs = [run for paragraph in mark_paragraphs(TEXT, [mark]) for run in paragraph]
    assert [run.begins for run in runs if run.begins] == [("a",)]
    assert [run.notes for run in runs if run.notes] == [("a",)]


def test_it_nests_marks_from_the_outermost_to_the_innermost() -> None:
    outer, inner = (
        TextMark("outer", (span_of("We will talk"),)),
        TextMark("inner", (span_of("talk"),)),
    )
    assert words_of(TEXT, inner, outer)[1][1:3] == [
        ("We will ", ("outer",)),
        ("talk", ("outer", "inner")),
    ]


def test_it_marks_words_that_overlap() -> None:
    first, second = TextMark("first", (Span(0, 5),)), TextMark("second", (Span(3, 8),))
    assert words_of("abcdefghij", first, second) == [
        [("abc", ("first",)), ("de", ("first", "second")), ("fgh", ("second",)), ("ij", ())]
    ]


def test_it_shows_the_paragraph_before_the_words() -> None:
    shown = passage_around(TEXT, TextMark("a", (span_of("We will sign."),)))
    assert ["".join(run.text for run in one)[:12] for one in shown] == [
        "The minister",
        "“We will tal",
    ]


def test_it_shows_no_passage_of_a_text_that_is_not_there() -> None:
    assert passage_around("", TextMark("a", ())) == []


@given(
    st.text("ab “”,.\n語", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)))
)
def test_it_never_changes_the_text(text: str, places: list[tuple[int, int]]) -> None:
    marks = [
        TextMark(n, (Span(start, start + length),)) for n, (start, length) in enumerate(places)
    ]
    set_to_read = ["".join(run.text for run in one) for one in mark_paragraphs(text, marks)]
    assert set_to_read == [text[span.start : span.end] for span in paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (TEXT, "We will sign.", ":~:text=We%20will%20sign."),
        # What means something in a directive is encoded.
        ("a well-known, x & y", "well-known, x & y", ":~:text=well%2Dknown%2C%20x%20%26%20y"),
        # Words that stand twice are told apart by what is around them.
        ("it is odd. It is odd!", "odd", ":~:text=it%20is-,odd,-.%20It%20is%20odd%21"),
        ("岸田は「困難」と述べた", "困難", ":~:text=%E5%9B%B0%E9%9B%A3"),
        # Words over two paragraphs: the first and the last few.
        (
            "one two three four five six\n\nseven eight nine ten eleven",
            "one two three four five six\n\nseven eight nine ten eleven",
            ":~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven",
        ),
    ],
)
def test_it_writes_the_text_fragment(text: str, words: str, expected: str) -> None:
    assert text_fragment(text, [span_of(words, text)]) == expected


def test_it_writes_a_directive_for_each_segment() -> None:
    spans = [span_of("We will talk"), span_of("We will sign.")]
    assert text_fragment(TEXT, spans) == ":~:text=We%20will%20talk&text=We%20will%20sign."


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://news.example/a", "https://news.example/a#:~:text=The%20end."),
        ("https://news.example/a#top", "https://news.example/a#top:~:text=The%20end."),
    ],
)
def test_it_leads_to_the_words_in_the_live_page(url: str, expected: str) -> None:
    assert address_of_words(url, TEXT, [span_of("The end.")]) == expected


def test_it_leads_to_the_page_when_the_words_have_no_place() -> None:
    assert address_of_words("https://news.example/a", "", []) == "https://news.example/a"


def test_it_tells_words_apart_that_differ_in_case_alone() -> None:
    text = "Difficult ties\n\nHe called them “difficult” today."
    fragment = text_fragment(text, [span_of("difficult", text)])
    assert fragment == ":~:text=He%20called%20them%20%E2%80%9C-,difficult,-%E2%80%9D%20today."


def test_it_replaces_the_words_an_address_already_leads_to() -> None:
    address = "https://paper.example/a#top:~:text=other"
    expected = "https://paper.example/a#top:~:text=The%20end."
    assert address_of_words(address, TEXT, [span_of("The end.")]) == expected


def test_many_marks_in_many_paragraphs_are_all_set() -> None:
    text = "\n\n".join(f"He said “word {number}” to them." for number in range(500))
    marks = [TextMark(n, (span_of(f"word {n}”", text),)) for n in range(500)]
    across = TextMark(-1, (Span(0, len(text)),))
    set_ = mark_paragraphs(text, [*marks, across])
    assert len(set_) == 500
    assert all(any((-1, n) == run.of for run in paragraph) for n, paragraph in enumerate(set_))


def test_a_headline_with_the_same_words_is_not_shown_first() -> None:
    words = [span_of("We will talk")]
    assert address_of_words("https://news.example/a", TEXT, words, "Peace").endswith(
        "=We%20will%20talk"
    )
    fragment = address_of_words("https://news.example/a", TEXT, words, "‘We will talk’").partition(
        "="
    )[2]
    assert "We%20will%20talk,-" in fragment

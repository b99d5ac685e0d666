"""Spans of a snapshot, and the words that an appearance copies from there."""

import pytest

from citations.models import Appearance
from citations.models.segments import CONTEXT
from citations.text.spans import Span
from tests.support.rows import WORDS, appearance, article, messages, quote, saved, snapshot

pytestmark = pytest.mark.django_db


def test_an_anchored_appearance_takes_its_words_from_the_snapshot() -> None:
    one = appearance(WORDS, Span(46, 51))
    assert one.segments == [[17, 32], [46, 51]]
    assert one.exact == "We will rebuild Soon."
    assert one.printed == ["We will rebuild", "Soon."]
    assert (one.prefix, one.suffix) == ("The mayor said: “", "”")
    one.full_clean()


def test_the_context_is_cut_to_size() -> None:
    text = "a" * 500 + "“word”" + "b" * 500
    source = saved(snapshot(text))
    one = Appearance(quote=saved(quote()))
    one.anchor(source, [Span(501, 505)])
    assert (len(one.prefix), len(one.suffix)) == (CONTEXT, CONTEXT)


def test_words_are_counted_in_code_points() -> None:
    source = saved(snapshot("🏗 “作り直す”"))
    one = Appearance(quote=saved(quote()))
    one.anchor(source, [Span(3, 7)])
    assert one.exact == "作り直す"


def test_an_appearance_without_an_archived_text_prints_nothing() -> None:
    one = Appearance(quote=saved(quote()), article=saved(article()), exact="We will rebuild")
    one.full_clean()
    assert one.printed == []


def test_a_snapshot_of_another_article_is_refused() -> None:
    one = appearance()
    one.article = saved(article())
    assert "This text was taken from another article." in messages(one)


@pytest.mark.parametrize(
    "segments",
    [
        [[32, 17]],  # backwards
        [[17, 17]],  # empty
        [[46, 51], [17, 32]],  # falling
        [[17, 32], [31, 40]],  # overlapping
        [[-1, 5]],
        [[0, 999]],
        [[17, 32, 40]],
        [17, 32],
        ["17-32"],
        [["17", "32"]],
        "17-32",
        {"start": 17},
    ],
)
def test_what_is_no_span_of_the_text_is_refused(segments: object) -> None:
    one = appearance()
    one.segments = segments
    assert any("is not a span of this text" in message for message in messages(one))


@pytest.mark.parametrize(
    "segments", [[[0]], [0], "17-32", {"start": 17}, None, [[5, 2]], [[-9, 2]], [[0, 5], "x"]]
)
def test_what_is_no_span_prints_nothing(segments: object) -> None:
    one = appearance()
    one.segments = segments
    assert (one.spans, one.printed) == ([], [])


def test_words_that_do_not_stand_at_the_spans_are_refused() -> None:
    one = appearance()
    one.exact = "We will build"
    assert messages(one) == ["At these spans the snapshot prints “We will rebuild”."]


@pytest.mark.parametrize("span", [Span(18, 32), Span(17, 31), Span(23, 32)])
def test_words_cut_out_of_a_word_are_refused(span: Span) -> None:
    one = appearance(span)
    assert messages(one) == ["These words begin or end inside a word of the article."]


def test_a_context_that_is_not_printed_there_is_refused() -> None:
    one = appearance()
    one.suffix = ""
    assert messages(one) == ["The snapshot prints “,” and left. “Soon.”” there: use that."]

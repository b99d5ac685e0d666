"""What a quotation looks like, and which words are around it."""

import pytest

from citations.extraction.context import QuotationContext, context_of
from citations.extraction.marks.quotation_marks import find_mark_pairs
from citations.extraction.token_stream import token_stream


def context(text: str) -> QuotationContext:
    stream = token_stream(text, find_mark_pairs(text))
    return context_of(stream, stream.places[-1])


def test_the_words_come_without_marks_and_without_the_comma_of_the_cue() -> None:
    found = context("He said it. Then “ We go, ” she said.")
    assert (found.words, found.ending, found.prior, found.following) == (
        "We go",
        ",",
        "Then",
        "she",
    )
    assert not found.begins_sentence


@pytest.mark.parametrize(
    ("text", "begins"),
    [("“We go.”", True), ("It rained. “We go.”", True), ("In the U.S. “It is.”", True),
     ("In the U.S. “it is.”", False), ("He told Mr. “It” Lee", False), ("He said “We go.”", False)],
)  # fmt: skip
def test_it_knows_where_a_sentence_begins(text: str, begins: bool) -> None:
    assert context(text).begins_sentence is begins


@pytest.mark.parametrize(
    ("words", "capital", "title", "headline"),
    [
        ("The Long Field", True, True, False),
        ("War of the Worlds", True, True, False),
        ("The long field", True, False, False),
        ("We Shall Never Surrender Here", True, True, True),
        ("we go.", False, False, False),
        ("… we go", True, False, False),
        ("We Go.", True, False, False),
    ],
)
def test_it_knows_titles_and_headlines(
    words: str, capital: bool, title: bool, headline: bool
) -> None:
    found = context(f"He saw “{words}” there.")
    assert found.begins_with_capital is capital
    assert found.is_title is title
    assert found.is_in_headline_capitals is headline


def test_it_ends_like_speech_with_a_mark_inside_or_after() -> None:
    assert context("He said “we go.” Then").ends_with_stop
    assert context("He said “we go”, then").ends_with_stop
    assert not context("He said “we go” then").ends_with_stop


def test_it_may_be_a_whole_paragraph() -> None:
    assert context("It rained.\n\n“We go.”\n\nIt snowed.").stands_alone
    assert not context("It rained.\n\n“We go.” It snowed.").stands_alone


@pytest.mark.parametrize(
    ("text", "is_title"),
    [
        ("She said so on NBC’s “Meet the Press.”", True),
        ("He spoke on “New Day.”", True),
        ("Her novel “Hours” won.", True),
        ("It was joined to NBC’s “Today” show.", True),
        ("He spoke of “Hours” and days.", False),
        ("She called Duarte’s “long lunch” short.", False),
        ("“Meet the Press.”", False),
    ],
)
def test_it_knows_titles_of_programmes_and_works(text: str, is_title: bool) -> None:
    assert context(text).is_title_of_work is is_title


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("• “We go.”", True),
        ("It rained.\n- “We go.”", True),
        ("3) “We go.”", True),
        ("> “We go.”", True),
        ("It rained – “We go.”", False),
    ],
)
def test_a_bullet_is_not_before_the_words(text: str, begins: bool) -> None:
    assert context(text).begins_line is begins

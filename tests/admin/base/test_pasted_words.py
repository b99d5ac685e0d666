"""Pasted words are split into parts and located in a text."""

import pytest
from django.core.exceptions import ValidationError

from citations.admin.base.pasted_words import join_parts, locate_parts, split_parts
from tests.support.curating import TEXT


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("We will wait", ["We will wait"]),
        ("“We will wait”", ["We will wait"]),  # marks around are not part of the words
        ("We will wait\n\nAnd then", ["We will wait", "And then"]),  # an empty line parts
        ("We will wait\n…\nAnd then", ["We will wait", "And then"]),
        ("We will wait\n\n[...]\n\nAnd then", ["We will wait", "And then"]),
        ("one line\nand another", ["one line\nand another"]),
        ("“one” and “two”", ["“one” and “two”"]),  # these marks are not around it all
        (" \n\n…", []),
        ("“We will wait,”", ["We will wait"]),  # the comma is the article's sentence's
        ("“One. \n\n“Two,”", ["One.", "Two"]),  # a mark opens each paragraph, one closes all
        ("«One.\n\n«Two»", ["One.", "Two"]),
        ("「One\n\n「Two」", ["One", "Two"]),
        ('"One.\n\n"Two"', ["One.", "Two"]),
        ("“He said “no” and", ["He said “no” and"]),  # inner marks stay
        ("‘Don’t go,’", ["Don’t go"]),  # British marks; apostrophes stay
        ("'Don't go'", ["Don't go"]),
        ("‘one’ and ‘two’", ["‘one’ and ‘two’"]),
        ("'one' and 'two'", ["'one' and 'two'"]),
        ("’Tis late", ["’Tis late"]),
    ],
)
def test_pasted_words_are_split_into_parts(words: str, parts: list[str]) -> None:
    assert split_parts(words) == parts


def test_a_repeated_word_is_found_by_the_words_before_it() -> None:
    spans = locate_parts(["We will wait"], TEXT, before="in Paris.")
    assert spans[0].start == TEXT.rindex("We will wait")


def test_a_common_word_in_a_long_text_is_refused_in_time() -> None:
    with pytest.raises(ValidationError, match="not in one place"):
        locate_parts(["go"], "We go. " * 60_000, before="they")


@pytest.mark.parametrize("parts", [["We will wait"], ["We will wait", "And then"], []])
def test_joined_parts_are_split_into_the_same_parts(parts: list[str]) -> None:
    assert split_parts(join_parts(parts)) == parts


def test_later_parts_are_the_next_occurrences() -> None:
    first, second = locate_parts(["And then", "We will wait"], TEXT)
    assert first.text_in(TEXT) == "And then"
    assert second.start == TEXT.rindex("We will wait")


@pytest.mark.parametrize(
    ("parts", "before", "message"),
    [
        (["We will wait"], "", "several places"),
        (["We will wait"], "Rome.", "not in one place after “Words before”"),
        (["we will go.", "she said"], "", "“she said” comes earlier"),
        (["x" * 60], "", "nor anything like them"),
    ],
)
def test_words_that_cannot_be_located_say_why(parts: list[str], before: str, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        locate_parts(parts, TEXT, before)


def test_more_places_than_are_shown_are_counted() -> None:
    with pytest.raises(ValidationError, match="and 1 more place<"):
        locate_parts(["go"], "We go. " * 9)
    with pytest.raises(ValidationError, match="and 2 more places<"):
        locate_parts(["go"], "We go. " * 10)

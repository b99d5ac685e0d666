"""Where a sentence begins and ends, and the subject of its verb."""

import pytest

from citations.extraction.syntax.subjects import (
    find_word,
    full_sentence_end,
    main_subject,
    past_opening,
    sentence_before,
    sentence_start,
    subject_of,
)
from citations.extraction.token_stream import token_stream


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Ana Duarte said", "said", "Ana Duarte"),
        ("Ana Duarte on Wednesday said", "said", "Ana Duarte"),
        ("Ana Duarte, the mayor of Rome, said", "said", "Ana Duarte"),
        ("Ana Duarte, who left, later said", "said", "Ana Duarte"),
        ("In Rome, the mayor said", "said", "the mayor"),
        ("He met Ana Duarte, who said", "said", "Ana Duarte"),
    ],
)
def test_a_verb_has_its_subject(text: str, verb: str, subject: str) -> None:
    stream = token_stream(text, [])
    phrase = subject_of(stream, stream.words.index(verb), 0)
    assert phrase
    assert stream.text_of(phrase.start, phrase.end) == subject


def test_sentences_have_bounds() -> None:
    stream = token_stream("It rained. Ana Duarte went home.", [])
    assert sentence_start(stream, 5) == 3
    assert sentence_start(stream, 1) == 0
    assert sentence_before(stream, 3) == (0, 2)
    assert full_sentence_end(stream, 3) == 7
    assert find_word(stream, "went", 0, 8) == 5
    assert find_word(stream, "went", 0, 5) is None


def test_the_main_subject_has_no_preposition_before_it() -> None:
    stream = token_stream("In the winter, Ana Duarte went home.", [])
    phrase = main_subject(stream, 0, len(stream.words))
    assert phrase
    assert stream.text_of(phrase.start, phrase.end) == "Ana Duarte"


def test_an_opening_is_skipped() -> None:
    stream = token_stream("in a statement, Ana Duarte said", [])
    assert stream.words[past_opening(stream, 0, len(stream.words))] in {"Ana", ","}

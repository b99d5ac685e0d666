"""A lexicon is a TOML file; its words, phrases, marks and switches come out as they went in."""

import re

import pytest

from citations.extraction.languages.lexicon_loading import (
    any_word_pattern,
    load_language,
    parse_lexicon,
    required_language,
)


def test_words_phrases_marks_and_switches_are_read() -> None:
    lexicon = parse_lexicon(
        "xx",
        'verbs = "sa sagt"\naccording = ["laut", "in den Worten"]\nmarks = ["„“"]\ndash = true',
    )
    assert lexicon.words("verbs") == {"sa", "sagt"}
    assert lexicon.words("verbs", "according") == {"sa", "sagt", "laut", "in den Worten"}
    assert lexicon.words("no such list") == frozenset()
    assert lexicon.marks == (("„", "“"),)
    assert lexicon.is_set("dash")
    assert not lexicon.is_set("other")


def test_a_language_without_a_lexicon_is_not_loaded() -> None:
    assert load_language("xx") is None
    assert load_language("../../text") is None


def test_a_required_lexicon_that_is_missing_is_an_error() -> None:
    assert required_language("de").code == "de"
    with pytest.raises(LookupError):
        required_language("xx")


def test_a_pattern_of_words_takes_the_longest_and_of_none_nothing() -> None:
    assert re.match(any_word_pattern(["mar", "maria", "a.b"]), "maria")[0] == "maria"
    assert not re.search(any_word_pattern(["a.b"]), "axb")
    assert not re.search(any_word_pattern([]), "anything")

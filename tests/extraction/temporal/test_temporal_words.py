"""The words of time of a language: what a placeholder stands for, and one pattern for all forms."""

import pytest

from citations.extraction.temporal.temporal_words import load_temporal_words, parse_temporal_words

TOML = """
months = "Jan/January Feb"
numbers = "1=a/one 2=two"
days = "day/days"
parts = "night"
limits = "since until"
capital_names = true

[[forms]]
kind = "ago"
patterns = ["{number} {unit} ago"]

[[forms]]
kind = "date"
before = "in "
patterns = ["{month}"]

[[forms]]
kind = "near"
sign = -1
patterns = ["last night=1"]
"""


def test_placeholders_become_words_and_lists_stay_lists() -> None:
    words = parse_temporal_words("xx", TOML)
    assert words.numbers["month"] == {"jan": "1", "january": "1", "feb": "2"}
    assert words.numbers["number"]["two"] == "2"
    assert words.words("limits") == {"since", "until"}
    assert words.words("barriers") == frozenset()
    assert words.is_set("capital_names")
    assert {"jan", "days", "night"} <= words.triggers


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("two days ago", "two days ago"),
        ("he came in January", "January"),  # without the preposition
        ("last night", "last night"),
        ("within January", None),  # words begin and end where a word does
        ("two daysago", None),
    ],
)
def test_the_pattern_finds_the_forms(text: str, span: str | None) -> None:
    match = parse_temporal_words("xx", TOML).pattern.search(text)
    assert (match[match.lastgroup or 0] if match else None) == span


def test_a_value_stands_behind_the_form() -> None:
    form = parse_temporal_words("xx", TOML).forms[2]
    assert (form.kind, form.sign, form.value, form.pattern) == ("near", -1, "1", "last night")


@pytest.mark.parametrize("code", ["en", "de", "fr", "es", "ja"])
def test_five_languages_have_words_of_time(code: str) -> None:
    words = load_temporal_words(code)
    assert words is not None
    assert {"date", "weekday", "near", "ago", "shift", "habit", "never", "decade"} <= {
        form.kind for form in words.forms
    }


def test_other_languages_have_none() -> None:
    assert load_temporal_words("nl") is None

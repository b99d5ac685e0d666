"""Dates as they are written, with what they hold."""

import pytest

from citations.extraction.temporal.date_expressions import DateExpression, date_expressions
from citations.extraction.temporal.temporal_words import load_temporal_words


def dates_in(text: str, language: str = "en") -> list[DateExpression]:
    words = load_temporal_words(language)
    assert words is not None
    return date_expressions(text, 0, len(text), words)


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("on Wednesday evening", "weekday", {"weekday": "3", "part": ""}),
        ("on the 3rd of May 1921", "date", {"day": "3", "month": "5", "year": "1921"}),
        ("on Sept. 3", "date", {"month": "9", "day": "3"}),
        ("two months ago", "ago", {"number": "2", "unit": "month"}),
        ("in the 1970s", "decade", {"decade": "1970"}),
        ("the next day", "shift", {"value": "1"}),
        ("every Friday", "habit", {"weekday": "5"}),
        ("next Friday", "never", {"weekday": "5"}),
        ("between 2010 and 2014", "never", {"year": "2010", "year2": "2014"}),
    ],
)
def test_it_reads_what_a_date_holds(text: str, kind: str, values: dict[str, str]) -> None:
    (found,) = dates_in(text)
    assert found.kind == kind
    assert {key: value for key, value in found.values.items() if key != "span"} == values


@pytest.mark.parametrize(
    "text",
    [
        "they may march on",
        "on This Week",
        "the Saturday Night show",
        "with Today there",
        "in 1,994 rooms",
        "a 19 of 20 chance",
    ],
)
def test_common_words_and_titles_are_no_dates(text: str) -> None:
    assert not dates_in(text)


def test_the_preposition_belongs_to_the_whole_and_not_to_the_span() -> None:
    text = "She said in 1994 that"
    (found,) = dates_in(text)
    assert (found.span.text_in(text), found.whole.text_in(text)) == ("1994", "in 1994")


def test_a_sentence_of_dates_is_no_prose() -> None:
    assert len(dates_in("on Monday, " * 8)) == 8
    assert not dates_in("on Monday, " * 9)


def test_a_german_month_has_its_day_with_a_full_stop() -> None:
    text = "am 9. Juni 1994"
    (found,) = dates_in(text, "de")
    assert found.span.text_in(text) == "9. Juni 1994"
    assert found.number("day") == 9

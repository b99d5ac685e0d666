"""Suggestions while somebody types, without a page around them."""

import pytest

from citations.search.autocomplete import Suggestion, has_words_starting, suggest_values


@pytest.mark.parametrize(
    ("name", "prefixes", "matches"),
    [
        ("Peace treaty", ["tre"], True),
        ("Peace treaty", ["pea", "tre"], True),
        ("Peace treaty", ["tre", "pea"], True),  # in any order
        ("Peace treaty", ["eace"], False),
        ("Peace treaty", ["pea", "war"], False),
        ("Łódź", ["lod"], True),
        ("Peace treaty", [], True),
    ],
)
def test_every_prefix_must_start_a_word_of_the_name(
    name: str, prefixes: list[str], matches: bool
) -> None:
    assert has_words_starting(name, prefixes) == matches


@pytest.mark.usefixtures("indexed")
def test_a_record_is_suggested_with_its_quotes() -> None:
    speaker = suggest_values("kish")[0]
    assert speaker == Suggestion("speaker", "kishida-fumio", "Kishida Fumio", speaker.count)
    assert speaker.count == 5
    assert suggest_values("岸田")[0].value == "kishida-fumio"  # any form of the name
    assert {each.facet for each in suggest_values("peace")} >= {"topic"}
    assert [each.count for each in suggest_values("p")] != []


@pytest.mark.usefixtures("indexed")
def test_other_topics_of_the_same_quotes_are_not_suggested() -> None:
    names = [each.name for each in suggest_values("treaty") if each.facet == "topic"]
    assert names
    assert all("treaty" in name.casefold() for name in names)


def test_nothing_is_searched_for_without_a_word() -> None:
    assert suggest_values("") == suggest_values("“ -") == []

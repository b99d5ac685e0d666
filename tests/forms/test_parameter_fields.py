"""Fields that read one parameter, and say what is wrong with it."""

from collections.abc import Callable

import pytest
from django import forms
from django.core.exceptions import ValidationError

from citations.forms.parameter_fields import (
    EdtfDateField,
    LanguagesField,
    MultipleChoicesField,
    PlaceField,
    QueryField,
    RecordValuesField,
    SpeakersField,
    invalid_choice_message,
)
from citations.models import Speaker, Topic

COLOURS = (("red", "Red"), ("blue", "Blue"))


def error_of(field: forms.Field, value: object) -> str:
    with pytest.raises(ValidationError) as raised:
        field.clean(value)
    [message] = raised.value.messages
    return message


def topics() -> RecordValuesField:
    rows = Topic.objects.all()
    return RecordValuesField(rows=rows, column="slug", noun="topic", required=False)


def test_any_text_is_a_query() -> None:
    assert QueryField().clean(None).is_empty
    assert QueryField().clean('peace "').to_text() == "peace"


def test_a_date_is_edtf_or_an_error() -> None:
    field = EdtfDateField(required=False)
    assert field.clean("") is None
    assert field.clean("2022-03").text == "2022-03"
    assert "yesterday" in error_of(field, "yesterday")


def test_repeated_and_empty_values_are_dropped() -> None:
    field = MultipleChoicesField(COLOURS, required=False)
    assert field.clean(["red", " ", "red", "blue", ""]) == ["red", "blue"]


def test_a_wrong_choice_is_answered_with_the_whole_list() -> None:
    field = MultipleChoicesField(COLOURS, required=False)
    assert error_of(field, ["green"]) == "“green” is not one of red, blue."
    choice = forms.ChoiceField(choices=COLOURS, error_messages=invalid_choice_message(["red"]))
    assert error_of(choice, "100%") == "“100%” is not one of red."


@pytest.mark.parametrize(
    ("values", "error"),
    [
        (["nothing"], "There is no topic “nothing”: choose one listed beside the results."),
        (["a\0b"], "This is not a topic: choose one listed beside the results."),
        (["x" * 201], "This is not a topic: choose one listed beside the results."),
        ([f"t{n}" for n in range(51)], "Choose at most 50 values."),
    ],
)
def test_values_are_those_of_records(
    db: None, django_assert_max_num_queries: Callable, values: list[str], error: str
) -> None:
    Topic.objects.create(slug="peace", name="Peace")
    assert topics().clean(["peace"]) == ["peace"]
    assert topics().clean([]) == []
    with django_assert_max_num_queries(1):
        assert error_of(topics(), values) == error


def test_a_merged_speaker_is_replaced(db: None) -> None:
    kept = Speaker.objects.create(slug="kept", name="Kept")
    Speaker.objects.create(slug="merged", name="Merged", merged_into=kept)
    rows = Speaker.objects.filter(merged_into=None)
    field = SpeakersField(rows=rows, column="slug", noun="speaker", required=False)
    assert field.clean(["merged", "kept"]) == ["kept"]
    assert "“nobody”" in error_of(field, ["merged", "nobody"])
    assert "“nobody”" in error_of(field, ["nobody"])


def test_languages_are_bcp_47_tags() -> None:
    field = LanguagesField(required=False)
    assert field.clean(["EN-us", "en-US", "ja"]) == ["en-US", "ja"]
    assert error_of(field, ["english language"])
    assert error_of(field, [f"a{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(51)]) == (
        "Choose at most 50 values."
    )


def test_a_place_has_a_word() -> None:
    assert PlaceField(required=False).clean(" Nemuro ") == "Nemuro"
    assert PlaceField(required=False).clean("") == ""
    assert error_of(PlaceField(), "…") == "“…” has no word to search for."

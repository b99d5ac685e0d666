"""From where on lists of records are shown."""

from datetime import date

import pytest

from citations.forms.list_filters import SpeakerListForm, UpToForm

DAYS = [
    ("2022", date(2022, 12, 31)),
    ("2022-02", date(2022, 2, 28)),
    ("2022-03-22", date(2022, 3, 22)),
    ("../2022", date(2022, 12, 31)),
    ("2022/..", None),  # no last day
    ("", None),
    ("yesterday", None),
]


@pytest.mark.parametrize(("until", "day"), DAYS)
def test_a_list_begins_at_the_last_day_of_a_date(until: str, day: date | None) -> None:
    assert UpToForm({"until": until}).day == day


def test_a_date_that_cannot_be_read_is_an_error() -> None:
    assert list(UpToForm({"until": "yesterday"}).errors) == ["until"]


def test_a_list_can_begin_with_records_without_a_date() -> None:
    assert UpToForm({"undated": "1"}).undated_only
    assert not UpToForm({}).undated_only
    assert not UpToForm({"undated": "1", "until": "yesterday"}).undated_only


def test_the_start_of_the_list_of_speakers_is_named_from_in_addresses() -> None:
    form = SpeakerListForm({"from": "k", "start": "z", "q": "fumio"})
    assert form.is_valid()
    assert form.cleaned_data == {"q": "fumio", "start": "k"}


def test_names_are_at_most_200_characters_long() -> None:
    assert not SpeakerListForm({"q": "x" * 201}).is_valid()
    assert SpeakerListForm({"q": "x" * 200}).is_valid()

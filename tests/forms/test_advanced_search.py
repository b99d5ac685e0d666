"""The advanced search: fields to a query, and what is wrong with a field."""

import pytest

from citations.forms.advanced_search import AdvancedSearchForm
from citations.query.advanced_form import FORM_FIELDS

QUERIES = [
    ({}, ""),
    ({"all": "peace treaty"}, "peace treaty"),
    ({"phrase": "peace treaty"}, '"peace treaty"'),
    ({"none": "sanctions"}, "-sanctions"),
    ({"begins": "territor"}, "territor*"),
    ({"speaker": "kishida"}, "speaker:kishida"),
    ({"said_from": "2022", "said_to": "2024-02"}, "said:2022..2024-02"),
    ({"mode": "direct", "all": "treaty"}, "treaty mode:direct"),
]


@pytest.mark.parametrize(("typed", "query"), QUERIES)
def test_fields_make_a_query(typed: dict[str, str], query: str) -> None:
    form = AdvancedSearchForm(typed)
    assert form.is_valid(), form.errors
    assert form.text == query


def test_every_field_has_a_label() -> None:
    form = AdvancedSearchForm({})
    assert list(form.fields) == list(FORM_FIELDS)
    assert all(form[name].label for name in FORM_FIELDS)


def test_a_field_that_cannot_be_read_is_left_out_of_the_query() -> None:
    form = AdvancedSearchForm({"all": "treaty", "said_from": "yesterday"})
    assert not form.is_valid()
    assert list(form.errors) == ["said_from"]
    assert form.text == "treaty"


def test_the_end_of_a_range_is_at_fault_if_only_it_cannot_be_read() -> None:
    form = AdvancedSearchForm({"said_from": "2022", "said_to": "tomorrow"})
    assert list(form.errors) == ["said_to"]


def test_an_unknown_choice_is_an_error() -> None:
    [error] = AdvancedSearchForm({"mode": "sung"}).errors["mode"]
    assert error == "Choose a value from the list, not “sung”."


def test_too_many_terms_are_an_error_of_the_whole_form() -> None:
    form = AdvancedSearchForm({"all": " ".join(f"word{n}" for n in range(40))})
    assert not form.is_valid()
    assert "more than 32 terms" in form.non_field_errors()[0]

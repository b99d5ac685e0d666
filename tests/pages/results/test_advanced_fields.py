"""The fields of the advanced search under their headings."""

from citations.forms.advanced_search import AdvancedSearchForm
from citations.pages.results.advanced_fields import GROUPS, parts_by_heading
from citations.query.advanced_form import FORM_FIELDS
from citations.query.parser import parse_query


def test_every_field_is_shown_once() -> None:
    groups = parts_by_heading(AdvancedSearchForm({}))
    shown = [field.name for parts in groups.values() for part in parts for field in part.fields]
    assert sorted(shown) == sorted(FORM_FIELDS)
    assert list(groups) == [str(heading) for heading, _ in GROUPS]


def test_examples_are_queries_that_are_understood() -> None:
    for parts in parts_by_heading(AdvancedSearchForm({})).values():
        for part in parts:
            assert part.query == ""
            assert not parse_query(part.example).ignored, part.example


def test_a_part_shows_the_query_that_is_typed_into_it() -> None:
    form = AdvancedSearchForm({"said_from": "2022", "said_to": "2024", "none": "war"})
    assert form.is_valid()
    groups = parts_by_heading(form)
    queries = {part.fields[0].name: part.query for parts in groups.values() for part in parts}
    assert queries["said_from"] == "said:2022..2024"
    assert queries["none"] == "-war"
    assert queries["all"] == ""

"""All the values of one facet."""

import pytest
from django.http import QueryDict

from citations.forms.quote_filters import QuoteFilterSet
from citations.pages.links import Addresses
from citations.pages.results.facet_page import facet_page_context

pytestmark = pytest.mark.usefixtures("indexed")


def context(asked: str) -> dict:
    filterset = QuoteFilterSet(QueryDict(asked))
    filterset.form.is_valid()
    return facet_page_context(filterset, Addresses(filterset))


def labels(asked: str) -> list[str]:
    return [value.label for value in context(asked)["values"]]


def test_all_values_are_listed_with_their_counts() -> None:
    shown = context("more=speaker")
    assert len(shown["values"]) > 1
    assert sum(value.number for value in shown["values"]) == 13
    assert (shown["facet"], str(shown["plural"])) == ("speaker", "speakers")
    assert not shown["has_more"]


def test_values_are_searched_by_the_beginnings_of_words() -> None:
    assert labels("more=speaker&within=kish") == ["Kishida Fumio"]
    assert labels("more=topic&within=peace") == ["Peace treaty"]
    assert labels("more=topic&within=zzzz") == []


def test_what_is_chosen_stays_in_the_list() -> None:
    shown = context("more=topic&topic=peace-treaty&within=zzzz")
    assert [(value.label, value.chosen) for value in shown["values"]] == [("Peace treaty", True)]


def test_the_rest_of_the_search_is_kept() -> None:
    shown = context("more=topic&topic=peace-treaty&q=treaty&lang=en")
    assert shown["kept"] == [("q", "treaty"), ("lang", "en")]
    assert shown["back_url"] == "/quotes/?q=treaty&topic=peace-treaty&lang=en"

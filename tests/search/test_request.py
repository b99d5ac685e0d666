"""A search request: its own filters, and what decides its results."""

from dataclasses import replace
from datetime import date

import pytest

from citations.index import sync
from citations.models import Quote, Speaker, State
from citations.query.parser import parse_query
from citations.search.find import find_quote_ids
from citations.search.request import DayRange, Search

DAY = date(2022, 3, 21)


def test_a_range_of_days_without_ends_is_empty() -> None:
    assert not DayRange()
    assert DayRange(DAY)
    assert DayRange(latest=DAY)


@pytest.mark.parametrize(
    ("search", "facet", "own"),
    [
        (Search(), "speaker", ""),
        (Search(chosen={"speaker": ("a",)}), "speaker", "speaker"),
        (Search(chosen={"speaker": ()}), "speaker", ""),
        (Search(chosen={"speaker": ("a",)}), "topic", ""),
        (Search(said=DayRange(DAY)), "first_year", "said"),
        (Search(published=DayRange(DAY)), "last_year", ""),
    ],
)
def test_a_facet_has_its_own_filter(search: Search, facet: str, own: str) -> None:
    assert search.own_filter(facet) == own


def test_order_and_page_do_not_change_the_conditions() -> None:
    search = Search(parse_query("a"), {"topic": ("x",), "lang": ("en",)})
    assert replace(search, sort="newest", page=3).conditions == search.conditions
    reordered = replace(search, chosen={"lang": ("en",), "topic": ("x",)})
    assert reordered.conditions == search.conditions


@pytest.mark.parametrize(
    "change",
    [
        {"query": parse_query("b")},
        {"chosen": {"topic": ("y",)}},
        {"place": "Tokyo"},
        {"said": DayRange(DAY)},
        {"published": DayRange(DAY)},
        {"states": ("proposed",)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_everything_else_does(change: dict[str, object]) -> None:
    assert replace(Search(parse_query("a")), **change).conditions != (
        Search(parse_query("a")).conditions
    )


ALL_STATES = tuple(state.value for state in State)
FILTERS: list[tuple[dict[str, object], set[str]]] = [
    ({}, {"published"}),
    ({"states": ALL_STATES}, {"published", "proposed", "rejected"}),
    ({"states": ("proposed",)}, {"proposed"}),
    ({"states": ("proposed", "published")}, {"proposed", "published"}),
    ({"states": ALL_STATES, "query": parse_query("treaty -rejected")}, {"published", "proposed"}),
]


@pytest.mark.parametrize(("filters", "states"), FILTERS)
def test_only_quotes_in_the_states_are_found(
    filters: dict[str, object], states: set[str], indexed: None
) -> None:
    speaker = Speaker.objects.get(slug="kishida-fumio")
    Quote.objects.exclude(text="difficult").delete()
    Quote.objects.update(text="the treaty published")
    for state in ("proposed", "rejected"):
        Quote.objects.create(speaker=speaker, text=f"the treaty {state}", state=state)
    sync.rebuild_index()
    ids = find_quote_ids(Search(**filters), most=10)  # type: ignore[arg-type]
    found = set(Quote.objects.filter(pk__in=ids).values_list("state", flat=True))
    assert found == states

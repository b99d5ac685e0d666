"""Searching: what is asked, what is found, and how many there are of each kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from tantivy import Order, Query, Searcher, SearchResult

from citations.models import State
from citations.search import follow
from citations.search.index import Generation, IndexDamagedError, damage_reported
from citations.search.matching import Matcher
from citations.search.nodes import FieldMatch, Phrase
from citations.search.query import Query as Asked
from citations.search.schema import FACETS

PAGE_SIZE = 20
# Values of a facet that are counted; a site has more speakers than a page can show.
FACET_SIZE = 50
YEARS = 400

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Days:
    """A range of days, both included; None leaves an end open."""

    earliest: date | None = None
    latest: date | None = None

    def __bool__(self) -> bool:
        return bool(self.earliest or self.latest)


@dataclass(frozen=True)
class Search:
    """What is asked: the query and the filters beside it.

    Several values of one facet mean "or", facets among themselves mean "and". Only quotes in
    `states` are found and counted: unless a curator asks for more, what everybody may read.
    """

    asked: Asked = field(default_factory=Asked)
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    place: str = ""
    said: Days = Days()
    published: Days = Days()
    sort: str = "relevance"
    page: int = 1
    states: tuple[str, ...] = (State.PUBLISHED.value,)


@dataclass(frozen=True)
class Found:
    """What was found: the number of all, one page of quote numbers, and the counts.

    `counts` maps each facet to its values and how many quotes have them, most first; a facet's
    own choice does not narrow its own counts. `years` counts by the year said.
    """

    total: int
    quotes: list[int]
    counts: dict[str, dict[str, int]]
    years: dict[int, int]
    catching_up: bool


def find(search: Search) -> Found:
    """Search the index, brought up to date first; one that cannot be read is built anew."""
    return _looking(lambda generation, in_step: _find(generation, search, in_step))


def find_numbers(search: Search, most: int) -> list[int]:
    """The numbers of all quotes found, best first, at most so many; `search.page` is ignored.

    For lists that filter, order and count by themselves.
    """
    return _looking(lambda generation, _: _numbers(generation, search, most))


def _looking(look: Callable[[Generation, bool], Answer]) -> Answer:
    generation, in_step = follow.generation_to_search()
    try:
        return look(generation, in_step)
    except IndexDamagedError as error:
        return look(follow.repair(generation, error), in_step)


def _find(generation: Generation, search: Search, in_step: bool) -> Found:
    searcher = generation.searcher()
    matcher = Matcher(generation.schema)
    query = _query(matcher, search)
    with damage_reported():
        total, quotes = _page(searcher, query, search)
        counts, years = _counts(searcher, matcher, query, search)
    return Found(total, quotes, counts, years, catching_up=not in_step)


def _numbers(generation: Generation, search: Search, most: int) -> list[int]:
    searcher = generation.searcher()
    query = _query(Matcher(generation.schema), search)
    with damage_reported():
        found = searcher.search(query, limit=most, count=False)
        return _ids(searcher, found)


def _query(matcher: Matcher, search: Search, without: str = "") -> Query:
    """The whole search as one query, less the choice of one facet."""
    conditions = [matcher.one_of("state", search.states), matcher.matching(search.asked.root)]
    conditions += [
        matcher.one_of(facet, values)
        for facet, values in search.chosen.items()
        if values and facet != without
    ]
    if search.place:
        conditions.append(matcher.matching(FieldMatch("place", Phrase(search.place))))
    for name, days in (("said", search.said), ("published", search.published)):
        if days:
            conditions.append(matcher.within(name, days.earliest, days.latest))
    return matcher.all_of(conditions)


def _page(searcher: Searcher, query: Query, search: Search) -> tuple[int, list[int]]:
    options: dict[str, Any] = {"limit": PAGE_SIZE, "offset": (search.page - 1) * PAGE_SIZE}
    if search.sort != "relevance":
        order = Order.Desc if search.sort == "newest" else Order.Asc
        options |= {"order_by_field": search.sort, "order": order}
    found = searcher.search(query, **options)
    total: int = found.count  # type: ignore[attr-defined]  # missing in the engine's stubs
    return total, _ids(searcher, found)


def _ids(searcher: Searcher, found: SearchResult) -> list[int]:
    numbers = searcher.fast_field_values("id", [address for _, address in found.hits])
    return [int(number) for number in numbers if number is not None]


def _counts(
    searcher: Searcher, matcher: Matcher, query: Query, search: Search
) -> tuple[dict[str, dict[str, int]], dict[int, int]]:
    chosen = {facet for facet, values in search.chosen.items() if values}
    together = {facet: _terms(facet) for facet in FACETS if facet not in chosen}
    found = searcher.aggregate(query, together | {"year": _terms("year", YEARS)})
    for facet in chosen:
        alone = _query(matcher, search, without=facet)
        found |= searcher.aggregate(alone, {facet: _terms(facet)})
    buckets = {
        name: {bucket["key"]: bucket["doc_count"] for bucket in found[name]["buckets"]}
        for name in (*FACETS, "year")
    }
    years = {int(year): count for year, count in sorted(buckets.pop("year").items())}
    return buckets, years


def _terms(name: str, size: int = FACET_SIZE) -> dict[str, Any]:
    return {"terms": {"field": name, "size": size}}

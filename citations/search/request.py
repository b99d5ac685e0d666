"""A search request: the query, the filters beside it, the order and the page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tantivy import Query as EngineQuery

from citations.index.facet_columns import YEAR_COLUMNS
from citations.index.index_schema import UNPUBLISHED
from citations.models import State
from citations.query.ast import FieldMatch, Phrase
from citations.query.parser import Query
from citations.search.engine_query import EngineQueryBuilder


@dataclass(frozen=True)
class DayRange:
    """A range of days, both included; None leaves an end open."""

    earliest: date | None = None
    latest: date | None = None

    def __bool__(self) -> bool:
        return bool(self.earliest or self.latest)


@dataclass(frozen=True)
class Search:
    """A query and the filters beside it.

    Several values of one facet mean "or"; different facets mean "and". Only quotes in `states`
    are found and counted: published ones unless a curator asks for more. `sort` is "relevance"
    or an index field to sort by: newest, oldest, changed.
    """

    query: Query = field(default_factory=Query)
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    place: str = ""
    said: DayRange = DayRange()
    published: DayRange = DayRange()
    sort: str = "relevance"
    page: int = 1
    states: tuple[str, ...] = (State.PUBLISHED.value,)

    def own_filter(self, facet: str) -> str:
        """The filter on the facet itself, which does not narrow its own counts; "" if none."""
        if facet in YEAR_COLUMNS:
            return "said" if self.said else ""
        return facet if self.chosen.get(facet) else ""

    def engine_query(self, builder: EngineQueryBuilder, without: str = "") -> EngineQuery:
        """The whole search as an engine query, optionally without one of the filters."""
        required, excluded = builder.required_and_excluded(self.query.root)
        required += [
            builder.one_of(facet, values)
            for facet, values in self.chosen.items()
            if values and facet != without
        ]
        if self.place:
            required.append(builder.build(FieldMatch("place", Phrase(self.place))))
        for name, days in (("said", self.said), ("published", self.published)):
            if days and name != without:
                required.append(builder.in_date_range(name, days.earliest, days.latest))
        return builder.all_of(required, [*excluded, *builder.each_of("state", self._hidden_states)])

    @property
    def _hidden_states(self) -> list[str]:
        if self.states == (State.PUBLISHED,):
            return [UNPUBLISHED]
        return [state.value for state in State if state.value not in self.states]

    @property
    def conditions(self) -> tuple[object, ...]:
        """Everything that decides which quotes match, regardless of order and page."""
        chosen = tuple(sorted((name, tuple(values)) for name, values in self.chosen.items()))
        return self.query.root, chosen, self.place, self.said, self.published, self.states

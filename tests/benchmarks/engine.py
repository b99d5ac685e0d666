"""The bare engine on the site's own index: the least that any page of results has to cost.

One search for the page's quotes and one aggregation for its facets, with nothing around them: no
filter by state, no check of the index, no query language. What the page asks for is the same.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from time import perf_counter

from tantivy import FieldType, Index, Occur, Order, Query

from citations.index.analysis import stem
from citations.index.facet_columns import COLUMNS
from citations.search.engine_query import EXACT_WEIGHTS, STEMMED_WEIGHTS

PAGE_SIZE = 20
COUNTED = dict.fromkeys(COLUMNS, 50)


@dataclass(frozen=True)
class Bare:
    """A search as the engine takes it: its terms, what it counts, which page it wants."""

    words: tuple[str, ...] = ()
    phrase: tuple[str, ...] = ()
    prefix: str = ""
    without: str = ""
    chosen: Mapping[str, str] = field(default_factory=dict)
    year: int = 0
    newest: bool = False
    page: int = 1
    counted: Mapping[str, int] = field(default_factory=lambda: COUNTED)


class Engine:
    """The index in a folder, opened for reading."""

    def __init__(self, index: Path) -> None:
        engine = Index.open(str(index.resolve()))
        self.schema, self.searcher = engine.schema, engine.searcher()

    def ask(self, bare: Bare) -> tuple[float, int]:
        """Milliseconds that the engine took, and how many quotes it found."""
        query, others = self.query(bare), dict(bare.counted)
        # A facet's own choice does not narrow its own counts.
        own = {facet: others.pop(facet) for facet in bare.chosen if facet in others}
        widened = {facet: self.query(bare, facet) for facet in own}
        options = {"order_by_field": "newest", "order": Order.Desc} if bare.newest else {}
        began = perf_counter()
        offset = (bare.page - 1) * PAGE_SIZE
        found = self.searcher.search(query, PAGE_SIZE, offset=offset, **options)
        self.searcher.aggregate(query, terms(others))
        for facet, size in own.items():
            self.searcher.aggregate(widened[facet], terms({facet: size}))
        return (perf_counter() - began) * 1000, found.count

    def query(self, bare: Bare, leaving: str = "") -> Query:
        """The query, less the choice of the facet that is left out."""
        parts = [self._word(word) for word in bare.words]
        chosen = {facet: value for facet, value in bare.chosen.items() if facet != leaving}
        parts += [Query.term_query(self.schema, *each) for each in chosen.items()]
        if bare.phrase:
            words = list(bare.phrase)
            parts.append(
                self._in(EXACT_WEIGHTS, lambda f: Query.phrase_query(self.schema, f, words))
            )
        if bare.prefix:
            begun = f"{bare.prefix}.*"
            parts.append(
                self._in(EXACT_WEIGHTS, lambda f: Query.regex_query(self.schema, f, begun))
            )
        if bare.year:
            parts += self._within(bare.year)
        if len(parts) == 1 and not bare.without:
            return parts[0]
        needed = [(Occur.Must, part) for part in parts]
        excluded = [(Occur.MustNot, self._word(bare.without))] if bare.without else []
        return Query.boolean_query(needed + excluded)

    def _word(self, word: str) -> Query:
        return self._in(
            STEMMED_WEIGHTS, lambda f: Query.term_query(self.schema, f, self._as_in(f, word))
        )

    def _as_in(self, name: str, word: str) -> str:
        return stem(word) if name.endswith("_stems") else word

    def _in(self, weights: Mapping[str, float], query_in: Callable[[str], Query]) -> Query:
        return Query.boolean_query(
            [(Occur.Should, Query.boost_query(query_in(f), w)) for f, w in weights.items()]
        )

    def _within(self, year: int) -> list[Query]:
        first, last = (day.toordinal() for day in (date(year, 1, 1), date(year, 12, 31)))
        ranges = {"said_earliest": (1, last), "said_latest": (first, date.max.toordinal())}
        return [
            Query.range_query(self.schema, name, FieldType.Integer, low, high)
            for name, (low, high) in ranges.items()
        ]


def terms(sizes: Mapping[str, int]) -> dict[str, object]:
    """So many values of each facet, in each of its columns."""
    return {
        column: {"terms": {"field": column, "size": size}}
        for facet, size in sizes.items()
        for column in COLUMNS[facet]
    }

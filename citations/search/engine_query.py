"""Turns the tree of a query into the engine's query, node by node and never through a string."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from tantivy import FieldType, Occur, Query, Schema

from citations.index.analysis import index_terms, stem, term_patterns
from citations.query import ast

# The fields in which plain words are looked up, with the weight of a hit there.
STEMMED_WEIGHTS = {"text_stems": 3.0, "names": 3.0, "about_stems": 0.4}
# The fields in which phrases and prefixes are looked up, unstemmed.
EXACT_WEIGHTS = {
    "text": 3.0,
    "names": 3.0,
    "office": 0.4,
    "event": 0.4,
    "place": 0.4,
    "source": 0.4,
    "headline": 0.4,
}
# The fields of the query language and the index fields they search.
INDEX_FIELDS = {
    "speaker": "names",
    "position": "office",
    "publication": "source",
    "topic": "topics",
    "place": "place",
    "event": "event",
    "context": "context",
}
# Fields whose value is one of a facet's own values.
FACET_FIELDS = ("lang", "mode", "standing")


class EngineQueryBuilder:
    def __init__(self, schema: Schema) -> None:
        self.schema = schema

    def build(self, node: ast.Node) -> Query:  # noqa: PLR0911  one for each kind of node
        """The engine's query for a node; an empty `AllOf` matches everything."""
        match node:
            case ast.AllOf():
                return self.all_of(*self.required_and_excluded(node))
            case ast.AnyOf():
                return self.any_of(self.build(each) for each in node.nodes)
            case ast.Not():
                return self.all_of(*self.required_and_excluded(ast.AllOf((node,))))
            case ast.DateRange():
                return self.in_date_range(node.field, node.earliest, node.latest)
            case ast.FieldMatch():
                return self._in_field(node.field, node.value)
            case ast.Word():
                return self._in_any_field(node, STEMMED_WEIGHTS)
            case _:
                return self._in_any_field(node, EXACT_WEIGHTS)

    def required_and_excluded(self, node: ast.AllOf) -> tuple[list[Query], list[Query]]:
        """What must match and what must not, apart: the engine answers a flat query sooner."""
        excluded = [each.node for each in node.nodes if isinstance(each, ast.Not)]
        required = [each for each in node.nodes if not isinstance(each, ast.Not)]
        return [*map(self.build, required)], [*map(self.build, excluded)]

    def all_of(self, required: Iterable[Query], excluded: Iterable[Query] = ()) -> Query:
        """Matches every required query and no excluded one; everything if none is required."""
        clauses = [(Occur.Must, query) for query in required] or [(Occur.Must, Query.all_query())]
        return Query.boolean_query([*clauses, *((Occur.MustNot, query) for query in excluded)])

    def any_of(self, queries: Iterable[Query]) -> Query:
        return Query.boolean_query([(Occur.Should, query) for query in queries])

    def in_date_range(self, field: str, earliest: date | None, latest: date | None) -> Query:
        """Dates that share a day with the range; an unknown date matches nothing.

        `said` is indexed as its two bounds; `published`, which may be several dates, as days and
        whole years (`documents.days_and_years`).
        """
        first, last = earliest or date.min, latest or date.max
        days = first.toordinal(), last.toordinal()
        if field == "published":
            whole_years = self._between("published_year", first.year, last.year)
            return self.any_of([self._between("published", *days), whole_years])
        begins = self._between("said_earliest", date.min.toordinal(), days[1])
        return self.all_of([begins, self._between("said_latest", days[0], date.max.toordinal())])

    def one_of(self, facet: str, values: Iterable[Any]) -> Query:
        accepted = list(values)
        if len(accepted) == 1:  # a set of one value is many times slower to build
            return Query.term_query(self.schema, facet, accepted[0])
        return Query.term_set_query(self.schema, facet, accepted)

    def each_of(self, facet: str, values: Iterable[str]) -> Iterator[Query]:
        return (Query.term_query(self.schema, facet, value) for value in values)

    def prefix_queries(self, field: str, text: str) -> Iterator[Query]:
        """One query for each word of a text: the quotes with a word in the field that starts so."""
        return (self._match_term(field, ast.Prefix(term.text)) for term in index_terms(text))

    def _between(self, field: str, low: int, high: int) -> Query:
        return Query.range_query(self.schema, field, FieldType.Integer, low, high)

    def _in_field(self, field: str, value: ast.Term) -> Query:
        if field in FACET_FIELDS:
            return self._match_facet(field, value)
        stemmed = field == "context" and isinstance(value, ast.Word)
        return self._match_term("context_stems" if stemmed else INDEX_FIELDS[field], value)

    def _match_facet(self, field: str, value: ast.Term) -> Query:
        """`lang:en` also matches en-GB, as a basic language range does (RFC 4647)."""
        text = value.text.casefold() if field != "lang" else value.text
        pattern = f"(?i:{re.escape(text)})(-.*)?" if field == "lang" else re.escape(text)
        return Query.regex_query(self.schema, field, pattern)

    def _in_any_field(self, term: ast.Term, weights: dict[str, float]) -> Query:
        return self.any_of(
            Query.boost_query(self._match_term(field, term), weight)
            for field, weight in weights.items()
        )

    def _match_term(self, field: str, term: ast.Term) -> Query:
        patterns = term_patterns(term)
        stemmed = field.endswith("_stems")
        words = [stem(each.text) if stemmed else each.text for each in patterns]
        if not words:
            return Query.empty_query()
        if any(each.pattern for each in patterns):
            return self._match_patterns(field, [p.pattern or re.escape(p.text) for p in patterns])
        if len(words) == 1:
            return Query.term_query(self.schema, field, words[0])
        return Query.phrase_query(self.schema, field, list(words))

    def _match_patterns(self, field: str, patterns: list[str]) -> Query:
        if len(patterns) == 1:
            return Query.regex_query(self.schema, field, patterns[0])
        return Query.regex_phrase_query(self.schema, field, list(patterns))

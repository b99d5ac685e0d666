"""A query as the engine understands it, built node by node and never from a string."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from tantivy import FieldType, Occur, Query, Schema

from citations.index.analysis import stem, terms, wanted
from citations.query import ast

# Where plain words are looked up, and what a hit there weighs.
STEMS = {"text_stems": 3.0, "names": 3.0, "about_stems": 0.4}
# Where phrases and beginnings of words are looked up, unstemmed.
EXACT = {"text": 3.0, "names": 3.0, "office": 0.4, "event": 0.4, "place": 0.4, "source": 0.4}
EXACT["headline"] = 0.4
# The fields of the language and where they look.
FIELDS = {
    "speaker": "names",
    "position": "office",
    "publication": "source",
    "topic": "topics",
    "place": "place",
    "event": "event",
    "context": "context",
}
# Fields whose value is one of the facet's own.
FACETS = ("lang", "mode", "standing")


class Matcher:
    """Turns nodes into queries for one schema."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema

    def matching(self, node: ast.Node) -> Query:  # noqa: PLR0911  one for each kind of node
        """The engine's query for a node; an empty `AllOf` matches everything."""
        match node:
            case ast.AllOf():
                return self.all_of(*self.parts(node))
            case ast.AnyOf():
                return self.any_of(self.matching(each) for each in node.nodes)
            case ast.Not():
                return self.all_of(*self.parts(ast.AllOf((node,))))
            case ast.DateRange():
                return self.within(node.field, node.earliest, node.latest)
            case ast.FieldMatch():
                return self._in_field(node.field, node.value)
            case ast.Word():
                return self._anywhere(node, STEMS)
            case _:
                return self._anywhere(node, EXACT)

    def parts(self, node: ast.AllOf) -> tuple[list[Query], list[Query]]:
        """What must match of a node, and what must not: a flat query is sooner answered."""
        excluded = [each.node for each in node.nodes if isinstance(each, ast.Not)]
        needed = [each for each in node.nodes if not isinstance(each, ast.Not)]
        return [*map(self.matching, needed)], [*map(self.matching, excluded)]

    def all_of(self, queries: Iterable[Query], but: Iterable[Query] = ()) -> Query:
        """What matches them all, but for what matches one of the others; all without any."""
        needed = [(Occur.Must, query) for query in queries] or [(Occur.Must, Query.all_query())]
        return Query.boolean_query([*needed, *((Occur.MustNot, query) for query in but)])

    def any_of(self, queries: Iterable[Query]) -> Query:
        """What matches at least one of them."""
        return Query.boolean_query([(Occur.Should, query) for query in queries])

    def within(self, field: str, earliest: date | None, latest: date | None) -> Query:
        """Dates that share a day with the range; an unknown date matches nothing.

        `said` is kept as its two bounds; `published`, which may be several dates, as days and
        whole years (`documents.days_and_years`).
        """
        first, last = earliest or date.min, latest or date.max
        days = first.toordinal(), last.toordinal()
        if field == "published":
            whole = self._between("published_year", first.year, last.year)
            return self.any_of([self._between("published", *days), whole])
        begun = self._between("said_earliest", date.min.toordinal(), days[1])
        return self.all_of([begun, self._between("said_latest", days[0], date.max.toordinal())])

    def one_of(self, facet: str, values: Iterable[Any]) -> Query:
        """Quotes with any of these values of a facet."""
        wanted = list(values)
        if len(wanted) == 1:  # a set of one takes many times as long to be made
            return Query.term_query(self.schema, facet, wanted[0])
        return Query.term_set_query(self.schema, facet, wanted)

    def each_of(self, facet: str, values: Iterable[str]) -> Iterator[Query]:
        """For each value of a facet, the quotes with it."""
        return (Query.term_query(self.schema, facet, value) for value in values)

    def beginning(self, field: str, text: str) -> Iterator[Query]:
        """For each word of a text, quotes with a word in the field that begins so."""
        return (self._term(field, ast.Prefix(term.text)) for term in terms(text))

    def _between(self, field: str, low: int, high: int) -> Query:
        return Query.range_query(self.schema, field, FieldType.Integer, low, high)

    def _in_field(self, field: str, value: ast.Term) -> Query:
        if field in FACETS:
            return self._facet(field, value)
        stemmed = field == "context" and isinstance(value, ast.Word)
        return self._term("context_stems" if stemmed else FIELDS[field], value)

    def _facet(self, field: str, value: ast.Term) -> Query:
        """`lang:en` also means en-GB: BCP 47 ranges match by their beginning (RFC 4647)."""
        wanted = value.text.casefold() if field != "lang" else value.text
        pattern = f"(?i:{re.escape(wanted)})(-.*)?" if field == "lang" else re.escape(wanted)
        return Query.regex_query(self.schema, field, pattern)

    def _anywhere(self, term: ast.Term, weights: dict[str, float]) -> Query:
        return self.any_of(
            Query.boost_query(self._term(field, term), weight) for field, weight in weights.items()
        )

    def _term(self, field: str, term: ast.Term) -> Query:
        """The term's words in a row in one value of a field."""
        found = wanted(term)
        stemmed = field.endswith("_stems")
        words = [stem(word.text) if stemmed else word.text for word in found]
        if not words:
            return Query.empty_query()
        if any(word.pattern for word in found):
            return self._patterns(field, [w.pattern or re.escape(w.text) for w in found])
        if len(words) == 1:
            return Query.term_query(self.schema, field, words[0])
        return Query.phrase_query(self.schema, field, list(words))

    def _patterns(self, field: str, patterns: list[str]) -> Query:
        if len(patterns) == 1:
            return Query.regex_query(self.schema, field, patterns[0])
        return Query.regex_phrase_query(self.schema, field, list(patterns))

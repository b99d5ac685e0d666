"""The fields of the advanced search under their headings, each with the query it stands for."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from citations.forms.advanced_search import AdvancedSearchForm
from citations.query.advanced_form import PART_READERS
from citations.query.ast import AllOf
from citations.query.rendering import format_query
from citations.query.terms import FIELD_EXAMPLES

# Examples of the parts whose field in the query language has no single example.
PART_EXAMPLES = {
    "all": "peace treaty",
    "phrase": '"peace treaty"',
    "any": "nemuro OR hokkaido",
    "none": "-sanctions",
    "begins": "territor*",
    "said_from": "said:2022..2024-02",
    "published_from": "published:2022..2024-02",
    "lang": "lang:en",
    "mode": "mode:direct",
    "standing": "standing:disputed",
    "rest": "-speaker:kishida",
}
GROUPS = (
    (_("Words"), ("all", "phrase", "any", "none", "begins", "context")),
    (
        _("Who, where, about what"),
        ("speaker", "position", "publication", "topic", "place", "event"),
    ),
    (_("Dates"), ("said_from", "published_from")),
    (_("Kind"), ("lang", "mode", "standing", "rest")),
)


@dataclass(frozen=True)
class QueryPart:
    """The fields of one part of the query, an example, and the query typed into them."""

    fields: list[forms.BoundField]
    example: str
    query: str


def parts_by_heading(form: AdvancedSearchForm) -> dict[str, list[QueryPart]]:
    parts = {part[0]: _query_part(form, part) for part in PART_READERS}
    return {str(heading): [parts[name] for name in names] for heading, names in GROUPS}


def _query_part(form: AdvancedSearchForm, names: Iterable[str]) -> QueryPart:
    fields = [form[name] for name in names]
    name = fields[0].name
    example = PART_EXAMPLES.get(name) or FIELD_EXAMPLES[name][0]
    return QueryPart(fields, example, format_query(AllOf(form.clauses.get(name, ()))))

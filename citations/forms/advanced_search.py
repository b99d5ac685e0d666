"""The form of the advanced search: the query language, field by field."""

from collections.abc import Mapping
from itertools import chain
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from citations.models import Mode, Standing
from citations.query.advanced_form import FORM_FIELDS, PART_READERS, clauses_of_part
from citations.query.ast import Clause
from citations.query.parser import MAX_CHARACTERS, MAX_TERMS, query_of_clauses
from citations.query.rendering import format_query

LABELS = {
    "all": gettext_lazy("All of these words"),
    "phrase": gettext_lazy("This exact phrase"),
    "any": gettext_lazy("Any of these words"),
    "none": gettext_lazy("None of these words"),
    "begins": gettext_lazy("Words that begin with"),
    "speaker": gettext_lazy("Speaker"),
    "position": gettext_lazy("Office"),
    "publication": gettext_lazy("Publication"),
    "topic": gettext_lazy("Topic"),
    "place": gettext_lazy("Place"),
    "event": gettext_lazy("Event"),
    "context": gettext_lazy("Near the quotation"),
    "said_from": gettext_lazy("Said from"),
    "said_to": gettext_lazy("Said to"),
    "published_from": gettext_lazy("Published from"),
    "published_to": gettext_lazy("Published to"),
    "lang": gettext_lazy("Language"),
    "mode": gettext_lazy("Mode"),
    "standing": gettext_lazy("Standing"),
    "rest": gettext_lazy("Rest of the query"),
}
CHOICES = {"mode": Mode.choices, "standing": Standing.choices}


class AdvancedSearchForm(forms.Form):
    """The parts of a query. `clauses` and `text` cover the parts that could be read."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data, auto_id="%s")
        self.clauses: dict[str, tuple[Clause, ...]] = {}
        self.fields = {name: _field(name) for name in FORM_FIELDS}
        for name, field in self.fields.items():
            field.label = LABELS[name]

    def clean(self) -> None:
        for part in PART_READERS:
            self._read_part(part)
        if query_of_clauses(self._all_clauses()).root.nodes != self._all_clauses():
            self.add_error(None, _too_long())

    def _read_part(self, part: tuple[str, ...]) -> None:
        """Read the clauses of a part. The first field that fails on its own gets the error."""
        typed = {name: self.cleaned_data.get(name, "") for name in part}
        at_fault = part[0]
        try:
            for at_fault in part:
                clauses_of_part(part, {at_fault: typed[at_fault]})
            self.clauses[part[0]] = clauses_of_part(part, typed)
        except ValueError as error:
            self.add_error(at_fault, str(error))

    def _all_clauses(self) -> tuple[Clause, ...]:
        return tuple(chain.from_iterable(self.clauses.values()))

    @property
    def text(self) -> str:
        return format_query(query_of_clauses(self._all_clauses()).root)


def _field(name: str) -> forms.Field:
    if name in CHOICES:
        error = {"invalid_choice": gettext_lazy("Choose a value from the list, not “%(value)s”.")}
        choices = [("", gettext_lazy("Any")), *CHOICES[name]]
        return forms.ChoiceField(choices=choices, required=False, error_messages=error)
    return forms.CharField(required=False, max_length=MAX_CHARACTERS, strip=True)


def _too_long() -> str:
    return _(
        "The whole query has more than %(terms)s terms or %(characters)s characters: shorten it."
    ) % {"terms": MAX_TERMS, "characters": MAX_CHARACTERS}

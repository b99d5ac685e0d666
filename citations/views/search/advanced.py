"""The advanced form: the query language field by field, each beside the query it stands for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from citations.models import Mode, Standing
from citations.query.advanced_form import NAMES, READERS, clauses, texts_of
from citations.query.ast import AllOf, Clause
from citations.query.parser import MAX_CHARACTERS, MAX_TERMS, of, parse
from citations.query.rendering import to_text
from citations.query.terms import EXAMPLES

LABELS = {
    "all": "All of these words",
    "phrase": "This exact phrase",
    "any": "Any of these words",
    "none": "None of these words",
    "begins": "Words that begin with",
    "speaker": "Speaker",
    "position": "Office",
    "publication": "Publication",
    "topic": "Topic",
    "place": "Place",
    "event": "Event",
    "context": "Near the quotation",
    "said_from": "Said from",
    "said_to": "Said to",
    "published_from": "Published from",
    "published_to": "Published to",
    "lang": "Language",
    "mode": "Mode",
    "standing": "Standing",
    "rest": "Rest of the query",
}
# What a part stands for where its field in the language has no single example.
STANDS_FOR = {
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
GROUPS = {
    "Words": ("all", "phrase", "any", "none", "begins", "context"),
    "Who, where, about what": ("speaker", "position", "publication", "topic", "place", "event"),
    "Dates": ("said_from", "published_from"),
    "Kind": ("lang", "mode", "standing", "rest"),
}
CHOICES = {"mode": Mode.choices, "standing": Standing.choices}
TOO_LONG = (
    f"Together these are more than {MAX_TERMS} terms or {MAX_CHARACTERS} characters: "
    "leave some of them out."
)


def _field(name: str) -> forms.Field:
    if name in CHOICES:
        error = {"invalid_choice": "“%(value)s” is none of these: choose one from the list."}
        choices = [("", "Any"), *CHOICES[name]]
        return forms.ChoiceField(choices=choices, required=False, error_messages=error)
    return forms.CharField(required=False, max_length=MAX_CHARACTERS, strip=True)


@dataclass(frozen=True)
class Row:
    """The fields of one part, a query such as they stand for, and the one they stand for now."""

    fields: list[forms.BoundField]
    example: str
    query: str


class AdvancedForm(forms.Form):
    """The parts of a query. `text` is the query, as far as the parts could be read."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data, auto_id="%s")
        self.clauses: dict[str, tuple[Clause, ...]] = {}
        self.fields = {name: _field(name) for name in NAMES}
        for name, field in self.fields.items():
            field.label = LABELS[name]

    def clean(self) -> None:
        for part in READERS:
            self._read(part)
        if of(self._together()).root.nodes != self._together():
            self.add_error(None, TOO_LONG)

    def _read(self, part: tuple[str, ...]) -> None:
        """The clauses of a part; the field at fault is the first that cannot be read alone."""
        typed = {name: self.cleaned_data.get(name, "") for name in part}
        at_fault = part[0]
        try:
            for at_fault in part:
                clauses(part, {at_fault: typed[at_fault]})
            self.clauses[part[0]] = clauses(part, typed)
        except ValueError as error:
            self.add_error(at_fault, str(error))

    def _together(self) -> tuple[Clause, ...]:
        return tuple(chain.from_iterable(self.clauses.values()))

    @property
    def text(self) -> str:
        return to_text(of(self._together()).root)

    def groups(self) -> dict[str, list[Row]]:
        """The rows under their headings."""
        rows = {part[0]: self._row(part) for part in READERS}
        return {legend: [rows[name] for name in names] for legend, names in GROUPS.items()}

    def _row(self, part: Iterable[str]) -> Row:
        fields = [self[name] for name in part]
        name = fields[0].name
        example = STANDS_FOR.get(name) or EXAMPLES[name]
        return Row(fields, example, to_text(AllOf(self.clauses.get(name, ()))))


@require_safe
def advanced(request: HttpRequest) -> HttpResponse:
    """The form, filled in from `q` if that is given; once submitted, the way to its results.

    With `show` the page again, with the query; 400 where a field could not be read.
    """
    submitted = not request.GET.keys().isdisjoint(NAMES)
    form = AdvancedForm(request.GET if submitted else texts_of(parse(request.GET.get("q", ""))))
    valid = form.is_valid()
    parameters = urlencode({"q": form.text} if form.text else {})
    address = f"{reverse('search')}?{parameters}" if parameters else reverse("search")
    if submitted and valid and "show" not in request.GET:
        return HttpResponseRedirect(address)
    context = {"form": form, "groups": form.groups(), "query": form.text, "address": address}
    return render(request, "citations/advanced.html", context, status=200 if valid else 400)

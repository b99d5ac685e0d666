"""The border of every list of quotes: what may be asked, and what is said of the rest.

Pages, exports and feeds read the same parameters through the same filter set.
"""

from datetime import date
from functools import cache, cached_property
from typing import Any, Self

from django import forms
from django_filters import CharFilter, ChoiceFilter, Filter, FilterSet

from citations.forms.parameter_fields import (
    ChoicesField,
    EdtfDateField,
    LanguagesField,
    PlaceField,
    QueryField,
    SpeakersField,
    ValuesField,
    one_of,
)
from citations.index.schema import FACETS, NOT_CHECKED
from citations.models import Mode, Position, Publication, Quote, Speaker, Standing, Topic
from citations.models.verdicts import NOT_CHECKED_LABEL, VERDICT_CHOICES
from citations.query.parser import Query
from citations.search.find import PAGE_SIZE
from citations.search.request import DayRange, Search

LAST_PAGE = 500
BEYOND_LAST = (
    f"Pages end at {LAST_PAGE}, after {LAST_PAGE * PAGE_SIZE:,} quotations: "
    "narrow the search, or download what it finds."
)
# What the plain words of a query are looked for in.
SCOPES = {"quotation": "The quotation", "context": "The words around it"}
SORTS = {"relevance": "Relevance", "newest": "Newest", "oldest": "Oldest"}
VERDICTS = (*VERDICT_CHOICES, (NOT_CHECKED, NOT_CHECKED_LABEL))


class Shared:
    """A filter that keeps nothing of a request: one for all filter sets, instead of a deep copy."""

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self


class QueryFilter(Shared, Filter):
    field_class = QueryField


class EdtfDateFilter(Shared, Filter):
    field_class = EdtfDateField


class ValuesFilter(Shared, Filter):
    field_class = ValuesField


class SpeakersFilter(Shared, Filter):
    field_class = SpeakersField


class LanguagesFilter(Shared, Filter):
    field_class = LanguagesField


class ChoicesFilter(Shared, Filter):
    field_class = ChoicesField


class PlaceFilter(Shared, Filter):
    field_class = PlaceField


class TextFilter(Shared, CharFilter):
    pass


class ChoiceOfOneFilter(Shared, ChoiceFilter):
    pass


class PageFilter(Shared, Filter):
    field_class = forms.IntegerField


class QuoteForm(forms.Form):
    """The filter set's form: what no single parameter can tell is wrong."""

    def clean(self) -> None:
        for start, end in (("said_from", "said_to"), ("published_from", "published_to")):
            first, last = (self.cleaned_data.get(name) for name in (start, end))
            if first and not first.earliest:
                self.add_error(start, f"“{first.text}” has no first day: write one, like 2022-03.")
            if last and not last.latest:
                self.add_error(end, f"“{last.text}” has no last day: write one, like 2022-03.")
            if first and last and (first.earliest or date.min) > (last.latest or date.max):
                self.add_error(
                    start,
                    f"“{first.text}” is later than “{last.text}” in "
                    f"“{self.fields[end].label}”: exchange the two.",
                )


class QuoteFilterSet(FilterSet):
    """The search's parameters. `search` is what they ask for, less what could not be read."""

    q = QueryFilter(label="Query")
    scope = ChoiceOfOneFilter(
        label="Look in", choices=tuple(SCOPES.items()), error_messages=one_of(SCOPES)
    )
    speaker = SpeakersFilter(
        label="Speaker", rows=Speaker.objects.public(), column="slug", noun="speaker"
    )
    position = ValuesFilter(
        label="Office", rows=Position.objects.public(), column="title", noun="office"
    )
    publication = ValuesFilter(
        label="Publication",
        rows=Publication.objects.public(),
        column="slug",
        noun="publication",
    )
    topic = ValuesFilter(label="Topic", rows=Topic.objects.public(), column="slug", noun="topic")
    lang = LanguagesFilter(label="Language")
    mode = ChoicesFilter(label="Mode", choices=Mode.choices)
    standing = ChoicesFilter(label="Standing", choices=Standing.choices)
    verdict = ChoicesFilter(label="Words checked", choices=VERDICTS)
    place = PlaceFilter(label="Place", max_length=200)
    said_from = EdtfDateFilter(label="Said from")
    said_to = EdtfDateFilter(label="Said to")
    published_from = EdtfDateFilter(label="Published from")
    published_to = EdtfDateFilter(label="Published to")
    sort = ChoiceOfOneFilter(
        label="Sort", choices=tuple(SORTS.items()), error_messages=one_of(SORTS)
    )
    page = PageFilter(
        label="Page",
        min_value=1,
        max_value=LAST_PAGE,
        error_messages={
            "max_value": BEYOND_LAST,
            "min_value": "Pages are numbered from 1.",
            "invalid": "Write the number of a page, from 1 on.",
        },
    )
    more = ChoiceOfOneFilter(
        label="More of", choices=[(name, name) for name in FACETS], error_messages=one_of(FACETS)
    )
    within = TextFilter(label="Among them", max_length=100)

    class Meta:
        model = Quote
        form = QuoteForm
        fields: tuple[str, ...] = ()

    def get_form_class(self) -> type[forms.Form]:
        """The form's class, which is the same for every search."""
        return _form_class()

    @cached_property
    def query(self) -> Query:
        """The query as it was typed."""
        self.form.is_valid()
        return self.form.cleaned_data.get("q") or Query()

    @cached_property
    def search(self) -> Search:
        """What is asked. A parameter with an error is left out; `form.errors` names it."""
        query, asked = self.query, self.form.cleaned_data
        return Search(
            query=self.meant(query),
            chosen={facet: tuple(asked.get(facet) or ()) for facet in FACETS},
            place=asked.get("place") or "",
            said=self._days("said"),
            published=self._days("published"),
            # Without words nothing is more relevant than anything else.
            sort=asked.get("sort") or ("newest" if query.is_empty else "relevance"),
            page=int(asked.get("page") or 1),
        )

    def meant(self, query: Query) -> Query:
        """What a query asks for in the scope that is chosen."""
        in_context = self.form.cleaned_data.get("scope") == "context"
        return query.in_context() if in_context else query

    def _days(self, name: str) -> DayRange:
        first, last = (self.form.cleaned_data.get(f"{name}_{end}") for end in ("from", "to"))
        return DayRange(first.earliest if first else None, last.latest if last else None)


class SharedFields(dict[str, forms.Field]):
    """Fields that keep nothing of a request: the same for all forms, instead of deep copies."""

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, forms.Field]:
        return dict(self)


@cache
def _form_class() -> type[forms.Form]:
    fields = {name: each.field for name, each in QuoteFilterSet.base_filters.items()}
    made: type[QuoteForm] = type("QuoteFilterForm", (QuoteForm,), fields)
    made.base_fields = SharedFields(made.base_fields)
    return made

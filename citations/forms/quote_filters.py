"""The parameters of a search of quotes: one filter set for pages, downloads and feeds."""

from datetime import date
from functools import cache, cached_property
from typing import Any, Self

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter, Filter, FilterSet

from citations.forms.parameter_fields import (
    EdtfDateField,
    LanguagesField,
    MultipleChoicesField,
    PlaceField,
    QueryField,
    RecordValuesField,
    SpeakersField,
    invalid_choice_message,
)
from citations.index.index_schema import FACETS, NOT_CHECKED
from citations.models import Mode, Position, Publication, Quote, Speaker, Standing, Topic
from citations.models.base.verdicts import NOT_CHECKED_LABEL, VERDICT_CHOICES
from citations.query.parser import Query
from citations.search.find import PAGE_SIZE
from citations.search.request import DayRange, Search

LAST_PAGE = 500
BEYOND_LAST_PAGE = format_lazy(
    _(
        "Pages end at {page}, after {quotations} quotations: "
        "refine the search or download the results."
    ),
    page=LAST_PAGE,
    quotations=f"{LAST_PAGE * PAGE_SIZE:,}",
)
# Where the plain words of a query are searched.
SCOPES = {"quotation": _("The quotation"), "context": _("The words around it")}
SORTS = {"relevance": _("Relevance"), "newest": _("Newest"), "oldest": _("Oldest")}
VERDICTS = (*VERDICT_CHOICES, (NOT_CHECKED, NOT_CHECKED_LABEL))


class SharedFilter:
    """A filter without state, which all filter sets share; copies would be slow."""

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self


class QueryFilter(SharedFilter, Filter):
    field_class = QueryField


class EdtfDateFilter(SharedFilter, Filter):
    field_class = EdtfDateField


class RecordValuesFilter(SharedFilter, Filter):
    field_class = RecordValuesField


class SpeakersFilter(SharedFilter, Filter):
    field_class = SpeakersField


class LanguagesFilter(SharedFilter, Filter):
    field_class = LanguagesField


class MultipleChoicesFilter(SharedFilter, Filter):
    field_class = MultipleChoicesField


class PlaceFilter(SharedFilter, Filter):
    field_class = PlaceField


class TextFilter(SharedFilter, CharFilter):
    pass


class ChoiceOfOneFilter(SharedFilter, ChoiceFilter):
    pass


class PageFilter(SharedFilter, Filter):
    field_class = forms.IntegerField


class QuoteFilterForm(forms.Form):
    """The filter set's form: errors that concern two parameters."""

    def clean(self) -> None:
        for start, end in (("said_from", "said_to"), ("published_from", "published_to")):
            first, last = (self.cleaned_data.get(name) for name in (start, end))
            if first and not first.earliest:
                message = gettext("“%(date)s” has no first day: write a date like 2022-03.")
                self.add_error(start, message % {"date": first.text})
            if last and not last.latest:
                message = gettext("“%(date)s” has no last day: write a date like 2022-03.")
                self.add_error(end, message % {"date": last.text})
            if first and last and (first.earliest or date.min) > (last.latest or date.max):
                message = gettext("“%(first)s” is later than “%(last)s” in “%(field)s”: swap them.")
                names = {"first": first.text, "last": last.text, "field": self.fields[end].label}
                self.add_error(start, message % names)


class QuoteFilterSet(FilterSet):
    """The parameters of a search. `search` leaves out what could not be read."""

    q = QueryFilter(label=_("Query"))
    scope = ChoiceOfOneFilter(
        label=_("Look in"),
        choices=tuple(SCOPES.items()),
        error_messages=invalid_choice_message(SCOPES),
    )
    speaker = SpeakersFilter(
        label=_("Speaker"), rows=Speaker.objects.public(), column="slug", noun=_("speaker")
    )
    position = RecordValuesFilter(
        label=_("Office"), rows=Position.objects.public(), column="title", noun=_("office")
    )
    publication = RecordValuesFilter(
        label=_("Publication"),
        rows=Publication.objects.public(),
        column="slug",
        noun=_("publication"),
    )
    topic = RecordValuesFilter(
        label=_("Topic"), rows=Topic.objects.public(), column="slug", noun=_("topic")
    )
    lang = LanguagesFilter(label=_("Language"))
    mode = MultipleChoicesFilter(label=_("Mode"), choices=Mode.choices)
    standing = MultipleChoicesFilter(label=_("Standing"), choices=Standing.choices)
    verdict = MultipleChoicesFilter(label=_("Verdict"), choices=VERDICTS)
    place = PlaceFilter(label=_("Place"), max_length=200)
    said_from = EdtfDateFilter(label=_("Said from"))
    said_to = EdtfDateFilter(label=_("Said to"))
    published_from = EdtfDateFilter(label=_("Published from"))
    published_to = EdtfDateFilter(label=_("Published to"))
    sort = ChoiceOfOneFilter(
        label=_("Sort"), choices=tuple(SORTS.items()), error_messages=invalid_choice_message(SORTS)
    )
    page = PageFilter(
        label=_("Page"),
        min_value=1,
        max_value=LAST_PAGE,
        error_messages={
            "max_value": BEYOND_LAST_PAGE,
            "min_value": _("Pages are numbered from 1."),
            "invalid": _("Write a page number, from 1."),
        },
    )
    more = ChoiceOfOneFilter(
        label=_("More of"),
        choices=[(name, name) for name in FACETS],
        error_messages=invalid_choice_message(FACETS),
    )
    within = TextFilter(label=_("Among them"), max_length=100)

    class Meta:
        model = Quote
        form = QuoteFilterForm
        fields: tuple[str, ...] = ()

    def get_form_class(self) -> type[forms.Form]:
        """The same class for every search: to make one takes long."""
        return _form_class()

    @cached_property
    def query(self) -> Query:
        """The query as it was typed."""
        self.form.is_valid()
        return self.form.cleaned_data.get("q") or Query()

    @cached_property
    def search(self) -> Search:
        """The search request. Parameters with errors are left out; `form.errors` names them."""
        query, asked = self.query, self.form.cleaned_data
        return Search(
            query=self.scoped_query(query),
            chosen={facet: tuple(asked.get(facet) or ()) for facet in FACETS},
            place=asked.get("place") or "",
            said=self._days("said"),
            published=self._days("published"),
            # Without words, all quotes are equally relevant.
            sort=asked.get("sort") or ("newest" if query.is_empty else "relevance"),
            page=int(asked.get("page") or 1),
        )

    def scoped_query(self, query: Query) -> Query:
        """The query in the chosen scope: in the quotation, or around it."""
        in_context = self.form.cleaned_data.get("scope") == "context"
        return query.in_context() if in_context else query

    def _days(self, name: str) -> DayRange:
        first, last = (self.form.cleaned_data.get(f"{name}_{end}") for end in ("from", "to"))
        return DayRange(first.earliest if first else None, last.latest if last else None)


class SharedFields(dict[str, forms.Field]):
    """Fields without state, which all forms share; deep copies would be slow."""

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, forms.Field]:
        return dict(self)


@cache
def _form_class() -> type[forms.Form]:
    fields = {name: each.field for name, each in QuoteFilterSet.base_filters.items()}
    form_class: type[QuoteFilterForm] = type("QuoteFilterForm", (QuoteFilterForm,), fields)
    form_class.base_fields = SharedFields(form_class.base_fields)
    return form_class

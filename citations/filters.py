"""The border of every list of quotes: what may be asked, and what is said of the rest.

Pages, exports and feeds read the same parameters through the same filter set.
"""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django_filters import CharFilter, ChoiceFilter, Filter, FilterSet

from citations.models import Mode, Position, Publication, Quote, Speaker, Standing, Topic, Verdict
from citations.search.find import Days, Search
from citations.search.query import Query, parse
from citations.search.schema import FACETS, NOT_CHECKED
from citations.text.dates import Edtf, parse_edtf

LAST_PAGE = 10_000
MANY_VALUES = 50
SORTS = {"relevance": "Relevance", "newest": "Newest", "oldest": "Oldest"}
UNKNOWN_SORT = {"invalid_choice": f"“%(value)s” is not one of {', '.join(SORTS)}."}
VERDICTS = (*Verdict.choices, (NOT_CHECKED, "Not checked"))


class QueryField(forms.Field):
    """The query language: any text is taken, and the query itself says what it ignored."""

    def clean(self, value: Any) -> Query:
        return parse(value or "")


class EdtfDateField(forms.CharField):
    """A date of any precision in EDTF; None when empty."""

    def clean(self, value: Any) -> Edtf | None:
        text = super().clean(value)
        try:
            return parse_edtf(text) if text else None
        except ValueError as error:
            raise ValidationError(str(error), code="edtf") from error


class SeveralField(forms.MultipleChoiceField):
    """Several values, of which the empty ones ask for nothing."""

    def to_python(self, value: Any) -> list[str]:
        return [each for each in super().to_python(value) if each.strip()]


class ValuesField(SeveralField):
    """Several values, each of which some record has in `column`; one query, however many."""

    def __init__(self, rows: QuerySet[Any], column: str, noun: str, **options: Any) -> None:
        self.rows, self.column, self.noun = rows, column, noun
        super().__init__(**options)

    def validate(self, value: Sequence[str]) -> None:
        if len(value) > MANY_VALUES:
            raise ValidationError(f"Choose at most {MANY_VALUES} values.")
        if any("\0" in each or len(each) > 200 for each in value):
            raise ValidationError(f"This is no {self.noun}: take one from the list of results.")
        known = self.rows.filter(**{f"{self.column}__in": value}) if value else self.rows.none()
        found = set(known.order_by().values_list(self.column, flat=True).distinct())
        if unknown := [each for each in value if each not in found]:
            raise ValidationError(
                f"There is no {self.noun} “{unknown[0]}”: take one from the list of results."
            )


class ChoicesField(SeveralField):
    """Several of a fixed list; a value that is not on it is answered with the list."""

    def __init__(self, choices: Sequence[tuple[str, str]], **options: Any) -> None:
        known = ", ".join(value for value, _ in choices)
        super().__init__(choices=choices, **options)
        self.error_messages["invalid_choice"] = f"“%(value)s” is not one of {known}."


class QueryFilter(Filter):
    field_class = QueryField


class EdtfDateFilter(Filter):
    field_class = EdtfDateField


class ValuesFilter(Filter):
    field_class = ValuesField


class ChoicesFilter(Filter):
    field_class = ChoicesField


class PageFilter(Filter):
    field_class = forms.IntegerField


class QuoteForm(forms.Form):
    """The filter set's form: what no single parameter can tell is wrong."""

    def clean(self) -> None:
        for start, end in (("said_from", "said_to"), ("published_from", "published_to")):
            first, last = (self.cleaned_data.get(name) for name in (start, end))
            if first and last and (first.earliest or date.min) > (last.latest or date.max):
                self.add_error(
                    start,
                    f"“{first.text}” is later than “{last.text}” in "
                    f"“{self.fields[end].label}”: exchange the two.",
                )


class QuoteFilterSet(FilterSet):
    """The search's parameters. `search` is what they ask for, less what could not be read."""

    q = QueryFilter(label="Query")
    speaker = ValuesFilter(
        label="Speaker", rows=Speaker.objects.public(), column="slug", noun="speaker"
    )
    position = ValuesFilter(
        label="Office", rows=Position.objects.public(), column="title", noun="office"
    )
    publication = ValuesFilter(
        label="Publication", rows=Publication.objects.public(), column="slug", noun="publication"
    )
    topic = ValuesFilter(label="Topic", rows=Topic.objects.public(), column="slug", noun="topic")
    lang = ValuesFilter(
        label="Language", rows=Quote.objects.published(), column="language", noun="language"
    )
    mode = ChoicesFilter(label="Mode", choices=Mode.choices)
    standing = ChoicesFilter(label="Standing", choices=Standing.choices)
    verdict = ChoicesFilter(label="Words checked", choices=VERDICTS)
    place = CharFilter(label="Place", max_length=200)
    said_from = EdtfDateFilter(label="Said from")
    said_to = EdtfDateFilter(label="Said to")
    published_from = EdtfDateFilter(label="Published from")
    published_to = EdtfDateFilter(label="Published to")
    sort = ChoiceFilter(label="Sort", choices=tuple(SORTS.items()), error_messages=UNKNOWN_SORT)
    page = PageFilter(label="Page", min_value=1, max_value=LAST_PAGE)

    class Meta:
        model = Quote
        form = QuoteForm
        fields: tuple[str, ...] = ()

    @cached_property
    def search(self) -> Search:
        """What is asked. A parameter with an error is left out; `form.errors` names it."""
        self.form.is_valid()
        asked = self.form.cleaned_data
        query = asked.get("q") or Query()
        return Search(
            asked=query,
            chosen={facet: tuple(asked.get(facet) or ()) for facet in FACETS},
            place=asked.get("place") or "",
            said=self._days("said"),
            published=self._days("published"),
            # Without words nothing is more relevant than anything else.
            sort=asked.get("sort") or ("newest" if query.is_empty else "relevance"),
            page=int(asked.get("page") or 1),
        )

    def _days(self, name: str) -> Days:
        first, last = (self.form.cleaned_data.get(f"{name}_{end}") for end in ("from", "to"))
        return Days(first.earliest if first else None, last.latest if last else None)

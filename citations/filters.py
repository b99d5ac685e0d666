"""The border of every list of quotes: what may be asked, and what is said of the rest.

Pages, exports and feeds read the same parameters through the same filter set.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache, cached_property
from typing import Any, Self

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django_filters import CharFilter, ChoiceFilter, Filter, FilterSet

from citations.languages import usual_form
from citations.models import Mode, Position, Publication, Quote, Speaker, Standing, Topic, Verdict
from citations.models.fields import validate_language
from citations.search.analysis import terms
from citations.search.find import PAGE_SIZE, Days, Search
from citations.search.query import Query, parse
from citations.search.schema import FACETS, NOT_CHECKED
from citations.text.dates import Edtf, parse_edtf

LAST_PAGE = 500
BEYOND_LAST = (
    f"Pages end at {LAST_PAGE}, after {LAST_PAGE * PAGE_SIZE:,} quotations: "
    "narrow the search, or download what it finds."
)
MANY_VALUES = 50
# What the plain words of a query are looked for in.
SCOPES = {"quotation": "The quotation", "context": "The words around it"}
SORTS = {"relevance": "Relevance", "newest": "Newest", "oldest": "Oldest"}
VERDICTS = (*Verdict.choices, (NOT_CHECKED, "Not checked"))


def one_of(names: Iterable[str]) -> dict[str, str]:
    """What is said of a choice that is none of these."""
    return {"invalid_choice": f"“%(value)s” is not one of {', '.join(names)}."}


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
    """Several values, each once; the empty ones ask for nothing."""

    def to_python(self, value: Any) -> list[str]:
        return list(dict.fromkeys(each for each in super().to_python(value) if each.strip()))


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
        if unknown := self._unknown(value):
            raise ValidationError(
                f"There is no {self.noun} “{unknown[0]}”: take one from the list of results.",
                code="unknown",
            )

    def _unknown(self, value: Sequence[str]) -> list[str]:
        if not value:
            return []
        known = self.rows.filter(**{f"{self.column}__in": value})
        found = set(known.order_by().values_list(self.column, flat=True).distinct())
        return [each for each in value if each not in found]


class SpeakersField(ValuesField):
    """Several speakers; one who is merged stands for the one who was kept."""

    def clean(self, value: Any) -> list[str]:
        try:
            return list(super().clean(value))
        except ValidationError as error:
            merged = Speaker.objects.filter(slug__in=value).exclude(merged_into=None)
            if error.code != "unknown" or not (kept := {one.slug: one.kept.slug for one in merged}):
                raise
            return list(super().clean(list(dict.fromkeys(kept.get(one, one) for one in value))))


class LanguagesField(SeveralField):
    """Several languages by their BCP 47 tags, whether or not something is in them."""

    def to_python(self, value: Any) -> list[str]:
        return list(dict.fromkeys(map(usual_form, super().to_python(value))))

    def validate(self, value: Sequence[str]) -> None:
        if len(value) > MANY_VALUES:
            raise ValidationError(f"Choose at most {MANY_VALUES} values.")
        for tag in value:
            validate_language(tag)


class ChoicesField(SeveralField):
    """Several of a fixed list; a value that is not on it is answered with the list."""

    def __init__(self, choices: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(choices=choices, **options)
        self.error_messages |= one_of(value for value, _ in choices)


class Shared:
    """A filter that keeps nothing of a request: one for all filter sets, instead of a deep copy."""

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self


class PlaceField(forms.CharField):
    """Words of a place's name."""

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if text and not terms(text):
            raise ValidationError(f"“{text}” holds nothing to search for: write a word.")
        return text


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
            asked=self.meant(query),
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

    def _days(self, name: str) -> Days:
        first, last = (self.form.cleaned_data.get(f"{name}_{end}") for end in ("from", "to"))
        return Days(first.earliest if first else None, last.latest if last else None)


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

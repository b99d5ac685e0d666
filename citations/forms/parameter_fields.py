"""Fields of the border: each reads one parameter, or says what is wrong with it and what to do."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from citations.edtf.parsing import Edtf, parse_edtf
from citations.index.analysis import index_terms
from citations.models import Speaker
from citations.models.base.edtf_fields import validate_language
from citations.query.parser import Query, parse_query
from citations.text.languages import usual_form

MANY_VALUES = 50


def one_of(names: Iterable[str]) -> dict[str, str]:
    """What is said of a choice that is none of these."""
    return {"invalid_choice": f"“%(value)s” is not one of {', '.join(names)}."}


class QueryField(forms.Field):
    """The query language: any text is taken, and the query itself says what it ignored."""

    def clean(self, value: Any) -> Query:
        return parse_query(value or "")


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


class PlaceField(forms.CharField):
    """Words of a place's name."""

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if text and not index_terms(text):
            raise ValidationError(f"“{text}” holds nothing to search for: write a word.")
        return text

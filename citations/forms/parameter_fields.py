"""Form fields for parameters: each reads one, or says what is wrong and what to do."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from citations.edtf.parsing import Edtf, parse_edtf
from citations.index.analysis import index_terms
from citations.models import Speaker
from citations.models.base.edtf_fields import validate_language
from citations.query.parser import Query, parse_query
from citations.text.languages import usual_form

MOST_VALUES = 50


def invalid_choice_message(names: Iterable[str]) -> dict[str, Any]:
    """The `error_messages` of a choice among these names."""
    message = gettext_lazy("“%(value)s” is not one of {names}.")
    return {"invalid_choice": format_lazy(message, names=", ".join(names))}


class QueryField(forms.Field):
    """The query language. Any text is accepted; the query itself lists what it ignored."""

    def clean(self, value: Any) -> Query:
        return parse_query(value or "")


class EdtfDateField(forms.CharField):
    """A date of any precision in EDTF; None if empty."""

    def clean(self, value: Any) -> Edtf | None:
        text = super().clean(value)
        try:
            return parse_edtf(text) if text else None
        except ValueError as error:
            raise ValidationError(str(error), code="edtf") from error


class MultipleValuesField(forms.MultipleChoiceField):
    """Several values, without empty ones and repetitions."""

    def to_python(self, value: Any) -> list[str]:
        return list(dict.fromkeys(each for each in super().to_python(value) if each.strip()))


class RecordValuesField(MultipleValuesField):
    """Several values that records have in `column`, checked in one query."""

    def __init__(
        self, rows: QuerySet[Any], column: str, noun: str | Promise, **options: Any
    ) -> None:
        self.rows, self.column, self.noun = rows, column, noun
        super().__init__(**options)

    def validate(self, value: Sequence[str]) -> None:
        if len(value) > MOST_VALUES:
            raise ValidationError(_("Choose at most %(most)s values.") % {"most": MOST_VALUES})
        if any("\0" in each or len(each) > 200 for each in value):
            raise ValidationError(
                _("This is not a %(noun)s: choose one listed beside the results.")
                % {"noun": self.noun}
            )
        if unknown := self._unknown(value):
            raise ValidationError(
                _("There is no %(noun)s “%(value)s”: choose one listed beside the results.")
                % {"noun": self.noun, "value": unknown[0]},
                code="unknown",
            )

    def _unknown(self, value: Sequence[str]) -> list[str]:
        if not value:
            return []
        known = self.rows.filter(**{f"{self.column}__in": value})
        found = set(known.order_by().values_list(self.column, flat=True).distinct())
        return [each for each in value if each not in found]


class SpeakersField(RecordValuesField):
    """Several speakers; a merged one is replaced by the speaker it was merged into."""

    def clean(self, value: Any) -> list[str]:
        try:
            return list(super().clean(value))
        except ValidationError as error:
            merged = Speaker.objects.filter(slug__in=value).exclude(merged_into=None)
            if error.code != "unknown" or not (
                kept := {one.slug: one.merge_target.slug for one in merged}
            ):
                raise
            return list(super().clean(list(dict.fromkeys(kept.get(one, one) for one in value))))


class LanguagesField(MultipleValuesField):
    """Several languages by their BCP 47 tags, whether or not any quote is in them."""

    def to_python(self, value: Any) -> list[str]:
        return list(dict.fromkeys(map(usual_form, super().to_python(value))))

    def validate(self, value: Sequence[str]) -> None:
        if len(value) > MOST_VALUES:
            raise ValidationError(_("Choose at most %(most)s values.") % {"most": MOST_VALUES})
        for tag in value:
            validate_language(tag)


class MultipleChoicesField(MultipleValuesField):
    """Several values of a fixed list; the error for any other value names the whole list."""

    def __init__(self, choices: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(choices=choices, **options)
        self.error_messages |= invalid_choice_message(value for value, _ in choices)


class PlaceField(forms.CharField):
    """Words from the name of a place."""

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if text and not index_terms(text):
            raise ValidationError(_("“%(text)s” has no word to search for.") % {"text": text})
        return text

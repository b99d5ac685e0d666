"""Values of the exchange format: types that the JSON Schema shows, and checks that it cannot."""

import re
from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator, validate_slug
from django.db.models import Model
from msgspec import Meta, Struct

from citations.edtf.parsing import parse_edtf
from citations.models.base.constraints import constraint_message
from citations.models.base.edtf_fields import LONGEST_EDTF, LONGEST_LANGUAGE, validate_language
from citations.models.base.permanent_keys import validate_key
from citations.models.quotes import LONGEST_QUOTE

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class InvalidValueError(ValueError):
    """A value that its record refuses: the field, and the reason."""

    def __init__(self, field: str, reason: "StrOrPromise") -> None:
        self.field = field
        super().__init__(str(reason))


def pattern_of(validator: RegexValidator, blank: bool = False) -> str:
    r"""A validator's pattern for JSON Schema (ECMA 262), which has no \A and \Z."""
    end = r"(?![\s\S])"
    pattern = re.compile(validator.regex).pattern.replace(r"\A", "^").replace(r"\Z", end)
    return f"{pattern}|^{end}" if blank else pattern


Key = Annotated[str, Meta(pattern=pattern_of(validate_key))]
Slug = Annotated[str, Meta(pattern=pattern_of(validate_slug), max_length=100)]
Language = Annotated[str, Meta(pattern=pattern_of(validate_language), max_length=LONGEST_LANGUAGE)]
LanguageOrNone = Annotated[
    str, Meta(pattern=pattern_of(validate_language, blank=True), max_length=LONGEST_LANGUAGE)
]
Edtf = Annotated[str, Meta(max_length=LONGEST_EDTF, description="EDTF, or empty")]
Address = Annotated[str, Meta(max_length=2000, description="http:// or https://, or empty")]
Time = Annotated[datetime, Meta(tz=True)]
# The most entries of a list in a record.
MANY_ITEMS = Meta(max_length=10_000)
Words = Annotated[str, Meta(min_length=1, max_length=LONGEST_QUOTE)]
Offset = Annotated[int, Meta(ge=0, description="in code points")]

Upto9 = Annotated[str, Meta(max_length=9)]
Upto20 = Annotated[str, Meta(max_length=20)]
Upto100 = Annotated[str, Meta(max_length=100)]
Upto200 = Annotated[str, Meta(max_length=200)]
Upto300 = Annotated[str, Meta(max_length=300)]
Upto500 = Annotated[str, Meta(max_length=500)]
Name200 = Annotated[str, Meta(min_length=1, max_length=200)]
Name500 = Annotated[str, Meta(min_length=1, max_length=500)]


def constraint_error(field: str, model: type[Model], constraint: str) -> InvalidValueError:
    """The error of a record that would break a database constraint, in the words of that."""
    return InvalidValueError(field, constraint_message(model, constraint))


def check_distinct(field: str, names: list[Any]) -> None:
    if len(names) > 1 and (doubles := [name for name, n in Counter(names).items() if n > 1]):
        name = doubles[0] if isinstance(doubles[0], str) else " ".join(doubles[0])
        raise InvalidValueError(field, f"{name[:60].strip()} is listed twice.")


def normalize_dates(record: Struct, *names: str) -> None:
    """Set these fields to their stored form. Raises `InvalidValueError` if one is not EDTF."""
    for name in names:
        text = getattr(record, name).strip()
        try:
            setattr(record, name, parse_edtf(text).text if text else "")
        except ValueError as error:
            raise InvalidValueError(name, str(error)) from error


_check_address = URLValidator(schemes=["http", "https"])


def check_addresses(record: Struct, *names: str) -> None:
    for name in names:
        if not (address := getattr(record, name)):
            continue
        try:
            _check_address(address)
        except ValidationError as error:
            reason = "Write an address that begins with http:// or https://."
            raise InvalidValueError(name, reason) from error

"""Values of the exchange format: what a field may hold, and what is wrong with it if it does not.

The types make the JSON Schema too; the checks are what it cannot say.
"""

import re
from collections import Counter
from datetime import datetime
from typing import Annotated, Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator, validate_slug
from msgspec import Meta, Struct

from citations.edtf.parsing import parse_edtf
from citations.models.base.edtf_fields import LONGEST_EDTF, LONGEST_LANGUAGE, validate_language
from citations.models.base.permanent_keys import validate_key
from citations.models.quotes import LONGEST_QUOTE


class InvalidValueError(ValueError):
    """A value that its own record refuses: the field, and the reason."""

    def __init__(self, field: str, reason: str) -> None:
        self.field = field
        super().__init__(reason)


def pattern_of(validator: RegexValidator, blank: bool = False) -> str:
    r"""A validator's pattern as JSON Schema writes it (ECMA 262), which has no \A and \Z."""
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
# Entries of a list in a record.
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


def check_distinct(field: str, names: list[Any]) -> None:
    if len(names) > 1 and (doubles := [name for name, n in Counter(names).items() if n > 1]):
        shown = doubles[0] if isinstance(doubles[0], str) else " ".join(doubles[0])
        raise InvalidValueError(field, f"{shown[:60].strip()} stands here twice.")


def normalize_dates(record: Struct, *names: str) -> None:
    """Refuse what is no EDTF, and keep the rest as it is stored."""
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

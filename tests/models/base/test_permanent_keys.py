"""Permanent keys: which texts are keys, and keys derived from texts."""

import pytest
from django.core.exceptions import ValidationError

from citations.models.base.permanent_keys import derived_key, new_key, validate_key

pytestmark = pytest.mark.django_db


def test_a_new_key_is_valid() -> None:
    for _ in range(100):
        validate_key(new_key())


@pytest.mark.parametrize(
    "key",
    [
        "ABCDEFG",  # short
        "ABCDEFGHJ",  # long
        "abcdefgh",
        "ABCDEFGI",  # read as 1
        "ABCDEFGL",
        "ABCDEFGO",  # read as 0
        "ABCDEFGU",
        "ABCDEFG\n",
        "",
    ],
)
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(ValidationError):
        validate_key(key)


def test_a_derived_key_is_always_the_same_and_valid() -> None:
    first, second = derived_key("2026-11-01"), derived_key("2026-11-02")
    assert first == derived_key("2026-11-01") != second
    validate_key(first)

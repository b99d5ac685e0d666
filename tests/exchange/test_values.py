"""Values of the exchange format: patterns of the JSON Schema, and checks that it cannot have."""

import re
from typing import Any

import pytest
from msgspec import Struct

from citations import models
from citations.exchange.values import (
    InvalidValueError,
    check_addresses,
    check_distinct,
    constraint_error,
    normalize_dates,
    pattern_of,
)
from citations.models.base.edtf_fields import validate_language
from citations.models.base.permanent_keys import validate_key


class Dated(Struct):
    day: str = ""
    url: str = ""


@pytest.mark.parametrize(
    ("value", "matches"),
    [("ABCDEFGH", True), ("ABCDEFG", False), ("ABCDEFGH\n", False), ("", False)],
)
def test_a_pattern_matches_whole_values(value: str, matches: bool) -> None:
    assert bool(re.search(pattern_of(validate_key), value)) is matches


def test_a_pattern_may_allow_an_empty_value() -> None:
    pattern = pattern_of(validate_language, blank=True)
    assert re.search(pattern, "")
    assert re.search(pattern, "pt-BR")
    assert not re.search(pattern, "\n")
    assert "\\A" not in pattern


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        (["a", "b"], ""),
        ([], ""),
        (["a", "b", "a"], "a is listed twice."),
        ([("Mayor", "2020"), ("Mayor", "2020")], "Mayor 2020 is listed twice."),
        (["x" * 100] * 2, f"{'x' * 60} is listed twice."),
    ],
)
def test_names_are_distinct(names: list[Any], reason: str) -> None:
    if not reason:
        check_distinct("names", names)
        return
    with pytest.raises(InvalidValueError, match=f"^{reason}$") as caught:
        check_distinct("names", names)
    assert caught.value.field == "names"


def test_dates_are_stored_in_one_form() -> None:
    record = Dated(day=" 2021-05 ")
    normalize_dates(record, "day")
    assert record.day == "2021-05"
    with pytest.raises(InvalidValueError) as caught:
        normalize_dates(Dated(day="May"), "day")
    assert caught.value.field == "day"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "example.com", "ftp://a.example"])
def test_only_web_addresses_are_accepted(url: str) -> None:
    with pytest.raises(InvalidValueError, match="begins with http"):
        check_addresses(Dated(url=url), "url")
    check_addresses(Dated(url="https://a.example/"), "url")
    check_addresses(Dated(), "url")


def test_an_error_has_the_words_of_the_constraint() -> None:
    error = constraint_error("names", models.SpeakerName, "speakername_one_preferred")
    assert (error.field, str(error)) == ("names", "A speaker has only one preferred name.")

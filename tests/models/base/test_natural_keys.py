"""Natural keys: rows are found by them, and incomplete keys are refused."""

from collections.abc import Callable
from typing import Any

import pytest

from citations.models import (
    SpeakerName,
)
from tests.support.rows import (
    RIGHT,
    saved,
    verification,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("right", [one for one in RIGHT if one is not verification])
def test_a_row_is_found_by_its_natural_key(right: Callable[[], Any]) -> None:
    row = saved(right())
    assert type(row).objects.get_by_natural_key(*row.natural_key()) == row


def test_a_natural_key_past_a_missing_relation_is_none() -> None:
    assert SpeakerName(name="Mayor").natural_key() == (None, "Mayor")


def test_a_natural_key_has_all_its_parts() -> None:
    reason = r"The natural key of a speaker name is \[speaker__slug, name\], not \['mayor'\]."
    with pytest.raises(ValueError, match=reason):
        SpeakerName.objects.get_by_natural_key("mayor")

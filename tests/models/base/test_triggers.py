"""Triggers: records that never change, and the changelog they write."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from citations.models import Change
from tests.support.rows import (
    saved,
    snapshot,
    topic,
    verification,
)

pytestmark = pytest.mark.django_db


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("right", "column", "value"), [(snapshot, "text", "Other."), (verification, "note", "Other.")]
)
def test_replacing_a_row_does_not_edit_it(
    right: Callable[[], Any], column: str, value: str
) -> None:
    row = saved(right())
    table, columns = row._meta.db_table, [f'"{one.column}"' for one in row._meta.concrete_fields]
    source = ", ".join("%s" if one == f'"{column}"' else one for one in columns)
    replace = f"REPLACE INTO {table} ({', '.join(columns)}) SELECT {source} FROM {table}"
    with pytest.raises(IntegrityError, match="is never edited"), transaction.atomic():
        connection.cursor().execute(replace, [value])
    connection.cursor().execute(replace, [getattr(row, column)])  # the same again is no edit
    row.refresh_from_db()
    assert getattr(row, column) != value


@pytest.mark.sqlite
def test_a_row_that_gives_way_to_another_is_in_the_log() -> None:
    old = saved(topic())
    Change.objects.all().delete()
    connection.cursor().execute(
        "REPLACE INTO citations_topic (id, slug, name) VALUES (%s, 'building', 'Building')",
        [old.pk + 1],
    )
    assert {one.subject_id for one in Change.objects.all()} == {old.pk, old.pk + 1}

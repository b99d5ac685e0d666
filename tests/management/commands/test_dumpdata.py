"""`manage.py dumpdata`: without the changelog, searches, and history that has no natural keys."""

import io
import json
from datetime import date

import pytest
from django.core.management import call_command

from citations.models import Change, WantedSearch
from tests.support.rows import saved, topic

pytestmark = pytest.mark.django_db


def dumped_models(**options: bool) -> set[str]:
    out = io.StringIO()
    call_command("dumpdata", "citations", stdout=out, **options)
    return {node["model"] for node in json.loads(out.getvalue())}


def test_it_leaves_out_what_belongs_to_this_database_alone() -> None:
    saved(topic())
    WantedSearch.objects.note("zanzibar", date(2026, 1, 1))
    assert Change.objects.exists()
    assert dumped_models() == {"citations.topic", "citations.historicaltopic"}


def test_with_natural_keys_it_leaves_out_the_history_too() -> None:
    saved(topic())
    assert dumped_models(use_natural_primary_keys=True) == {"citations.topic"}
    assert dumped_models(use_natural_foreign_keys=True) == {"citations.topic"}

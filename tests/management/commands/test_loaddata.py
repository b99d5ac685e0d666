"""`manage.py loaddata`: all of a fixture or nothing, and the wrong record is named."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from citations.models import Topic

pytestmark = pytest.mark.django_db


def fixture(path: Path, *nodes: dict[str, Any]) -> str:
    path.write_text(json.dumps(nodes))
    return str(path)


def topic(slug: str, name: str) -> dict[str, Any]:
    return {"model": "citations.topic", "fields": {"slug": slug, "name": name}}


def test_it_loads_records_by_their_natural_keys(tmp_path: Path) -> None:
    for name in ("Peace", "Peace talks"):
        file = fixture(tmp_path / "topics.json", topic("peace", name))
        call_command("loaddata", file, verbosity=0)
    assert Topic.objects.get().name == "Peace talks"


def test_a_wrong_record_is_named_and_nothing_is_loaded(tmp_path: Path) -> None:
    file = fixture(tmp_path / "topics.json", topic("peace", "Peace"), topic("war", ""))
    with pytest.raises(CommandError, match=r"citations\.topic war: name: .*\nNothing was loaded"):
        call_command("loaddata", file, verbosity=0)
    assert not Topic.objects.exists()

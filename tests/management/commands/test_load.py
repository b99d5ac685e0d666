"""`manage.py load`: a summary, the JSON Schema, and failure when lines are refused."""

import json
from pathlib import Path

import pytest

from citations.models import Topic
from tests.support.exchange_records import TOPIC, run_load, write_lines


def test_it_prints_the_schema_of_a_line() -> None:
    out, err = run_load(schema=True)
    assert err == ""
    assert json.loads(out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.django_db
def test_it_sums_up_and_brings_the_index_up_to_date(tmp_path: Path) -> None:
    out, err = run_load(write_lines(tmp_path / "topics.jsonl", TOPIC))
    assert err == ""
    assert out.splitlines()[0] == "topic: 1 added, 0 changed, 0 unchanged, 0 refused"
    assert len(out.splitlines()) == 2


@pytest.mark.django_db
def test_a_dry_run_reports_and_changes_nothing(tmp_path: Path) -> None:
    out, _ = run_load(write_lines(tmp_path / "topics.jsonl", TOPIC), dry_run=True)
    assert out == "dry run: topic: 1 added, 0 changed, 0 unchanged, 0 refused\n"
    assert not Topic.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("options", "loaded", "message"),
    [
        ({}, 1, "Refused lines: 1."),
        ({"strict": True}, 0, "This line was refused. Nothing was loaded."),
    ],
)
def test_refused_lines_are_a_failure(
    tmp_path: Path, options: dict[str, bool], loaded: int, message: str
) -> None:
    wrong = {**TOPIC, "slug": "no name"}
    _, err = run_load(write_lines(tmp_path / "topics.jsonl", TOPIC, wrong), **options)
    assert ":2: slug: " in err
    assert err.splitlines()[-1] == message
    assert Topic.objects.count() == loaded

"""Loading publications, topics, occasions and relations."""

from pathlib import Path

import pytest

from citations.models import Occasion, Publication, QuoteRelation, Topic
from tests.support.exchange_records import GOOD, QUOTE, TOPIC, run_load, write_lines

pytestmark = pytest.mark.django_db

PAPER = {"type": "publication", "slug": "paper", "name": "The Paper", "kind": "newspaper"}
SPEECH = {"type": "occasion", "slug": "speech", "date": "2021-05", "event": "speech"}
OTHER = {**QUOTE, "key": "Q0000001", "state": "proposed", "appearances": []}
RELATION = {"type": "relation", "quote": "Q0000001", "kind": "restates", "other": "Q0000000"}


def test_records_are_added_changed_and_left_alone(tmp_path: Path) -> None:
    out, err = run_load(write_lines(tmp_path / "a.jsonl", PAPER, SPEECH, TOPIC))
    assert (err, out.count("1 added, 0 changed")) == ("", 3)
    renamed = {**PAPER, "name": "The Papers"}
    out, _ = run_load(write_lines(tmp_path / "b.jsonl", renamed, SPEECH, TOPIC))
    assert "publication: 0 added, 1 changed, 0 unchanged, 0 refused" in out
    assert "occasion: 0 added, 0 changed, 1 unchanged, 0 refused" in out
    assert Publication.objects.get().name == "The Papers"
    assert Publication.objects.get().history.count() == 1
    assert str(Occasion.objects.get().date_latest) == "2021-05-31"
    assert Topic.objects.get().name == "Peace"


def test_a_relation_is_added_once_for_each_kind(tmp_path: Path) -> None:
    answer = {**RELATION, "kind": "answers"}
    run_load(write_lines(tmp_path / "a.jsonl", *GOOD, OTHER, RELATION))
    out, err = run_load(write_lines(tmp_path / "b.jsonl", RELATION, answer))
    assert err == ""
    assert "relation: 1 added, 0 changed, 1 unchanged, 0 refused" in out
    assert set(QuoteRelation.objects.values_list("kind", flat=True)) == {"restates", "answers"}


def test_a_record_is_in_a_file_once(tmp_path: Path) -> None:
    _, err = run_load(write_lines(tmp_path / "a.jsonl", PAPER, {**PAPER, "name": "Another"}))
    assert ":2: slug: This file already has paper." in err
    assert Publication.objects.get().name == "The Paper"

"""Loading quotes: their topics and appearances."""

from pathlib import Path

from citations.models import (
    Quote,
)
from tests.support.exchange_records import GOOD, QUOTE, run_load, write_lines


def test_topics_that_are_not_given_stay(db: None, tmp_path: Path) -> None:
    run_load(write_lines(tmp_path / "good.jsonl", *GOOD))
    quote = {name: value for name, value in QUOTE.items() if name != "topics"}
    assert "1 unchanged" in run_load(write_lines(tmp_path / "again.jsonl", quote))[0]
    assert Quote.objects.get().topics.count() == 1


def test_topics_alone_are_a_change(db: None, tmp_path: Path) -> None:
    run_load(write_lines(tmp_path / "good.jsonl", *GOOD))
    assert (
        "0 added, 1 changed"
        in run_load(write_lines(tmp_path / "n.jsonl", {**QUOTE, "topics": []}))[0]
    )
    assert Quote.objects.get().topics.count() == 0
    assert Quote.history.get().topics.count() == 0

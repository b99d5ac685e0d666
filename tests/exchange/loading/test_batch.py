"""A batch: what changes, what stays, and records that the database refuses."""

from pathlib import Path

from citations.exchange.loading.batch import BitSet
from citations.models import (
    Quote,
    Topic,
)
from tests.support.exchange_records import ARTICLE, QUOTE, SPEAKER, TOPIC, run_load, write_lines


def test_a_line_that_only_the_database_refuses_is_found(db: None, tmp_path: Path) -> None:
    topics = [{**TOPIC, "slug": f"t{n}", "name": f"n{n}"} for n in range(50)]
    topics[17]["name"], topics[31]["name"] = "n3", "n4"
    file = write_lines(tmp_path / "bad.jsonl", *topics)
    out, err = run_load(file)
    assert err.splitlines()[:2] == [
        f"{file}:{line}: Another topic has this name." for line in (18, 32)
    ]
    assert Topic.objects.count() == 48


def test_a_batch_that_names_too_much_at_once_is_loaded_in_parts(db: None, tmp_path: Path) -> None:
    """SQLite takes 250,000 values in a query, PostgreSQL 65,535."""
    quote = {**QUOTE, "state": "proposed", "appearances": []}
    many = [
        {**quote, "key": f"Q{n:07}", "topics": [f"t-{n}-{m}" for m in range(9500)]}
        for n in range(1, 29)
    ]
    _, err = run_load(write_lines(tmp_path / "many.jsonl", SPEAKER, TOPIC, ARTICLE, *many, QUOTE))
    assert err.count("There is no topic t-") == len(many)
    assert Quote.objects.count() == 1


def test_numbers_are_kept_in_a_few_bits() -> None:
    numbers = BitSet()
    for number in (1, 7, 8, 32768, 2**40):
        numbers.add(number)
    assert all(number in numbers for number in (1, 7, 8, 32768, 2**40))
    assert not any(number in numbers for number in (0, 2, 9, 32767, 2**40 + 1))
    assert len(numbers.pages) == 3

"""Loading articles: their snapshots, and what they derive from."""

from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from citations.models import (
    Article,
    Snapshot,
)
from tests.support.exchange_records import ARTICLE, GOOD, TEXT, run_load, write_lines


def test_articles_do_not_derive_from_one_another_in_a_circle(db: None, tmp_path: Path) -> None:
    one, two, three = ({**ARTICLE, "key": f"ARTC000{n}", "snapshots": []} for n in "123")
    run_load(write_lines(tmp_path / "a.jsonl", one, two | {"derived_from": one["key"]}, three))
    closing = [three | {"derived_from": two["key"]}, one | {"derived_from": three["key"]}]
    _, err = run_load(write_lines(tmp_path / "b.jsonl", *closing))
    assert ":2: derived_from: That article derives from this one" in err
    article = Article.objects.get(key=one["key"])
    article.derived_from = Article.objects.get(key=three["key"])
    with pytest.raises(ValidationError, match="That article derives from this one"):
        article.full_clean()


def test_texts_are_added_and_never_changed(db: None, tmp_path: Path) -> None:
    run_load(write_lines(tmp_path / "good.jsonl", *GOOD))
    taken = {"text": "Another text.", "taken_at": "2023-01-01T09:00:00+09:00", "origin": "o"}
    article = {**ARTICLE, "snapshots": [{**ARTICLE["snapshots"][0], "origin": "file"}, taken]}
    assert run_load(write_lines(tmp_path / "new.jsonl", article))[1] == ""
    assert set(Snapshot.objects.values_list("text", "origin")) == {
        (TEXT, "file"),
        ("Another text.", "o"),
    }
    assert Article.objects.get().current_snapshot.text == "Another text."

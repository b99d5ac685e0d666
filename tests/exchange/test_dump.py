"""`manage.py dump`: everything, in an order that is always the same, and what loads it again."""

import gzip
import json
import os
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from citations.documents.json_lines import read_lines
from citations.exchange.dump import dump, dump_to_file
from citations.exchange.loading.load import LoadJob, load_files
from citations.models import (
    Appearance,
    Article,
    Occasion,
    Publication,
    Quote,
    QuoteRelation,
    Snapshot,
    Speaker,
    Topic,
    sha256_of,
)

# Every field of every record filled, in the order of a dump.
FULL = [
    {"type": "publication", "slug": "daily", "name": "The Daily", "kind": "newspaper",
     "country": "JP", "homepage": "https://daily.example/", "issn": "1234-567X"},
    {"type": "topic", "slug": "a-topic", "name": "Ein Thema"},
    {"type": "topic", "slug": "b-topic", "name": "Another"},
    {"type": "speaker", "slug": "kept", "name": "岸田 “K” <&>", "kind": "organisation",
     "description": "d", "birth": "1940~", "death": "[2001,2002]", "wikidata": "Q42",
     "notes": "line\nline\t\\",
     "names": [{"name": "Zed", "language": "ja", "family": "Z", "given": "ed",
                "order": "family-first", "kind": "preferred"}, {"name": "Abe"}],
     "positions": [{"title": "Head", "organisation": "Org", "start": "2001", "end": "2003"},
                   {"title": "Head"}]},
    {"type": "speaker", "slug": "another-merged", "name": "Merged", "merged_into": "kept"},
    {"type": "occasion", "slug": "day", "date": "2022-03-22", "event": "e", "place": "p",
     "note": "n"},
    {"type": "article", "key": "ZZZZZZZ0", "headline": "H", "kind": "webpage",
     "publication": "daily", "byline": ["A", "B"], "published": "2022-03", "language": "fr",
     "url": "https://daily.example/1", "archived_url": "http://archive.example/1",
     "accessed": "2022-04-01", "note": "n",
     "snapshots": [
         {"text": "He said “yes” and “no”. 😀 End.", "taken_at": "2022-03-23T01:02:03.000004Z",
          "origin": "o"},
         {"text": "Later.", "taken_at": "2022-03-24T00:00:00Z"}]},
    {"type": "article", "key": "AAAAAAA0", "headline": "Copy", "kind": "report",
     "derived_from": "ZZZZZZZ0"},
    {"type": "article", "key": "00000000", "headline": "Copy of it", "kind": "report",
     "derived_from": "AAAAAAA0"},
    {"type": "quote", "key": "QQQQQQQ0", "speaker": "kept", "text": "Yes, no", "language": "fr",
     "original": "はい", "original_language": "ja", "mode": "partial", "occasion": "day",
     "position": {"title": "Head", "start": "2001"}, "topics": ["a-topic", "b-topic"],
     "state": "published", "standing": "misattributed", "standing_note": "why",
     "correct_speaker": "another-merged", "note": "n",
     "appearances": [
         {"key": "ZZZZZZZ1", "article": "ZZZZZZZ0",
          "snapshot": "SHA", "segments": [[9, 12], [19, 21]], "exact": "yes no",
          "prefix": "He said “", "suffix": "”. 😀 End.", "attribution": "He", "cue": "said",
          "translated": True, "primary": True},
         {"key": "AAAAAAA1", "article": "AAAAAAA0", "exact": "oui", "prefix": "p",
          "suffix": "s"}]},
    {"type": "quote", "key": "QQQQQQQ1", "speaker": "kept", "text": "t",
     "position": {"title": "Head"}, "topics": [], "state": "rejected"},
    {"type": "quote", "key": "QQQQQQQ2", "speaker": "kept", "text": "t", "topics": []},
    {"type": "relation", "quote": "QQQQQQQ1", "kind": "restates", "other": "QQQQQQQ0"},
]  # fmt: skip


def full() -> bytes:
    article, quote = (next(r for r in FULL if r.get("key") == k) for k in ("ZZZZZZZ0", "QQQQQQQ0"))
    quote["appearances"][0]["snapshot"] = sha256_of(article["snapshots"][0]["text"])
    return b"".join(
        json.dumps(each, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        for each in FULL
    )


def dumped() -> bytes:
    stream = BytesIO()
    dump(stream)
    return stream.getvalue()


def loaded(path: Path) -> LoadJob:
    refused = []
    loading = LoadJob(refused.append)
    load_files(loading, [(line for line, _ in read_lines(str(path)))])
    assert refused == []
    return loading


def test_a_record_with_every_field_comes_back_to_the_byte(db: None, tmp_path: Path) -> None:
    (path := tmp_path / "full.jsonl").write_bytes(full())
    loaded(path)
    assert dumped() == full()
    assert Appearance.objects.count() == 2
    assert Article.objects.get(key="ZZZZZZZ0").current_snapshot.text == "Later."


def test_the_seed_comes_back_to_the_byte(seed: None, tmp_path: Path) -> None:
    (path := tmp_path / "seed.jsonl").write_bytes(before := dumped())
    for model in (QuoteRelation, Quote, Snapshot, Article, Speaker, Publication, Topic, Occasion):
        model.objects.all().delete()
    loaded(path)
    assert dumped() == before
    assert Quote.objects.published().count() == 13


def test_what_has_the_default_is_left_out(db: None, tmp_path: Path) -> None:
    (path := tmp_path / "full.jsonl").write_bytes(full())
    loaded(path)
    assert (
        b'{"type":"quote","key":"QQQQQQQ2","speaker":"kept","text":"t","topics":[]}\n' in dumped()
    )


def test_articles_that_lead_in_a_circle_are_written_too(db: None) -> None:
    one = Article.objects.create(key="0000000A", headline="a", kind="report")
    other = Article.objects.create(key="0000000B", headline="b", kind="report", derived_from=one)
    Article.objects.filter(pk=one.pk).update(derived_from=other)
    assert dumped().count(b'"type":"article"') == 2


def test_a_chain_of_articles_comes_back_however_long(db: None, tmp_path: Path) -> None:
    keys = [f"{number:08X}" for number in range(99, -1, -1)]
    above = None
    for key in keys:
        above = Article.objects.create(key=key, headline="h", kind="report", derived_from=above)
    (path := tmp_path / "chain.jsonl").write_bytes(before := dumped())
    Article.objects.update(derived_from=None)
    Article.objects.all().delete()
    loaded(path)
    assert dumped() == before
    assert Article.objects.count() == 100


def test_a_dump_takes_topics_away_from_a_quote_that_has_none_in_it(
    seed: None, tmp_path: Path
) -> None:
    Quote.objects.get(text="difficult").topics.clear()
    (path := tmp_path / "seed.jsonl").write_bytes(before := dumped())
    Quote.objects.get(text="difficult").topics.add(Topic.objects.first())
    loaded(path)
    assert dumped() == before


def test_a_dump_is_written_into_a_pipe_and_through_a_link(seed: None, tmp_path: Path) -> None:
    (link := tmp_path / "link.jsonl").symlink_to(tmp_path / "target.jsonl")
    call_command("dump", str(link))
    assert link.is_symlink()
    os.mkfifo(pipe := tmp_path / "pipe")
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit(pipe.read_bytes)
        dump_to_file(str(pipe))
        assert read.result(10) == link.read_bytes() == dumped()
    assert pipe.is_fifo()


def test_a_compressed_dump_is_the_same_every_time(seed: None, tmp_path: Path) -> None:
    for name in ("one.jsonl.gz", "two.jsonl.gz"):
        call_command("dump", str(tmp_path / name))
    one, two = ((tmp_path / f"{name}.jsonl.gz").read_bytes() for name in ("one", "two"))
    assert one == two
    assert gzip.decompress(one) == dumped()
    assert sorted(path.name for path in tmp_path.glob("*.jsonl*")) == [
        "one.jsonl.gz",
        "two.jsonl.gz",
    ]


def test_a_dump_that_fails_leaves_the_file_before_it(
    seed: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path := tmp_path / "kept.jsonl").write_text("before")

    def fail(stream: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("citations.exchange.dump.dump", fail)
    with pytest.raises(CommandError, match="The dump is incomplete: No space"):
        call_command("dump", str(path))
    assert path.read_text() == "before"
    assert list(tmp_path.glob(".kept*")) == []


def test_it_writes_to_standard_output(
    seed: None, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    call_command("dump")
    assert capfdbinary.readouterr().out == dumped()


@pytest.mark.django_db(transaction=True)
def test_a_dump_holds_one_state_and_keeps_nobody_waiting() -> None:
    Topic.objects.create(slug="a", name="a")
    dumped()
    with transaction.atomic():
        assert connection.in_atomic_block
    assert getattr(connection, "transaction_mode", "IMMEDIATE") == "IMMEDIATE"

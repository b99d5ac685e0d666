"""`manage.py load`: what is good lands, what is not is named, and a second time changes nothing."""

import gzip
import io
import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from citations.documents import json_lines
from citations.exchange.loading.batch import BitSet
from citations.models import (
    Appearance,
    Article,
    Change,
    Quote,
    Snapshot,
    Speaker,
    SpeakerName,
    Topic,
    sha256_of,
)
from tests.support.checkout import untraced_environment

ROOT = Path(__file__).parents[3]
TEXT = "The minister said “we will go on” on Monday."
WORDS = [19, 32]
SPEAKER = {"type": "speaker", "slug": "abe", "name": "Abe", "names": [{"name": "Abe Shinzo"}],
           "positions": [{"title": "Minister", "start": "2001"}]}  # fmt: skip
TOPIC = {"type": "topic", "slug": "peace", "name": "Peace"}
ARTICLE = {"type": "article", "key": "ARTC0000", "headline": "H", "kind": "webpage",
           "snapshots": [{"text": TEXT, "taken_at": "2022-01-01T00:00:00Z"}]}  # fmt: skip
PRINTED = {"key": "APPR0000", "article": "ARTC0000", "snapshot": sha256_of(TEXT),
           "segments": [WORDS]}  # fmt: skip
QUOTE = {"type": "quote", "key": "Q0000000", "speaker": "abe", "text": "we will go on",
         "state": "published", "topics": ["peace"], "appearances": [PRINTED]}  # fmt: skip
GOOD = [SPEAKER, TOPIC, ARTICLE, QUOTE]


def written(path: Path, *records: Any) -> str:
    path.write_text("".join(f"{json.dumps(each)}\n" for each in records))
    return str(path)


def run(*files: str, **options: Any) -> tuple[str, str]:
    """What the command says, and what it says is wrong."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("load", *files, stdout=out, stderr=err, **options)
    except CommandError as error:
        err.write(f"{error}\n")
    return out.getvalue(), err.getvalue()


def test_records_land_and_can_be_searched(db: None, tmp_path: Path) -> None:
    out, err = run(written(tmp_path / "good.jsonl", *GOOD))
    assert err == ""
    assert "quote: 1 added, 0 changed, 0 unchanged, 0 refused\n" in out
    appearance = Appearance.objects.get()
    assert (appearance.exact, appearance.prefix) == ("we will go on", "The minister said “")
    assert list(Quote.objects.get().topics.all()) == [Topic.objects.get()]
    assert Quote.history.count() == 0


def test_the_same_file_again_changes_nothing(db: None, tmp_path: Path) -> None:
    file = written(tmp_path / "good.jsonl", *GOOD)
    run(file)
    changes, changed = Change.objects.count(), Quote.objects.get().changed
    out, err = run(file, file)
    assert err == ""
    assert "quote: 0 added, 0 changed, 2 unchanged, 0 refused\n" in out
    assert Change.objects.count() == changes
    assert Quote.objects.get().changed == changed


def test_what_differs_is_changed_with_a_line_of_history(db: None, tmp_path: Path) -> None:
    run(written(tmp_path / "good.jsonl", *GOOD))
    topics = [{**TOPIC, "slug": slug, "name": slug} for slug in ("war", "trade")]
    quote = {**QUOTE, "text": "We will go on.", "topics": ["war", "trade"]}
    names = [{"name": "Abe Shinzo", "kind": "preferred"}, {"name": "Shinzo"}]
    out, err = run(written(tmp_path / "new.jsonl", {**SPEAKER, "names": names}, *topics, quote))
    assert err == ""
    assert "quote: 0 added, 1 changed, 0 unchanged" in out
    assert "speaker: 0 added, 1 changed, 0 unchanged" in out
    line = Quote.history.get()
    assert (line.text, line.history_change_reason) == ("We will go on.", "load")
    assert {row.topic.slug for row in line.topics.all()} == {"war", "trade"}
    assert set(Quote.objects.get().topics.values_list("slug", flat=True)) == {"war", "trade"}
    assert SpeakerName.history.get().kind == "preferred"
    assert SpeakerName.objects.count() == 2


def test_topics_that_are_not_given_stay(db: None, tmp_path: Path) -> None:
    run(written(tmp_path / "good.jsonl", *GOOD))
    quote = {name: value for name, value in QUOTE.items() if name != "topics"}
    assert "1 unchanged" in run(written(tmp_path / "again.jsonl", quote))[0]
    assert Quote.objects.get().topics.count() == 1


def test_topics_alone_are_a_change(db: None, tmp_path: Path) -> None:
    run(written(tmp_path / "good.jsonl", *GOOD))
    assert "0 added, 1 changed" in run(written(tmp_path / "n.jsonl", {**QUOTE, "topics": []}))[0]
    assert Quote.objects.get().topics.count() == 0
    assert Quote.history.get().topics.count() == 0


def test_what_only_one_may_have_can_change_hands(db: None, tmp_path: Path) -> None:
    first, second = ({"name": name, "kind": "preferred"} for name in ("A", "B"))
    run(written(tmp_path / "one.jsonl", {**SPEAKER, "names": [first, {"name": "B"}]}))
    out, err = run(written(tmp_path / "two.jsonl", {**SPEAKER, "names": [second, {"name": "A"}]}))
    assert (err, "1 changed" in out) == ("", True)
    assert SpeakerName.objects.get(kind="preferred").name == "B"


def test_a_dry_run_says_what_would_be_and_writes_nothing(db: None, tmp_path: Path) -> None:
    out, err = run(written(tmp_path / "good.jsonl", *GOOD), dry_run=True)
    assert "dry run: quote: 1 added" in out
    assert err == ""
    assert not Quote.objects.exists()
    assert not Speaker.objects.exists()


def test_a_strict_load_writes_nothing_when_a_line_is_bad(db: None, tmp_path: Path) -> None:
    file = written(tmp_path / "bad.jsonl", *GOOD, {"type": "topic", "slug": "x"}, {"type": "?"})
    out, err = run(file, strict=True)
    assert err.splitlines() == [
        f"{file}:5: Object missing required field `name`.",
        "This line was refused. Nothing was loaded.",
    ]
    assert not Quote.objects.exists()


def test_the_lines_around_a_bad_one_land(db: None, tmp_path: Path) -> None:
    file = written(tmp_path / "bad.jsonl", *GOOD[:2], {**TOPIC, "slug": "o/o"}, *GOOD[2:])
    out, err = run(file)
    assert err.splitlines()[0].startswith(f"{file}:3: slug: Expected `str` matching")
    assert err.splitlines()[1] == "Refused lines: 1."
    assert Quote.objects.count() == 1


def test_a_line_that_only_the_database_refuses_is_found(db: None, tmp_path: Path) -> None:
    topics = [{**TOPIC, "slug": f"t{n}", "name": f"n{n}"} for n in range(50)]
    topics[17]["name"], topics[31]["name"] = "n3", "n4"
    file = written(tmp_path / "bad.jsonl", *topics)
    out, err = run(file)
    assert err.splitlines()[:2] == [
        f"{file}:{line}: Another topic has this name." for line in (18, 32)
    ]
    assert Topic.objects.count() == 48


def test_compressed_files_and_standard_input_are_read(
    db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = tmp_path / "speakers.jsonl.gz"
    packed.write_bytes(gzip.compress(json.dumps(SPEAKER).encode()))
    stdin = io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbf" + json.dumps(TOPIC).encode() + b"\r\n\n"))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert run(str(packed))[1] == ""
    assert run()[1] == ""
    assert (Speaker.objects.count(), Topic.objects.count()) == (1, 1)


def test_a_compressed_file_that_is_cut_off_says_so(db: None, tmp_path: Path) -> None:
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(gzip.compress(f"{json.dumps(TOPIC)}\n".encode() * 2)[:-6])
    assert "The file is damaged or cut off here" in run(str(path))[1]


def test_a_line_too_long_is_passed_over(
    db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_lines, "MAX_LINE_BYTES", 1000)
    monkeypatch.setattr(json_lines, "CHUNK_BYTES", 100)
    file = written(tmp_path / "long.jsonl", {**TOPIC, "name": "x" * 5000}, TOPIC)
    assert f"{file}:1: This line is longer than" in run(file)[1]
    assert Topic.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "message"), [("none.jsonl", "No such file"), ("", "Is a directory")]
)
def test_a_file_that_cannot_be_read_is_named(
    db: None, tmp_path: Path, name: str, message: str
) -> None:
    assert message in run(str(tmp_path / name))[1]


def test_nothing_is_loaded_when_one_of_the_files_cannot_be_read(db: None, tmp_path: Path) -> None:
    good = written(tmp_path / "good.jsonl", *GOOD)
    assert "No such file" in run(good, str(tmp_path / "none.jsonl"))[1]
    assert not Quote.objects.exists()


def test_a_batch_that_names_too_much_at_once_is_loaded_in_parts(db: None, tmp_path: Path) -> None:
    """SQLite takes 250,000 values in a query, PostgreSQL 65,535."""
    quote = {**QUOTE, "state": "proposed", "appearances": []}
    many = [
        {**quote, "key": f"Q{n:07}", "topics": [f"t-{n}-{m}" for m in range(9500)]}
        for n in range(1, 29)
    ]
    _, err = run(written(tmp_path / "many.jsonl", SPEAKER, TOPIC, ARTICLE, *many, QUOTE))
    assert err.count("There is no topic t-") == len(many)
    assert Quote.objects.count() == 1


def test_articles_do_not_derive_from_one_another_in_a_circle(db: None, tmp_path: Path) -> None:
    one, two, three = ({**ARTICLE, "key": f"ARTC000{n}", "snapshots": []} for n in "123")
    run(written(tmp_path / "a.jsonl", one, two | {"derived_from": one["key"]}, three))
    closing = [three | {"derived_from": two["key"]}, one | {"derived_from": three["key"]}]
    _, err = run(written(tmp_path / "b.jsonl", *closing))
    assert ":2: derived_from: That article derives from this one" in err
    article = Article.objects.get(key=one["key"])
    article.derived_from = Article.objects.get(key=three["key"])
    with pytest.raises(ValidationError, match="That article derives from this one"):
        article.full_clean()


def test_a_speaker_who_is_no_longer_merged_makes_room_for_a_merge(db: None, tmp_path: Path) -> None:
    old, kept, new = ({"type": "speaker", "slug": s, "name": s} for s in ("old", "kept", "new"))
    run(written(tmp_path / "a.jsonl", kept, new, old | {"merged_into": "kept"}))
    assert run(written(tmp_path / "b.jsonl", old, kept | {"merged_into": "new"}))[1] == ""
    assert Speaker.objects.get(slug="kept").merged_into == Speaker.objects.get(slug="new")


def test_what_is_printed_of_a_file_does_nothing_to_a_terminal(db: None, tmp_path: Path) -> None:
    (path := tmp_path / "evil.jsonl").write_text('{"type":"topic","a\\u001b[2J\\nb":1}\n')
    _, err = run(str(path))
    assert "\\x1b[2J\\nb" in err
    assert "\x1b" not in err


def test_texts_are_added_and_never_changed(db: None, tmp_path: Path) -> None:
    run(written(tmp_path / "good.jsonl", *GOOD))
    taken = {"text": "Another text.", "taken_at": "2023-01-01T09:00:00+09:00", "origin": "o"}
    article = {**ARTICLE, "snapshots": [{**ARTICLE["snapshots"][0], "origin": "file"}, taken]}
    assert run(written(tmp_path / "new.jsonl", article))[1] == ""
    assert set(Snapshot.objects.values_list("text", "origin")) == {
        (TEXT, "file"),
        ("Another text.", "o"),
    }
    assert Article.objects.get().current_snapshot.text == "Another text."


def test_numbers_are_kept_in_a_few_bits() -> None:
    numbers = BitSet()
    for number in (1, 7, 8, 32768, 2**40):
        numbers.add(number)
    assert all(number in numbers for number in (1, 7, 8, 32768, 2**40))
    assert not any(number in numbers for number in (0, 2, 9, 32767, 2**40 + 1))
    assert len(numbers.pages) == 3


def many(count: int) -> list[dict[str, Any]]:
    chosen = random.Random(5)
    return [SPEAKER, TOPIC, ARTICLE] + [
        {**QUOTE, "key": f"{n:08}", "topics": chosen.choice([[], ["peace"]]),
         "appearances": [{**PRINTED, "key": f"{n:08}"}]}
        for n in range(count)
    ]  # fmt: skip


@pytest.mark.sqlite
def test_a_load_killed_at_any_moment_and_started_again_ends_the_same(tmp_path: Path) -> None:
    """With a process of its own, killed again and again, and its own database."""
    file = written(tmp_path / "many.jsonl", *many(9000))
    environment = {**untraced_environment(), "DATA_DIR": str(tmp_path / "data")}

    def manage(*arguments: str) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    manage("migrate", "--verbosity", "0").communicate()
    chosen = random.Random()
    for _ in range(4):
        started = manage("load", file)
        time.sleep(chosen.uniform(0.7, 2.5))
        started.send_signal(signal.SIGKILL)
        started.communicate()
    last = manage("load", file)
    assert (last.communicate()[1], last.returncode) == (b"", 0)
    again, _ = manage("load", file).communicate()
    assert b"quote: 0 added, 0 changed, 9000 unchanged, 0 refused" in again
    dumped, _ = manage("dump").communicate()
    assert dumped.count(b'"type":"quote"') == 9000

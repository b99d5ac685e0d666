"""`manage.py load`: what is good lands, what is not is named, and a second time changes nothing."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from citations.models import (
    Appearance,
    Change,
    Quote,
    Speaker,
    SpeakerName,
    Topic,
)
from tests.support.checkout import untraced_environment
from tests.support.exchange_records import (
    ARTICLE,
    GOOD,
    PRINTED,
    QUOTE,
    SPEAKER,
    TOPIC,
    run_load,
    write_lines,
)

ROOT = Path(__file__).parents[3]


def test_records_land_and_can_be_searched(db: None, tmp_path: Path) -> None:
    out, err = run_load(write_lines(tmp_path / "good.jsonl", *GOOD))
    assert err == ""
    assert "quote: 1 added, 0 changed, 0 unchanged, 0 refused\n" in out
    appearance = Appearance.objects.get()
    assert (appearance.exact, appearance.prefix) == ("we will go on", "The minister said “")
    assert list(Quote.objects.get().topics.all()) == [Topic.objects.get()]
    assert Quote.history.count() == 0


def test_the_same_file_again_changes_nothing(db: None, tmp_path: Path) -> None:
    file = write_lines(tmp_path / "good.jsonl", *GOOD)
    run_load(file)
    changes, changed = Change.objects.count(), Quote.objects.get().changed
    out, err = run_load(file, file)
    assert err == ""
    assert "quote: 0 added, 0 changed, 2 unchanged, 0 refused\n" in out
    assert Change.objects.count() == changes
    assert Quote.objects.get().changed == changed


def test_what_differs_is_changed_with_a_line_of_history(db: None, tmp_path: Path) -> None:
    run_load(write_lines(tmp_path / "good.jsonl", *GOOD))
    topics = [{**TOPIC, "slug": slug, "name": slug} for slug in ("war", "trade")]
    quote = {**QUOTE, "text": "We will go on.", "topics": ["war", "trade"]}
    names = [{"name": "Abe Shinzo", "kind": "preferred"}, {"name": "Shinzo"}]
    out, err = run_load(
        write_lines(tmp_path / "new.jsonl", {**SPEAKER, "names": names}, *topics, quote)
    )
    assert err == ""
    assert "quote: 0 added, 1 changed, 0 unchanged" in out
    assert "speaker: 0 added, 1 changed, 0 unchanged" in out
    line = Quote.history.get()
    assert (line.text, line.history_change_reason) == ("We will go on.", "load")
    assert {row.topic.slug for row in line.topics.all()} == {"war", "trade"}
    assert set(Quote.objects.get().topics.values_list("slug", flat=True)) == {"war", "trade"}
    assert SpeakerName.history.get().kind == "preferred"
    assert SpeakerName.objects.count() == 2


def test_a_dry_run_says_what_would_be_and_writes_nothing(db: None, tmp_path: Path) -> None:
    out, err = run_load(write_lines(tmp_path / "good.jsonl", *GOOD), dry_run=True)
    assert "dry run: quote: 1 added" in out
    assert err == ""
    assert not Quote.objects.exists()
    assert not Speaker.objects.exists()


def test_a_strict_load_writes_nothing_when_a_line_is_bad(db: None, tmp_path: Path) -> None:
    file = write_lines(tmp_path / "bad.jsonl", *GOOD, {"type": "topic", "slug": "x"}, {"type": "?"})
    out, err = run_load(file, strict=True)
    assert err.splitlines() == [
        f"{file}:5: Object missing required field `name`.",
        "This line was refused. Nothing was loaded.",
    ]
    assert not Quote.objects.exists()


def test_the_lines_around_a_bad_one_land(db: None, tmp_path: Path) -> None:
    file = write_lines(tmp_path / "bad.jsonl", *GOOD[:2], {**TOPIC, "slug": "o/o"}, *GOOD[2:])
    out, err = run_load(file)
    assert err.splitlines()[0].startswith(f"{file}:3: slug: Expected `str` matching")
    assert err.splitlines()[1] == "Refused lines: 1."
    assert Quote.objects.count() == 1


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
    file = write_lines(tmp_path / "many.jsonl", *many(9000))
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

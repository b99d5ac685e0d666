"""`manage.py load` while a second process builds the index: whichever of the two is killed."""

import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from django.db import connection, transaction
from pytest_django import Settings

from citations.index import generations, sync
from citations.index.parallel_indexing import index_in_parallel
from citations.models import Quote, Speaker
from citations.models.base import triggers
from citations.query.parser import parse_query
from citations.search.find import find_quotes
from citations.search.request import Search
from tests.support.checkout import ROOT, untraced_environment
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

Started = subprocess.Popen[bytes]
Manage = Callable[..., Started]

REPORT_COUNTS = """
from citations.models import Change, Quote
from citations.index import generations
from citations.search.find import find_quotes
from citations.search.request import Search
generation = generations.current_generation()
print(Quote.objects.count(), find_quotes(Search()).total, generation.searcher().num_docs,
      Change.objects.ends_at(generation.sync_position().last_change))
"""


@pytest.fixture
def manage(tmp_path: Path, migrated: Path) -> Iterator[Manage]:
    """Starts a command on a database of its own, with 9,000 quotes to load in `many.jsonl`."""
    environment = {**untraced_environment(), "DATA_DIR": str(tmp_path / "data")}
    started: list[Started] = []

    def start(*arguments: str) -> Started:
        started.append(
            subprocess.Popen(
                [sys.executable, "manage.py", *arguments],
                cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            )
        )  # fmt: skip
        return started[-1]

    shutil.copytree(migrated, tmp_path / "data")
    quotes = [
        {**QUOTE, "key": f"{n:08}", "appearances": [{**PRINTED, "key": f"{n:08}"}]}
        for n in range(9000)
    ]
    write_lines(tmp_path / "many.jsonl", SPEAKER, TOPIC, ARTICLE, *quotes)
    yield start
    for each in started:
        each.kill()
        each.communicate()


def other_of(started: Started) -> int:
    """The number of the second process, once it is there."""
    children = Path(f"/proc/{started.pid}/task/{started.pid}/children")
    deadline = time.monotonic() + 30
    while not (numbers := children.read_text().split()) and time.monotonic() < deadline:
        time.sleep(0.01)
    return int(numbers[0])


def is_alive(number: int) -> bool:
    return Path(f"/proc/{number}/cmdline").exists() and bool(
        Path(f"/proc/{number}/cmdline").read_bytes()
    )


def wait_for_building(tmp_path: Path) -> None:
    deadline = time.monotonic() + 30
    while not list((tmp_path / "data" / "index").glob("v*-*")) and time.monotonic() < deadline:
        time.sleep(0.01)


def assert_up_to_date(manage: Manage) -> None:
    found, wrong = manage("shell", "--verbosity", "0", "--command", REPORT_COUNTS).communicate()
    assert found.split() == [b"9000", b"9000", b"9000", b"True"], wrong


@pytest.mark.sqlite
def test_the_index_is_up_to_date_when_the_load_ends(manage: Manage, tmp_path: Path) -> None:
    out, err = manage("load", str(tmp_path / "many.jsonl")).communicate()
    assert (b"up to date: 0 changes" in out, err) == (True, b"")
    assert_up_to_date(manage)


@pytest.mark.sqlite
def test_a_load_that_is_killed_takes_the_other_process_along(
    manage: Manage, tmp_path: Path
) -> None:
    for _ in range(3):
        started = manage("load", str(tmp_path / "many.jsonl"))
        other = other_of(started)
        wait_for_building(tmp_path)
        time.sleep(random.uniform(0, 1.5))
        started.send_signal(signal.SIGKILL)
        started.communicate()
        deadline = time.monotonic() + 30
        while is_alive(other) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert not is_alive(other)
    last = manage("load", str(tmp_path / "many.jsonl"))
    assert (last.communicate()[1], last.returncode) == (b"", 0)
    assert_up_to_date(manage)
    assert len(list((tmp_path / "data" / "index").glob("v*-*"))) == 1


@pytest.mark.sqlite
def test_a_load_goes_on_without_the_other_process(manage: Manage, tmp_path: Path) -> None:
    started = manage("load", str(tmp_path / "many.jsonl"))
    wait_for_building(tmp_path)
    os.kill(other_of(started), signal.SIGKILL)
    out, err = started.communicate()
    assert (started.returncode, err) == (0, b"")
    assert b"The index was rebuilt: 9000 quotes." in out
    assert_up_to_date(manage)


@pytest.mark.sqlite
def test_a_load_during_a_watch_ends_up_to_date(manage: Manage, tmp_path: Path) -> None:
    watch = manage("index", "--watch")
    time.sleep(random.uniform(0, 2))
    started = manage("load", str(tmp_path / "many.jsonl"))
    assert (started.communicate()[1], started.returncode) == (b"", 0)
    watch.kill()
    watch.communicate()
    manage("index").communicate()  # the watch may have been at the last changes
    assert_up_to_date(manage)


@pytest.mark.django_db(transaction=True)
def test_what_is_loaded_can_be_searched_at_the_end(tmp_path: Path) -> None:
    out, err = run_load(write_lines(tmp_path / "good.jsonl", *GOOD))
    assert ("up to date: 0 changes applied" in out, err) == (True, "")
    assert find_quotes(Search(query=parse_query('"go on"'))).total == 1


@pytest.mark.django_db(transaction=True)
def test_a_load_that_fails_leaves_no_process_and_no_index(settings: Settings) -> None:
    with suppress(OSError), index_in_parallel(wanted=True):
        Speaker.objects.create(slug="abe", name="Abe")
        raise OSError("No space left on device")
    assert not multiprocessing.active_children()
    assert not (settings.INDEX_DIR / "current").exists()


def test_inside_a_transaction_nothing_is_built_in_parallel(db: None, settings: Settings) -> None:
    assert connection.in_atomic_block
    with index_in_parallel(wanted=True):
        pass
    assert not settings.INDEX_DIR.exists()


@pytest.mark.django_db(transaction=True)
def test_an_index_being_built_has_what_changes_meanwhile() -> None:
    speaker = Speaker.objects.create(slug="abe", name="Abe")

    def add(text: str) -> Quote:
        return Quote.objects.create(speaker=speaker, text=text, state="published")

    first, second = add("one"), add("two")

    def change() -> None:
        Quote.objects.filter(pk=first.pk).update(text="changed")
        second.delete()

    steps = iter(
        [
            change,
            lambda: add("three"),
            lambda: Speaker.objects.update(name="Zaphod"),
            lambda: Quote.objects.filter(text="three").delete(),
            lambda: add("four"),
        ]
    )

    def goes_on() -> bool:
        step = next(steps, None)
        if step:
            step()
        return step is not None

    assert sync.build_if_needed(goes_on)
    generation = generations.current_generation()
    assert generation.searcher().num_docs == 2
    found = find_quotes(Search(query=parse_query("speaker:zaphod"))).quotes
    texts = Quote.objects.filter(pk__in=found).values_list("text", flat=True)
    assert set(texts) == {"changed", "four"}
    assert not sync.build_if_needed(lambda: False)


@pytest.mark.django_db(transaction=True)
def test_a_change_of_everything_during_a_build_is_left_to_the_next_one() -> None:
    def goes_on() -> bool:
        with transaction.atomic():
            triggers.install_triggers(connection)
        return True

    assert sync.build_if_needed(goes_on)
    assert sync.build_if_needed(lambda: False)
    assert not sync.build_if_needed(lambda: False)

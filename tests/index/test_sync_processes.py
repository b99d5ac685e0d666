"""Several processes with one index, and processes that are killed."""

import multiprocessing
import os
import signal
import subprocess
import sys

import pytest
from django.conf import settings as site
from django.core.management import CommandError, call_command
from django.db import connection

from citations.index import generations, sync
from citations.index.generations import IndexBusyError, IndexDamagedError
from citations.models import Change, Quote
from citations.query.parser import parse_query
from citations.search.find import find_quotes
from citations.search.request import Search
from tests.support.asking_process import an_early_quote, found, new_quote

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("synced_index")]


def test_a_search_goes_on_while_another_process_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sync, "MAX_WAIT", 0.02)
    Quote.objects.filter(pk=an_early_quote().pk).update(text="arduous")
    with generations.current_generation().open_writer(), pytest.raises(IndexBusyError):
        sync.sync_index()
    with generations.current_generation().open_writer():
        assert find_quotes(Search(query=parse_query("arduous"))).catching_up
    monkeypatch.setattr(sync, "MAX_WAIT", 30)  # however slow the machine
    assert found("arduous") == {"arduous"}


def write_many(which: str, how_many: int) -> None:
    """In a process of its own: write quotes and search after each."""
    connection.close()
    for number in range(how_many):
        new_quote(f"{which} {which}{number}").save()
        assert find_quotes(Search(query=parse_query(f"{which}{number}"))).total == 1


def test_two_processes_write_and_find_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sync, "MAX_WAIT", 30)  # however slow the machine
    connection.close()
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=write_many, args=(which, 15)) for which in ("pepper", "salt")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert find_quotes(Search(query=parse_query("pepper"))).total == 15
    assert find_quotes(Search(query=parse_query("salt"))).total == 15


KILLED = """
import os, signal
import django; django.setup()
from citations.models import Quote
from citations.index import generations
from citations.search.find import find_quotes
from citations.search.request import Search
Quote.objects.filter(text="unacceptable").update(text="interrupted")
if {when!r} == "before the index is committed":
    generations.Generation.commit = lambda *a: os.kill(os.getpid(), signal.SIGKILL)
else:
    generations.Path.replace = lambda *a: os.kill(os.getpid(), signal.SIGKILL)
find_quotes(Search())
"""


@pytest.mark.parametrize(
    "when", ["before the index is committed", "after the commit and before the position is saved"]
)
def test_a_process_killed_while_indexing_loses_nothing(when: str) -> None:
    database = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite" and "memory" in str(database):
        pytest.fail("the test database must be a file for a second process to open it")
    killed = subprocess.run(
        [sys.executable, "-c", KILLED.format(when=when)],
        env=os.environ
        | {"INDEX_DIR": str(site.INDEX_DIR), "DATABASE_URL": url_of_the_test_database()}
        | {"DJANGO_SETTINGS_MODULE": "project.settings"},
        cwd=site.BASE_DIR,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    assert found("interrupted") == {"interrupted"}
    assert found("unacceptable") == set()
    assert find_quotes(Search(query=parse_query("interrupted"))).total == 1


def url_of_the_test_database() -> str:
    """The address by which another process opens the database of this test."""
    kept = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{kept['NAME']}"
    at = f"{kept['HOST'] or 'localhost'}:{kept['PORT'] or 5432}"
    return f"postgres://{kept['USER']}:{kept['PASSWORD']}@{at}/{kept['NAME']}"


def test_the_command_watches_until_it_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds = iter([None, None])

    def sleep(_: float) -> None:
        if next(rounds, "stop") == "stop":
            raise KeyboardInterrupt
        Quote.objects.filter(text="unacceptable").update(text="watched")

    monkeypatch.setattr("citations.index.worker.time.sleep", sleep)
    with pytest.raises(KeyboardInterrupt):
        call_command("index", "--watch", verbosity=0)
    assert (
        generations.current_generation().sync_position().last_change
        == Change.objects.last_position()
    )


def test_the_command_goes_on_after_an_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter([OSError("No space left on device"), IndexDamagedError("gone"), 0])

    def sync_index() -> int:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        raise KeyboardInterrupt

    def fail() -> None:
        raise OSError("Read-only file system")

    monkeypatch.setattr("citations.index.worker.PAUSE_SECONDS", 0)
    monkeypatch.setattr(sync, "sync_index", sync_index)
    monkeypatch.setattr(sync, "rebuild_index", fail)
    with pytest.raises(KeyboardInterrupt):
        call_command("index", "--watch")
    said = capsys.readouterr().err
    assert "Cannot bring the index up to date: No space left on device" in said
    assert "Cannot bring the index up to date: Read-only file system" in said
    with pytest.raises(CommandError, match="Read-only file system"):
        call_command("index", "--rebuild")

"""The index follows the database, whoever changes it and however."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings as site
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from citations.models import (
    Appearance,
    Article,
    Change,
    Occasion,
    Position,
    Publication,
    Quote,
    Speaker,
    SpeakerName,
    State,
    Topic,
    triggers,
)
from citations.search import follow, index
from citations.search.find import Search, find
from citations.search.index import IndexBusyError, IndexDamagedError
from citations.search.query import parse
from tests.conftest import SEED

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def indexed(transactional_db: None, seed: None) -> None:
    found("")  # so that every test begins with an index that must follow


def found(query: str) -> set[str]:
    """The beginnings of the quotes that a search finds now."""
    numbers = find(Search(asked=parse(query))).quotes
    texts = Quote.objects.filter(pk__in=numbers).values_list("text", flat=True)
    return {text[:12] for text in texts}


def an_early_quote() -> Quote:
    return Quote.objects.get(text="unacceptable")


def new_quote(text: str) -> Quote:
    return Quote(speaker=Speaker.objects.get(slug="kishida-fumio"), text=text, state="published")


def test_it_follows_a_saved_quote() -> None:
    quote = an_early_quote()
    quote.text = "arduous"
    quote.save()
    assert found("arduous") == {"arduous"}
    assert found("unacceptable") == set()


def test_it_follows_quotes_created_in_bulk() -> None:
    Quote.objects.bulk_create([new_quote(f"umbrella number {n}") for n in range(25)])
    assert find(Search(asked=parse("umbrella"))).total == 25


def test_it_follows_an_update_of_many() -> None:
    Quote.objects.filter(speaker__slug="hayashi-yoshimasa").update(text="no comment whatsoever")
    assert found("whatsoever") == {"no comment w"}


def test_it_follows_a_deletion() -> None:
    an_early_quote().delete()
    assert found("unacceptable") == set()


def test_it_follows_a_quote_that_is_taken_back() -> None:
    Quote.objects.filter(pk=an_early_quote().pk).update(state="rejected")
    assert found("unacceptable") == set()


def test_it_follows_fixtures_loaded_again() -> None:
    Quote.objects.update(text="overwritten")
    assert find(Search(asked=parse("overwritten"))).total == 13
    call_command("loaddata", "quotes", verbosity=0)
    assert found("overwritten") == set()
    assert found("unacceptable") == {"unacceptable"}


def test_it_follows_plain_sql() -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE citations_quote SET text = 'thorny' WHERE text = 'unacceptable'")
    assert found("thorny") == {"thorny"}
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM citations_quote_topics")
    assert found("topic:peace") == set()


RENAMED: list[tuple[str, Callable[[], int], str]] = [
    # a speaker's name form
    (
        "speaker:zaphod",
        lambda: SpeakerName.objects.filter(name="Hayashi Yoshimasa").update(name="Zaphod"),
        "But in light",
    ),
    # the speaker as shown
    (
        "speaker:zaphod",
        lambda: Speaker.objects.filter(slug="hayashi-yoshimasa").update(name="Zaphod"),
        "But in light",
    ),
    # a corrected headline
    (
        "headlined",
        lambda: Article.objects.filter(headline__startswith="Kishida").update(headline="Headlined"),
        "difficult",
    ),
    # an office
    (
        "position:premier",
        lambda: Position.objects.filter(title="Prime Minister").update(title="Premier"),
        "difficult",
    ),
    # an occasion's place
    (
        "place:osaka",
        lambda: Occasion.objects.filter(place="Tokyo").update(place="Osaka"),
        "difficult",
    ),
    # an occasion's date
    (
        "said:1999",
        lambda: Occasion.objects.filter(date="2024-02-07").update(date="1999-12"),
        "difficult",
    ),
    # a topic's name
    (
        "topic:xyzzy",
        lambda: Topic.objects.filter(slug="peace-treaty").update(name="xyzzy"),
        "Regrettably,",
    ),
    # the words around an appearance
    (
        "context:marmalade",
        lambda: Appearance.objects.filter(exact="difficult").update(prefix="marmalade"),
        "difficult",
    ),
]


@pytest.mark.parametrize(("query", "change", "expected"), RENAMED, ids=[row[0] for row in RENAMED])
def test_it_follows_what_a_quote_shows(
    query: str, change: Callable[[], int], expected: str
) -> None:
    assert found(query) == set()
    assert change()
    assert expected in found(query)


def test_it_follows_a_publication_and_its_name() -> None:
    paper = Publication.objects.create(slug="gazette", name="Gazette", kind="newspaper")
    Article.objects.update(publication=paper)
    assert len(found("publication:gazette")) == 13
    Publication.objects.filter(pk=paper.pk).update(name="Courier")
    assert found("publication:gazette") == set()
    assert len(found("publication:courier")) == 13


def test_what_is_rolled_back_is_never_seen() -> None:
    with transaction.atomic():
        Quote.objects.filter(pk=an_early_quote().pk).update(text="a slip of the tongue")
        assert found("slip") == set()
        transaction.set_rollback(True)
    assert found("slip") == set()
    assert found("unacceptable") == {"unacceptable"}


def test_a_log_that_was_emptied_is_noticed() -> None:
    Change.objects.all().delete()
    Quote.objects.filter(pk=an_early_quote().pk).update(text="unlogged")
    Change.objects.all().delete()
    assert found("unlogged") == {"unlogged"}


def test_a_missing_index_is_built_by_itself(settings: Settings) -> None:
    settings.INDEX_DIR = site.INDEX_DIR / "elsewhere"
    assert found("unacceptable") == {"unacceptable"}


def damage_nothing_but_the_link(folder: Path) -> None:
    (folder.parent / "current").unlink()


def damage_the_note(folder: Path) -> None:
    (folder / "followed.json").write_text("{")


def damage_the_list_of_segments(folder: Path) -> None:
    (folder / "meta.json").write_text("not json")


def damage_by_taking_a_segment_away(folder: Path) -> None:
    for path in folder.glob("*.term"):
        path.unlink()


def damage_by_cutting_a_segment_short(folder: Path) -> None:
    for path in folder.glob("*.idx"):
        whole = path.read_bytes()
        path.unlink()  # a file of its own: the engine may still look at the old one
        path.write_bytes(whole[:20])


def damage_by_taking_the_positions_away(folder: Path) -> None:
    for path in folder.glob("*.pos"):
        path.unlink()


def damage_by_an_older_version(folder: Path) -> None:
    (folder.parent / "current").unlink()
    folder.rename(folder.parent / "v0-older")
    (folder.parent / "current").symlink_to("v0-older")


DAMAGES = [
    damage_nothing_but_the_link,
    damage_the_note,
    damage_the_list_of_segments,
    damage_by_taking_a_segment_away,
    damage_by_cutting_a_segment_short,
    damage_by_taking_the_positions_away,
    damage_by_an_older_version,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_is_built_anew(
    damage: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    folder = index.current().folder
    index.forget()
    damage(folder)
    assert found('"peace treaty"') == {"Regrettably,", "Under curren"}
    assert "built anew" in caplog.text
    assert follow.generation_to_search()[1]


def test_a_rebuild_leaves_nothing_behind_and_swaps_at_once() -> None:
    before = index.current().folder
    call_command("index", "--rebuild", verbosity=0)
    assert index.current().folder != before
    assert not before.exists()
    assert found("unacceptable") == {"unacceptable"}


def test_a_long_gap_is_left_to_the_command(monkeypatch: pytest.MonkeyPatch, client: Client) -> None:
    monkeypatch.setattr(follow, "SHORT_GAP", 10)
    Quote.objects.bulk_create([new_quote("avalanche") for _ in range(11)])
    behind = find(Search(asked=parse("avalanche")))
    assert (behind.total, behind.catching_up) == (0, True)
    assert "catching up" in client.get("/quotes/?q=avalanche").content.decode()
    call_command("index", verbosity=0)
    caught_up = find(Search(asked=parse("avalanche")))
    assert (caught_up.total, caught_up.catching_up) == (11, False)


@pytest.mark.parametrize("more", ["", "&more=speaker"], ids=["beside results", "on its page"])
def test_a_facet_names_nobody_who_is_no_longer_public(
    monkeypatch: pytest.MonkeyPatch, client: Client, more: str
) -> None:
    address = f"/quotes/?speaker=kishida-fumio{more}"
    assert "Hayashi Yoshimasa</bdi>" in client.get(address).content.decode()
    monkeypatch.setattr(follow, "SHORT_GAP", 0)
    Quote.objects.filter(speaker__slug="hayashi-yoshimasa").update(state="rejected")
    assert "Hayashi Yoshimasa</bdi>" not in client.get(address).content.decode()


def test_a_search_goes_on_while_another_process_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow, "PATIENCE", 0.02)
    Quote.objects.filter(pk=an_early_quote().pk).update(text="arduous")
    with index.current().writing(), pytest.raises(IndexBusyError):
        follow.catch_up()
    with index.current().writing():
        assert find(Search(asked=parse("arduous"))).catching_up
    assert found("arduous") == {"arduous"}


def write_many(which: str, how_many: int) -> None:
    """In a process of its own: write quotes and search after each."""
    connection.close()
    for number in range(how_many):
        new_quote(f"{which} {which}{number}").save()
        assert find(Search(asked=parse(f"{which}{number}"))).total == 1


def test_two_processes_write_and_find_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow, "PATIENCE", 30)  # however slow the machine
    connection.close()
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=write_many, args=(which, 15)) for which in ("pepper", "salt")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert find(Search(asked=parse("pepper"))).total == 15
    assert find(Search(asked=parse("salt"))).total == 15


KILLED = """
import os, signal
import django; django.setup()
from citations.models import Quote
from citations.search import index
from citations.search.find import Search, find
Quote.objects.filter(text="unacceptable").update(text="interrupted")
if {when!r} == "before the index is committed":
    index.Generation.commit = lambda *a: os.kill(os.getpid(), signal.SIGKILL)
else:
    index.Path.replace = lambda *a: os.kill(os.getpid(), signal.SIGKILL)
find(Search())
"""


@pytest.mark.parametrize(
    "when", ["before the index is committed", "after the commit and before the note"]
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
    assert find(Search(asked=parse("interrupted"))).total == 1


def url_of_the_test_database() -> str:
    """The address by which another process opens the database of this test."""
    kept = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{kept['NAME']}"
    at = f"{kept['HOST'] or 'localhost'}:{kept['PORT'] or 5432}"
    return f"postgres://{kept['USER']}:{kept['PASSWORD']}@{at}/{kept['NAME']}"


@pytest.mark.postgres
def test_a_slow_transaction_is_never_skipped() -> None:
    """A row written early and committed late is applied, though later rows were seen first."""
    slow = connection.copy()
    slow.set_autocommit(False)
    with slow.cursor() as cursor:
        cursor.execute("UPDATE citations_quote SET text = 'early' WHERE text = 'unacceptable'")
    Quote.objects.filter(text="difficult").update(text="later")
    assert found("later") == {"later"}
    assert found("early") == set()
    slow.commit()
    slow.close()
    assert found("early") == {"early"}
    assert found("later") == {"later"}


@pytest.mark.postgres
def test_the_mark_moves_on_once_a_slow_transaction_has_ended() -> None:
    """Or every search would look again at what is applied ahead of it."""
    slow = connection.copy()
    slow.set_autocommit(False)
    with slow.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()")
    Quote.objects.filter(text="unacceptable").update(text="ahead")
    assert found("ahead") == {"ahead"}
    assert index.current().followed().ahead
    slow.rollback()
    slow.close()
    deadline = time.monotonic() + 30  # other transactions on the server may be as slow
    while index.current().followed().ahead and time.monotonic() < deadline:
        follow.catch_up()
    followed = index.current().followed()
    assert (followed.mark, followed.ahead) == (Change.objects.head(), frozenset())


@pytest.mark.postgres
def test_truncated_tables_are_noticed() -> None:
    assert found("topic:peace")
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE citations_quote_topics")
    assert found("topic:peace") == set()
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE citations_quote CASCADE")
    assert find(Search()).total == 0


@pytest.mark.postgres
def test_a_log_restored_from_another_server_is_begun_anew() -> None:
    Change.objects.update(transaction_id=10**15)
    assert len(found("speaker:kishida")) == 5
    Quote.objects.filter(text="difficult").update(text="restored")
    assert found("restored") == {"restored"}
    assert not Change.objects.foreign().exists()


def test_after_a_migration_the_index_is_built_once_and_followed_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    triggers.install(connection)
    find(Search())
    assert "changed as a whole" in caplog.text
    caplog.clear()
    Quote.objects.filter(text="unacceptable").update(text="following")
    assert found("following") == {"following"}
    assert "built anew" not in caplog.text


def test_a_restored_database_is_noticed() -> None:
    kept = list(Change.objects.values_list("pk", flat=True))
    Quote.objects.filter(text="unacceptable").update(text="lost")
    assert found("lost") == {"lost"}
    Change.objects.exclude(pk__in=kept).delete()  # as a backup of before would have it
    triggers.drop(connection)
    Quote.objects.filter(text="lost").update(text="unacceptable")
    triggers.install(connection)
    assert found("lost") == set()
    assert found("unacceptable") == {"unacceptable"}


def test_an_index_built_inside_a_transaction_that_was_rolled_back_is_noticed() -> None:
    call_command("flush", interactive=False, verbosity=0)
    call_command("loaddata", *SEED, verbosity=0)
    (index.current().folder.parent / "current").unlink()
    with transaction.atomic():
        Quote.objects.filter(text="unacceptable").update(text="uncommitted")
        assert found("uncommitted") == {"uncommitted"}
        transaction.set_rollback(True)
    assert found("uncommitted") == set()
    Quote.objects.filter(text="unacceptable").update(text="committed")
    assert found("committed") == {"committed"}


def test_it_says_that_it_is_behind_until_it_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow, "BATCH", 5)
    Quote.objects.update(text="many of them")
    first = find(Search(asked=parse("many")))
    assert first.catching_up
    while (again := find(Search(asked=parse("many")))).catching_up:
        assert again.total <= 13
    assert again.total == 13


def test_many_articles_are_indexed() -> None:
    quote = Quote.objects.get(text="difficult")
    articles = Article.objects.bulk_create(
        Article(headline=f"Headline {n}", kind="webpage") for n in range(1200)
    )
    Appearance.objects.bulk_create(
        Appearance(quote=quote, article=article, exact="difficult") for article in articles
    )
    follow.rebuild()
    assert find(Search(asked=parse('"headline 1199"'))).total == 1


def test_checking_again_is_no_news_to_the_index() -> None:
    before = Change.objects.count()
    Appearance.objects.update(checked_at=timezone.now())
    Quote.objects.update(note="looked at again")
    assert Change.objects.count() == before


def test_an_index_that_cannot_be_written_is_still_searched(
    monkeypatch: pytest.MonkeyPatch, client: Client
) -> None:
    def refused(*_: object) -> None:
        raise OSError("Read-only file system")

    monkeypatch.setattr(follow, "PATIENCE", 0)
    generation = index.current()
    engine = type("Engine", (), {"writer": refused, "reload": generation.engine.reload})
    engine.searcher = generation.engine.searcher  # type: ignore[attr-defined]
    monkeypatch.setattr(generation, "engine", engine)
    Quote.objects.filter(text="unacceptable").update(text="unseen")
    behind = find(Search(asked=parse("unacceptable")))
    assert (behind.total, behind.catching_up) == (1, True)
    assert client.get("/readyz").json()["problems"] == ["the index is not in step"]


def test_the_command_watches_until_it_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds = iter([None, None])

    def sleep(_: float) -> None:
        if next(rounds, "stop") == "stop":
            raise KeyboardInterrupt
        Quote.objects.filter(text="unacceptable").update(text="watched")

    monkeypatch.setattr("citations.search.watch.time.sleep", sleep)
    with pytest.raises(KeyboardInterrupt):
        call_command("index", "--watch", verbosity=0)
    assert index.current().followed().mark == Change.objects.head()


def test_the_command_watches_on_when_something_is_in_the_way(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter([OSError("No space left on device"), IndexDamagedError("gone"), 0])

    def catch_up() -> int:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        raise KeyboardInterrupt

    def fail() -> None:
        raise OSError("Read-only file system")

    monkeypatch.setattr("citations.search.watch.PAUSE", 0)
    monkeypatch.setattr(follow, "catch_up", catch_up)
    monkeypatch.setattr(follow, "rebuild", fail)
    with pytest.raises(KeyboardInterrupt):
        call_command("index", "--watch")
    said = capsys.readouterr().err
    assert "cannot be brought up to date: No space left on device" in said
    assert "cannot be brought up to date: Read-only file system" in said
    with pytest.raises(CommandError, match="Read-only file system"):
        call_command("index", "--rebuild")


def test_a_rebuild_that_fails_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    root = follow.rebuild().folder.parent
    (root / "v0-left-by-one-that-was-killed").mkdir()

    def fail(_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(follow, "documents", fail)
    with pytest.raises(OSError, match="No space"):
        follow.rebuild()
    assert [each.name for each in root.glob("v*")] == [index.current().folder.name]


def test_an_index_that_cannot_be_written_is_told(
    client: Client, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    settings.INDEX_DIR = tmp_path / "file"
    for address in ("/quotes/", "/quotes.csv", "/quotes.atom", "/speakers/", "/"):
        response = client.get(address)
        assert response.status_code == 503
        assert "The search index is not ready" in response.content.decode()


def test_counts_are_not_remembered_as_those_of_a_later_index(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Another process brings the index up to date while this one opens it."""
    follow.rebuild()
    searcher, changes = index.Generation.searcher, iter(["difficult"])

    def opened(self: index.Generation) -> object:
        found = searcher(self)
        if text := next(changes, ""):
            Quote.objects.filter(text=text).update(state=State.REJECTED)
            follow.catch_up()
        return found

    monkeypatch.setattr(index.Generation, "searcher", opened)
    find(Search())
    found = find(Search())
    assert sum(found.counts["lang"].values()) == found.total


def test_a_rebuilt_table_keeps_its_triggers() -> None:
    assert triggers.missing(connection) == set()
    call_command("migrate", "citations", "zero", verbosity=0)
    call_command("migrate", verbosity=0)
    assert triggers.missing(connection) == set()


def test_a_lost_trigger_is_reported_and_put_back(client: Client) -> None:
    triggers.drop(connection)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["problems"] == ["the change log's triggers are missing"]
    call_command("migrate", verbosity=0)
    assert client.get("/readyz").status_code == 200

"""Transactions that are slow or rolled back, and databases changed as a whole."""

import time

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client

from citations.index import generations, sync
from citations.models import Change, Quote
from citations.models.base import triggers
from citations.search.find import find_quotes
from citations.search.request import Search
from tests.support.asking_process import an_early_quote, found
from tests.support.checkout import SEED

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("synced_index")]


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
def test_the_position_moves_on_once_a_slow_transaction_has_ended() -> None:
    """Otherwise every search would check again what is applied ahead of it."""
    slow = connection.copy()
    slow.set_autocommit(False)
    with slow.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()")
    Quote.objects.filter(text="unacceptable").update(text="ahead")
    assert found("ahead") == {"ahead"}
    assert generations.current_generation().sync_position().ahead
    slow.rollback()
    slow.close()
    deadline = time.monotonic() + 30  # other transactions on the server may be as slow
    while generations.current_generation().sync_position().ahead and time.monotonic() < deadline:
        sync.sync_index()
    followed = generations.current_generation().sync_position()
    assert (followed.last_change, followed.ahead) == (Change.objects.last_position(), frozenset())


@pytest.mark.postgres
def test_truncated_tables_are_noticed() -> None:
    assert found("topic:peace")
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE citations_quote_topics")
    assert found("topic:peace") == set()
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE citations_quote CASCADE")
    assert find_quotes(Search()).total == 0


@pytest.mark.postgres
def test_a_log_restored_from_another_server_starts_over() -> None:
    Change.objects.update(transaction_id=10**15)
    assert len(found("speaker:kishida")) == 5
    Quote.objects.filter(text="difficult").update(text="restored")
    assert found("restored") == {"restored"}
    assert not Change.objects.foreign().exists()


def test_after_a_migration_the_index_is_built_once_and_followed_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    triggers.install_triggers(connection)
    find_quotes(Search())
    assert "whole database may have changed" in caplog.text
    caplog.clear()
    Quote.objects.filter(text="unacceptable").update(text="following")
    assert found("following") == {"following"}
    assert "has to be rebuilt" not in caplog.text


def test_a_restored_database_is_noticed() -> None:
    kept = list(Change.objects.values_list("pk", flat=True))
    Quote.objects.filter(text="unacceptable").update(text="lost")
    assert found("lost") == {"lost"}
    Change.objects.exclude(pk__in=kept).delete()  # as a backup of before would have it
    triggers.drop_triggers(connection)
    Quote.objects.filter(text="lost").update(text="unacceptable")
    triggers.install_triggers(connection)
    assert found("lost") == set()
    assert found("unacceptable") == {"unacceptable"}


def test_an_index_built_inside_a_transaction_that_was_rolled_back_is_noticed() -> None:
    call_command("flush", interactive=False, verbosity=0)
    call_command("loaddata", *SEED, verbosity=0)
    (generations.current_generation().folder.parent / "current").unlink()
    with transaction.atomic():
        Quote.objects.filter(text="unacceptable").update(text="uncommitted")
        assert found("uncommitted") == {"uncommitted"}
        transaction.set_rollback(True)
    assert found("uncommitted") == set()
    Quote.objects.filter(text="unacceptable").update(text="committed")
    assert found("committed") == {"committed"}


def test_a_rebuilt_table_keeps_its_triggers() -> None:
    assert triggers.missing_triggers(connection) == set()
    call_command("migrate", "citations", "zero", verbosity=0)
    call_command("migrate", verbosity=0)
    assert triggers.missing_triggers(connection) == set()


def test_a_lost_trigger_is_reported_and_put_back(client: Client) -> None:
    triggers.drop_triggers(connection)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["problems"] == ["the change log's triggers are missing"]
    call_command("migrate", verbosity=0)
    assert client.get("/readyz").status_code == 200

"""Calls to the engine: in parallel, within the deadline, or with an error that says why not."""

from threading import Event

import pytest
from django.core.management import call_command
from django.test import Client

from citations.index import generations, sync
from citations.models import Quote, Speaker
from citations.models.base import time_budget
from citations.search.execution import run_parallel
from citations.search.find import find_quotes
from citations.search.request import Search
from tests.support.seen import shown, text_of


def test_calls_are_answered_in_their_order() -> None:
    quick_is_done = Event()

    def slow() -> str:
        assert quick_is_done.wait(60)
        return "slow"

    def quick() -> str:
        quick_is_done.set()
        return "quick"

    assert list(run_parallel(slow, quick)) == ["slow", "quick"]


def test_calls_run_in_parallel() -> None:
    met = [Event(), Event()]

    def meet(own: int) -> bool:
        met[own].set()
        return met[1 - own].wait(10)

    assert list(run_parallel(lambda: meet(0), lambda: meet(1))) == [True, True]


def test_the_first_answer_does_not_wait_for_the_others() -> None:
    go_on = Event()
    answers = run_parallel(lambda: "first", lambda: go_on.wait(10))
    assert next(answers) == "first"
    go_on.set()
    assert list(answers) == [True]


def test_a_call_that_takes_too_long_is_given_up() -> None:
    go_on, over = Event(), Event()

    def late() -> None:
        go_on.wait(60)
        over.set()

    with time_budget.limit_time(0.05), pytest.raises(time_budget.TooSlowError):
        list(run_parallel(late))
    assert not over.is_set()  # it runs on, and nobody waits for it
    assert list(run_parallel(lambda: "the next one")) == ["the next one"]
    go_on.set()
    assert over.wait(60)


def test_no_call_is_started_when_the_time_is_over() -> None:
    with time_budget.limit_time(0), pytest.raises(time_budget.TooSlowError):
        list(run_parallel(lambda: pytest.fail("started")))


@pytest.fixture
def many(transactional_db: None, seed: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """More quotes than are indexed while a reader waits."""
    monkeypatch.setattr(sync, "MAX_QUOTES_BUILT_FOR_SEARCH", 5)


def test_a_large_index_is_not_built_while_a_reader_waits(many: None, client: Client) -> None:
    response = client.get("/quotes/", {"q": "treaty"})
    assert response.status_code == 503
    assert "being built" in text_of(response.content.decode())
    call_command("index", verbosity=0)
    assert shown(client, q="treaty") == {"Regrettably,", "Under curren"}


def test_a_large_index_that_is_damaged_is_left_to_the_command(many: None, client: Client) -> None:
    call_command("index", verbosity=0)
    generation = generations.current_generation()
    generations.close_generations()
    (generation.folder / "meta.json").write_text("{")
    assert client.get("/quotes/", {"q": "treaty"}).status_code == 503
    call_command("index", verbosity=0)
    assert shown(client, q="treaty") == {"Regrettably,", "Under curren"}


def test_a_database_that_changed_as_a_whole_is_searched_as_it_was(many: None) -> None:
    call_command("index", verbosity=0)
    before = find_quotes(Search())
    call_command("migrate", "citations", "0002", verbosity=0)
    call_command("migrate", verbosity=0)  # the triggers are new, and anything may have changed
    found = find_quotes(Search())
    assert (found.total, found.catching_up) == (before.total, True)
    call_command("index", verbosity=0)
    assert not find_quotes(Search()).catching_up


def test_a_search_never_waits_for_a_load_to_be_indexed(many: None) -> None:
    call_command("index", verbosity=0)
    quote = Quote.objects.first()
    assert quote
    more = [
        Quote(speaker_id=quote.speaker_id, text=f"loaded {number}", state="published")
        for number in range(sync.SHORT_GAP + 1)
    ]
    Quote.objects.bulk_create(more)
    found = find_quotes(Search())
    assert (found.total, found.catching_up) == (13, True)


@pytest.mark.usefixtures("transactional_db")
@pytest.mark.parametrize("address", ["/quotes/", "/quotes.csv"])
def test_a_prefix_of_too_many_words_harms_no_index(client: Client, address: str) -> None:
    speaker = Speaker.objects.create(slug="somebody", name="Somebody")
    words = "visa " + " ".join(f"sa{number:05}" for number in range(17_000))
    Quote.objects.create(speaker=speaker, text=words, state="published")
    made = sync.rebuild_index()
    response = client.get(address, {"q": "visa-sa*"})
    assert response.status_code == 400
    assert "This prefix matches too many words" in response.content.decode()
    assert generations.current_generation().folder == made.folder
    assert client.get(address, {"q": "sa00001 sa16*"}).status_code == 200

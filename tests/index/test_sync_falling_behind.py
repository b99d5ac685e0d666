"""An index that is behind: what it finds meanwhile, and what pages say about it."""

import pytest
from django.core.management import call_command
from django.test import Client

from citations.index import generations, sync
from citations.models import Quote, State
from citations.query.parser import parse_query
from citations.search.find import find_quotes
from citations.search.request import Search
from tests.support.asking_process import new_quote

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("synced_index")]


def test_a_long_gap_is_left_to_the_command(monkeypatch: pytest.MonkeyPatch, client: Client) -> None:
    monkeypatch.setattr(sync, "SHORT_GAP", 10)
    Quote.objects.bulk_create([new_quote("avalanche") for _ in range(11)])
    behind = find_quotes(Search(query=parse_query("avalanche")))
    assert (behind.total, behind.catching_up) == (0, True)
    assert "being updated" in client.get("/quotes/?q=avalanche").content.decode()
    call_command("index", verbosity=0)
    caught_up = find_quotes(Search(query=parse_query("avalanche")))
    assert (caught_up.total, caught_up.catching_up) == (11, False)


@pytest.mark.parametrize("more", ["", "&more=speaker"], ids=["beside results", "on its page"])
def test_a_facet_names_nobody_who_is_no_longer_public(
    monkeypatch: pytest.MonkeyPatch, client: Client, more: str
) -> None:
    address = f"/quotes/?speaker=kishida-fumio{more}"
    assert "Hayashi Yoshimasa</bdi>" in client.get(address).content.decode()
    monkeypatch.setattr(sync, "SHORT_GAP", 0)
    Quote.objects.filter(speaker__slug="hayashi-yoshimasa").update(state="rejected")
    assert "Hayashi Yoshimasa</bdi>" not in client.get(address).content.decode()


def test_it_says_that_it_is_behind_until_it_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sync, "CHANGES_PER_COMMIT", 5)
    Quote.objects.update(text="many of them")
    first = find_quotes(Search(query=parse_query("many")))
    assert first.catching_up
    while (again := find_quotes(Search(query=parse_query("many")))).catching_up:
        assert again.total <= 13
    assert again.total == 13


def test_counts_are_not_cached_as_those_of_a_later_index(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Another process brings the index up to date while this one opens it."""
    sync.rebuild_index()
    searcher, changes = generations.Generation.searcher, iter(["difficult"])

    def opened(self: generations.Generation) -> object:
        found = searcher(self)
        if text := next(changes, ""):
            Quote.objects.filter(text=text).update(state=State.REJECTED)
            sync.sync_index()
        return found

    monkeypatch.setattr(generations.Generation, "searcher", opened)
    find_quotes(Search())
    found = find_quotes(Search())
    assert sum(found.counts["lang"].values()) == found.total

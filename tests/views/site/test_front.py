"""The front page: the search box, the quotation of the day, and counts."""

from datetime import date, timedelta

import pytest
from django.test import Client

from citations.models import Appearance, Quote, State
from tests.support.pages import SPLIT, TWICE, page


def test_the_front_page_counts_what_is_published_and_nothing_else(
    client: Client, seed: None
) -> None:
    Quote.objects.filter(speaker__slug="hayashi-yoshimasa").update(state="proposed")
    counts = client.get("/").context["counts"]
    assert (counts.quotations, counts.speakers, counts.sources) == (12, 5, 2)


def test_the_quotation_of_the_day_is_one_for_everybody_and_changes(seed: None) -> None:
    Appearance.objects.update(verdict="verbatim")
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(60)]
    chosen = [Appearance.objects.of_the_day(day) for day in days]
    assert chosen == [Appearance.objects.of_the_day(day) for day in days]
    assert all(one and one.quote.mode == "direct" and one.quote.is_published for one in chosen)
    assert len(set(chosen)) > 1


def test_the_front_page_shows_no_quotation_that_nobody_checked(client: Client, seed: None) -> None:
    assert client.get("/").context["result"] is None


def test_the_front_page_with_a_query_redirects_to_its_results(client: Client, db: None) -> None:
    response = client.get("/?q=peace+treaty&sort=newest")
    assert response.headers["Location"] == "/quotes/?q=peace+treaty&sort=newest"


@pytest.mark.parametrize("address", ["/", "/speakers/", "/articles/", "/dates/"])
def test_an_empty_database_says_so(client: Client, db: None, address: str) -> None:
    assert "published" in page(client, address)


def test_the_front_page_counts_again_once_something_changes(
    client: Client, transactional_db: None, seed: None
) -> None:
    assert client.get("/").context["counts"].quotations == 13
    Quote.objects.filter(key=TWICE).set_state(State.REJECTED)
    counts = client.get("/").context["counts"]
    assert (counts.quotations, counts.share_verified) == (12, 0)
    Appearance.objects.filter(quote__key=SPLIT).update(verdict="verbatim")
    assert client.get("/").context["counts"].share_verified == 8


def test_very_many_speakers_and_sources_are_not_counted_exactly(
    client: Client, seed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("citations.pages.front_page.MOST_COUNTED", 1)
    assert page(client, "/").count("over 1<") == 2

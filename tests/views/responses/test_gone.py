"""A withdrawn quote: 410 with the reason, and none of its words."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from citations.models import Quote, QuoteRelation, State
from citations.models.history import withdrawal_of
from tests.support.pages import SPLIT, TWICE, page

PAGE = f"/quotes/{TWICE}/"
PLACES = (PAGE, f"{PAGE}cite/", f"{PAGE}card/", f"/quotes/{TWICE}.ris", f"/quotes/{TWICE}.docx")
REASON = "The transcript has other words."


def withdraw(state: State = State.REJECTED, reason: str = REASON) -> None:
    Quote.objects.filter(key=TWICE).set_state(state, reason)


@pytest.mark.parametrize("state", [State.REJECTED, State.PROPOSED])
@pytest.mark.parametrize("address", PLACES)
def test_every_address_of_a_withdrawn_quote_gives_the_day_and_the_reason(
    client: Client, seed: None, address: str, state: State
) -> None:
    withdraw(state)
    response = client.get(address)
    html = response.content.decode()
    assert response.status_code == 410
    assert response["X-Robots-Tag"] == "noindex"
    assert "This quotation was withdrawn on " in html
    assert f"{Quote.history.first().history_date:%B %Y}" in html
    assert REASON in html


@pytest.mark.parametrize("address", PLACES)
def test_no_words_of_a_withdrawn_quote_are_shown(client: Client, seed: None, address: str) -> None:
    Quote.objects.filter(key=TWICE).update(text="utterly wrong words")
    withdraw()
    html = client.get(address).content.decode()
    for words in ("utterly wrong words", "Kishida", "2022"):
        assert words not in html


def test_a_file_of_a_withdrawn_quote_is_two_lines_of_text(client: Client, seed: None) -> None:
    withdraw()
    response = client.get(f"/quotes/{TWICE}.bib")
    first, second = response.content.decode().splitlines()
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert first.startswith("This quotation was withdrawn on ")
    assert second == f"Reason given: {REASON}"


@pytest.mark.parametrize("address", PLACES)
@pytest.mark.parametrize("reason", ["", "  "])
def test_a_missing_reason_is_said_to_be_missing(
    client: Client, seed: None, address: str, reason: str
) -> None:
    withdraw(reason=reason)
    assert "No reason was recorded." in client.get(address).content.decode()


@pytest.mark.parametrize("address", PLACES[:3])
def test_markup_in_a_reason_is_text(client: Client, seed: None, address: str) -> None:
    withdraw(reason="<script>alert(1)</script> & \u202e{{ x }}")
    html = client.get(address).content.decode()
    assert "<script>alert" not in html
    assert "<bdi>&lt;script&gt;alert(1)&lt;/script&gt; &amp; \u202e{{ x }}</bdi>" in html


@pytest.mark.parametrize("address", PLACES)
@pytest.mark.parametrize("state", ["proposed", "rejected"])
def test_a_quote_that_was_never_published_is_not_found(
    client: Client, seed: None, address: str, state: str
) -> None:
    Quote.objects.filter(key=TWICE).update(state="proposed")
    Quote.objects.filter(key=TWICE).set_state(State.REJECTED, "Gossip.")
    Quote.objects.filter(key=TWICE).set_state(State(state), "Gossip.")
    response = client.get(address)
    assert response.status_code == 404
    assert "Gossip" not in response.content.decode()


def test_the_reason_is_that_of_the_withdrawal(seed: None) -> None:
    withdraw(reason="An older one.")
    withdraw(State.PUBLISHED, reason="It is there after all.")
    withdraw(State.REJECTED, reason=REASON)
    withdraw(State.PROPOSED, reason="To be looked at again.")
    told = withdrawal_of(TWICE)
    assert told
    assert told.reason == REASON


def test_a_quote_published_again_is_shown_again(client: Client, seed: None) -> None:
    withdraw()
    withdraw(State.PUBLISHED)
    assert withdrawal_of(TWICE) is None
    page(client, PAGE)


def test_a_withdrawal_without_history_gives_no_day(client: Client, seed: None) -> None:
    quote = Quote.objects.get(key=TWICE)
    quote.save()
    Quote.objects.filter(key=TWICE).update(state="rejected")
    response = client.get(PAGE)
    assert response.status_code == 410
    assert "This quotation was withdrawn.\n</h1>" in response.content.decode()


def test_a_deleted_quote_says_why_it_was_withdrawn(client: Client, seed: None) -> None:
    withdraw()
    quote = Quote.objects.get(key=TWICE)
    quote.appearances.all().delete()
    QuoteRelation.objects.all().delete()
    quote.delete()
    response = client.get(PAGE)
    assert response.status_code == 410
    assert REASON in response.content.decode()


@pytest.mark.parametrize(("state", "status"), [("published", 410), ("proposed", 404)])
def test_a_deleted_quote_is_gone_only_if_it_was_published(
    client: Client, seed: None, state: str, status: int
) -> None:
    Quote.objects.filter(key=TWICE).update(state=state)
    quote = Quote.objects.get(key=TWICE)
    quote.appearances.all().delete()
    quote._change_reason = REASON  # type: ignore[attr-defined]
    quote.delete()
    response = client.get(PAGE)
    assert response.status_code == status
    assert (REASON in response.content.decode()) is (status == 410)


def test_a_load_that_withdraws_a_quote_gives_the_reason(
    client: Client, seed: None, tmp_path: Path
) -> None:
    file = tmp_path / "quotes.jsonl"
    line = {"type": "quote", "key": TWICE, "speaker": "kishida-fumio", "text": "unacceptable"}
    file.write_text(json.dumps(line | {"mode": "partial", "state": "rejected"}))
    call_command("load", str(file), verbosity=0)
    response = client.get(PAGE)
    assert response.status_code == 410
    assert "No reason was recorded." in response.content.decode()


def test_history_records_only_once_that_a_quote_was_published(seed: None) -> None:
    withdraw()
    withdraw(State.PUBLISHED)
    withdraw()
    states = Quote.history.filter(key=TWICE).values_list("state", flat=True)
    assert list(states) == ["rejected", "published", "rejected", "published"]


@pytest.mark.parametrize("address", PLACES[:4])
def test_an_existing_page_does_not_query_history(client: Client, seed: None, address: str) -> None:
    with CaptureQueriesContext(connection) as asked:
        page(client, address)
    assert not [query for query in asked if "historical" in query["sql"]]


def test_a_missing_page_takes_few_queries(
    client: Client, seed: None, django_assert_max_num_queries: Callable[..., object]
) -> None:
    with django_assert_max_num_queries(4):
        assert client.get(f"/quotes/{SPLIT[:-1]}0/").status_code == 404

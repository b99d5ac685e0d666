"""Rows of quotes are read in batches, with what is known of each quote."""

import json

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from citations.export import rows as quote_rows_module
from citations.export.rows import COLUMNS, RecordAddresses, quote_rows
from citations.export.tables import Extent, write_csv, write_jsonl
from citations.models import Quote, Speaker, Standing, State
from tests.support.pages import TWICE

ADDRESSES = RecordAddresses("", "q:{}".format, "a:{}".format)


def test_a_batch_of_any_size_costs_the_same_queries(
    seed: None,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    quote_ids = list(Quote.objects.values_list("pk", flat=True))
    for some in (quote_ids[:1], quote_ids):
        with django_assert_max_num_queries(5):
            assert len(list(quote_rows(some, ADDRESSES))) == len(some)


def test_a_quote_without_occasion_or_source_is_a_row(db: None) -> None:
    speaker = Speaker.objects.create(slug="x", name="X")
    bare = Quote.objects.create(
        speaker=speaker, text="Bare", state=State.PUBLISHED,
        standing=Standing.DISPUTED, standing_note="Nobody heard it.",
    )  # fmt: skip
    [row] = quote_rows([bare.pk, 10**12], ADDRESSES)
    assert (row["said"], row["office"], row["topics"], row["appearances"]) == ("", "", [], [])
    assert b"Bare" in b"".join(write_csv([row], Extent(1, 1)))
    assert json.loads(b"".join(write_jsonl([row], Extent(1, 1))))["said_earliest"] == ""


def test_a_row_names_its_quote_and_its_articles(seed: None) -> None:
    [row] = quote_rows([Quote.objects.get(key=TWICE).pk], ADDRESSES)
    assert set(row) == {*COLUMNS, "appearances"}
    assert (row["address"], row["speaker"]) == (f"q:{TWICE}", "kishida-fumio")
    assert row["article"] == row["appearances"][0]["article"]
    assert row["article"].startswith("a:")
    assert row["topics"] == sorted(row["topics"])
    assert len(row["appearances"]) == 2


def test_rows_keep_their_order_over_several_batches(
    seed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quote_rows_module, "QUOTES_PER_BATCH", 2)
    quotes = list(Quote.objects.order_by("-key")[:5])
    rows = list(quote_rows([quote.pk for quote in quotes], ADDRESSES))
    assert [row["key"] for row in rows] == [quote.key for quote in quotes]


def test_only_published_quotes_are_rows(seed: None) -> None:
    quote = Quote.objects.get(key=TWICE)
    Quote.objects.filter(pk=quote.pk).update(state="proposed")
    assert not list(quote_rows([quote.pk], ADDRESSES))

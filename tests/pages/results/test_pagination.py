"""Pages of lists: any number is answered, and nothing is counted that need not be."""

from dataclasses import replace

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from citations.forms.quote_filters import QuoteFilterSet
from citations.index import sync
from citations.models import Quote, Topic
from citations.pages.results import pagination
from citations.pages.results.pagination import (
    ListPage,
    asked_page_number,
    missing_page,
    name_to_start_after,
    page_address,
    page_count,
    page_of_quotes,
    page_of_records,
)
from citations.search.find import find_quotes
from citations.search.request import Search
from tests.support.seen import text_of, texts


@pytest.mark.usefixtures("indexed")
def test_a_page_beyond_the_last_is_the_last_and_says_so(client: Client) -> None:
    response = client.get("/quotes/?page=99")
    assert response.status_code == 200
    assert len(response.context["results"]) == 13
    assert "99" in text_of(response.content.decode())


@pytest.mark.usefixtures("indexed")
def test_pages_divide_what_was_found(client: Client) -> None:
    speaker = Quote.objects.get(text="difficult").speaker
    Quote.objects.bulk_create(
        Quote(speaker=speaker, text=f"thing {number}", state="published") for number in range(45)
    )
    sync.rebuild_index()
    seen: list[str] = []
    url = "/quotes/?q=thing"
    while url:
        context = client.get(url).context
        seen += texts(context["results"])
        url = context["page"].next
    assert sorted(seen) == sorted(f"thing {number}" for number in range(45))
    assert context["page"].previous
    assert (context["page"].first, context["page"].last) == (41, 45)


@pytest.mark.usefixtures("indexed")
def test_thousands_are_set_apart(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    found = replace(find_quotes(QuoteFilterSet({}).search), total=1_234_567)
    monkeypatch.setattr(pagination, "find_quotes", lambda asked, load_rows: found)
    page = text_of(client.get("/quotes/?page=500").content.decode())
    assert "1,234,567 quotations" in page
    assert "9,981 to 10,000 of 1,234,567" in page
    assert "These pages show only the first 10,000 of 1,234,567 quotations." in page


def test_pages_end_at_500() -> None:
    assert [page_count(total) for total in (0, 1, 20, 21, 9_999, 10_000, 10_001)] == [
        1, 1, 1, 2, 500, 500, 500
    ]  # fmt: skip


NUMBERS = [
    ("", 1), ("1", 1), ("7", 7), ("0", 1), ("-1", 1), ("01", 1), ("one", 1), ("1.5", 1),
    ("999999999", 999999999), ("1000000000", 1), ("٣", 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number"), NUMBERS)
def test_what_is_no_page_number_is_the_first_page(text: str, number: int) -> None:
    assert asked_page_number({"page": text}) == number


MISSING = [
    ({}, 1, ""),
    ({"page": ""}, 1, ""),
    ({"page": "2"}, 2, ""),
    ({"page": "9"}, 2, "9"),
    ({"page": "one"}, 1, "one"),
    ({"page": "x" * 30}, 1, "x" * 20 + "…"),
]


@pytest.mark.parametrize(("parameters", "number", "missing"), MISSING)
def test_a_page_that_is_missing_is_named(
    parameters: dict[str, str], number: int, missing: str
) -> None:
    assert missing_page(parameters, number) == missing


def test_addresses_of_pages_keep_the_other_parameters() -> None:
    assert page_address({"q": "a b", "page": "3"}, 4) == "?q=a+b&page=4"
    assert name_to_start_after({"after": "a\0b"}) == "ab"
    assert name_to_start_after({}) == ""


def topics_page(page: str = "1", *, per_page: int = 5, **parameters: str) -> ListPage[Topic]:
    listed, asked = Topic.objects.order_by("pk"), parameters | {"page": page}
    return page_of_records(listed, asked, per_page, shown=Topic.objects.all(), name="slug")


@pytest.fixture
def twelve(db: None) -> None:
    Topic.objects.bulk_create(Topic(slug=f"t{n:02}", name=f"T{n}") for n in range(1, 13))


@pytest.mark.parametrize(
    ("asked", "number", "pages", "rows", "missing"),
    [
        ("1", 1, 0, ["t01", "t02", "t03", "t04", "t05"], ""),
        ("3", 3, 0, ["t11", "t12"], ""),
        ("4", 3, 3, ["t11", "t12"], "4"),
        ("9999", 3, 3, ["t11", "t12"], "9999"),
    ],
)
def test_any_page_of_records_is_answered(  # noqa: PLR0917
    twelve: None, asked: str, number: int, pages: int, rows: list[str], missing: str
) -> None:
    page = topics_page(asked)
    assert (page.number, page.pages, page.asked) == (number, pages, missing)
    assert [row.slug for row in page.rows] == rows
    assert (page.first, page.last) == (number * 5 - 4, number * 5 - 5 + len(rows))


def test_pages_of_records_lead_to_each_other(twelve: None) -> None:
    first, last = topics_page(q="x"), topics_page("3")
    assert (first.previous, first.next) == ("", "?q=x&page=2")
    assert (last.previous, last.next) == ("?page=2", "")


def test_after_the_last_number_a_list_continues_after_its_last_row(
    twelve: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pagination, "MOST_LISTED", 10)
    page = topics_page("2")
    assert page.next == "?after=t10"
    assert topics_page("3").number == 2


def test_an_empty_list_has_one_empty_page(db: None) -> None:
    page = topics_page("7")
    assert (list(page.rows), page.number, page.pages, page.asked) == ([], 1, 1, "7")


def test_two_queries_make_a_page_of_records(
    twelve: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(2):
        topics_page("2")


@pytest.mark.usefixtures("indexed")
def test_a_page_of_quotes_is_one_of_all_that_are_found() -> None:
    found, page = page_of_quotes(Search(), {"page": "5"})
    assert (page.number, page.pages, page.asked) == (1, 1, "5")
    assert (page.first, page.last) == (1, found.total)
    assert len(page.rows) == found.total == 13
    assert (page.previous, page.next, page.is_cut) == ("", "", False)

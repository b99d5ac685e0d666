"""One page of results, its order, and counts without results."""

import pytest

from citations.index import sync
from citations.models import Quote
from citations.query.parser import parse_query
from citations.search import find
from citations.search.find import count_searches, find_quote_ids, find_quotes
from citations.search.request import Search

pytestmark = pytest.mark.usefixtures("indexed")


def test_pages_divide_the_results_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "PAGE_SIZE", 5)
    pages = [find_quotes(Search(sort="newest", page=number)) for number in (1, 2, 3)]
    assert [page.total for page in pages] == [13] * 3
    assert [len(page.quotes) for page in pages] == [5, 5, 3]
    ids = [pk for page in pages for pk in page.quotes]
    assert ids == find_quote_ids(Search(sort="newest"), most=20)
    assert len(set(ids)) == 13


def test_quotes_are_sorted_by_the_day_said() -> None:
    days = dict(Quote.objects.values_list("pk", "occasion__date_latest"))
    newest = [days[pk] for pk in find_quote_ids(Search(sort="newest"), most=20)]
    assert newest == sorted(newest, reverse=True)
    begun = dict(Quote.objects.values_list("pk", "occasion__date_earliest"))
    oldest = [begun[pk] for pk in find_quote_ids(Search(sort="oldest"), most=20)]
    assert oldest == sorted(oldest)


def test_quotes_are_sorted_by_their_last_change() -> None:
    changed = Quote.objects.get(text="difficult")
    changed.note = "looked at"
    changed.text = "very difficult"
    changed.save()
    sync.rebuild_index()
    assert find_quote_ids(Search(sort="changed"), most=1) == [changed.pk]


def test_the_rows_of_the_page_are_loaded_by_their_ids() -> None:
    found = find_quotes(
        Search(parse_query("treaty")), load_rows=lambda ids: [f"row {pk}" for pk in ids]
    )
    assert found.rows == [f"row {pk}" for pk in found.quotes]
    assert found.rows
    assert find_quotes(Search()).rows == ()


def test_only_the_facets_asked_for_are_counted() -> None:
    found = find_quotes(Search(), ("lang",), years=False)
    assert list(found.counts) == ["lang"]
    assert not found.years.year_range
    with_years = find_quotes(Search(), ("speaker", "mode"))
    assert list(with_years.counts) == ["speaker", "mode"]
    assert sum(with_years.years.counts().values()) >= 13
    assert with_years.labels["speaker"]["kishida-fumio"] == "Kishida Fumio"


def test_searches_are_counted_without_results() -> None:
    counts = count_searches([Search(), Search(parse_query("unacceptable"))])
    assert counts == [13, 1]
    assert count_searches([]) == []


def test_ids_are_limited_and_ignore_the_page() -> None:
    assert len(find_quote_ids(Search(page=7), most=4)) == 4

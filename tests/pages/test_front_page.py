"""What the front page counts and shows."""

from datetime import date

import pytest

from citations.index import sync
from citations.models import Appearance, Quote
from citations.pages import front_page
from citations.pages.front_page import SiteCounts, quotation_of_the_day, site_counts
from citations.query.parser import parse_query

SHARES = [(0, 0, 0), (3, 1, 33), (3, 3, 100), (1000, 999, 99)]


@pytest.mark.parametrize(("quotations", "verified", "share"), SHARES)
def test_the_share_is_rounded_down(quotations: int, verified: int, share: int) -> None:
    counts = SiteCounts(quotations, 0, 0, verified, None, 1000)
    assert counts.share_verified == share


@pytest.mark.usefixtures("indexed")
def test_only_public_records_are_counted() -> None:
    assert site_counts().quotations == Quote.objects.published().count() == 13
    Quote.objects.filter(text="difficult").update(state="rejected")
    sync.rebuild_index()
    counts = site_counts()
    assert counts.quotations == 12
    assert counts.verified <= 12
    assert counts.changed == max(Quote.objects.published().values_list("changed", flat=True))


@pytest.mark.usefixtures("indexed")
def test_large_numbers_are_counted_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front_page, "MOST_COUNTED", 2)
    counts = site_counts()
    assert (counts.speakers, counts.most) == (3, 2)


def test_a_day_has_its_quotation(seed: None) -> None:
    Appearance.objects.update(verdict="verbatim")
    keys = {quotation_of_the_day(date(2026, 1, day)).key for day in range(1, 15)}
    assert len(keys) > 1
    assert quotation_of_the_day(date(2026, 1, 1)) == quotation_of_the_day(date(2026, 1, 1))


def test_an_empty_site_has_no_quotation(db: None) -> None:
    assert quotation_of_the_day(date(2026, 1, 1)) is None


@pytest.mark.parametrize("example", front_page.EXAMPLES)
def test_the_examples_are_queries(example: front_page.ExampleSearch) -> None:
    assert not parse_query(example.query).ignored
    assert str(example.meaning)

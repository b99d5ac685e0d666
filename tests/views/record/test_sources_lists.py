"""Long lists of speakers, articles and dates, page by page."""

from typing import Any

import pytest
from django.db.models import QuerySet
from django.test import Client

from citations.models import Article, Occasion, Publication, Quote, Speaker
from tests.support.pages import TWICE, copies_of, page


def shown(client: Client, address: str) -> list[str]:
    """The names, headlines or slugs that a list shows, in its order."""
    context = client.get(address).context
    rows = context["page"].rows if "page" in context else context["found"]
    return [getattr(row, "name", "") or getattr(row, "headline", "") or row.slug for row in rows]


def gone_through(client: Client, address: str) -> list[str]:
    """All that a list shows, from page to page by the link to the next."""
    found: list[str] = []
    url = address
    while url:
        found += shown(client, url)
        following = client.get(url).context["page"].next
        url = address.partition("?")[0] + following if following else ""
    return found


@pytest.fixture
def many(seed: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sixty more of everything, and pages that end soon."""
    copies_of(Quote.objects.get(key=TWICE), range(60))
    Article.objects.filter(headline__endswith="7").update(published="2001-02-03")
    Occasion.objects.filter(slug__endswith="9").update(date="")
    monkeypatch.setattr("citations.pages.results.pagination.MOST_LISTED", 20)
    monkeypatch.setattr("citations.views.record.speakers.SPEAKERS_PER_PAGE", 5)
    monkeypatch.setattr("citations.views.record.occasions.OCCASIONS_PER_PAGE", 5)


@pytest.mark.parametrize(
    ("address", "rows"),
    [
        ("/speakers/", Speaker.objects.public().by_name()),
        ("/articles/", Article.objects.public().newest_first()),
        ("/dates/", Occasion.objects.public().newest_first()),
    ],
)
def test_the_pages_of_a_long_list_reach_its_end(
    client: Client, many: None, address: str, rows: QuerySet[Any]
) -> None:
    listed = [getattr(row, "name", "") or getattr(row, "headline", "") or row.slug for row in rows]
    # After the last row with a date come only rows that have one, and then those without.
    undated = gone_through(client, f"{address}?undated=on") if address != "/speakers/" else []
    found = gone_through(client, address)
    assert found + [one for one in undated if one not in found] == listed


def test_a_page_number_that_is_too_high_shows_the_last_page(client: Client, many: None) -> None:
    html = page(client, "/speakers/?page=99")
    assert "There is no page “99”. This is page 4." in html
    assert 'rel="next" href="?after=' in html


@pytest.mark.parametrize("address", ["/dates/", "/articles/", "/publications/paper/"])
@pytest.mark.parametrize("asked", ["yesterday", "\0", "2022" * 50])
def test_an_invalid_date_is_an_error(client: Client, seed: None, address: str, asked: str) -> None:
    paper = Publication.objects.create(slug="paper", name="The Paper", kind="newspaper")
    Article.objects.update(publication=paper)
    response = client.get(address, {"until": asked})
    assert response.status_code == 400
    assert 'role="alert"' in response.content.decode()


@pytest.mark.parametrize("address", ["/speakers/", "/articles/", "/dates/"])
@pytest.mark.parametrize("after", ["nobody", "\0x", "x" * 5000])
def test_a_list_after_an_unknown_record_is_not_found(
    client: Client, seed: None, address: str, after: str
) -> None:
    assert client.get(address, {"after": after}).status_code == 404

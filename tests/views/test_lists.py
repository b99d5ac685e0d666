"""Speakers, dates and publications: their pages, and the lists of them."""

import re
from typing import Any

import pytest
from django.db.models import QuerySet
from django.test import Client

from citations.models import Article, Occasion, Position, Publication, Quote, Speaker
from tests.support.pages import TWICE, copies_of, page

# A speaker -----------------------------------------------------------------------------------


def test_a_speaker_shows_every_name_in_its_language(client: Client, seed: None) -> None:
    html = page(client, "/speakers/kishida-fumio/")
    assert '<h1><span class="family">Kishida</span> Fumio</h1>' in html
    assert 'lang="ja" dir="auto">岸田文雄</span>' in html


def test_a_speaker_shows_quotes_by_year_as_a_table(client: Client, seed: None) -> None:
    years = client.get("/speakers/kishida-fumio/").context["years"]
    assert [(one.year, one.count) for one in years] == [(2022, 2), (2024, 3)]


def test_a_year_that_is_not_known_is_counted_apart(client: Client, seed: None) -> None:
    Quote.objects.filter(speaker__slug="kishida-fumio").update(occasion=None)
    years = client.get("/speakers/kishida-fumio/").context["years"]
    assert [(one.year, one.count, one.url) for one in years] == [(None, 5, "")]


def test_an_office_without_dates_is_named_all_the_same(client: Client, seed: None) -> None:
    Position.objects.update(start="", end="")
    assert "Prime Minister, Japan" in page(client, "/speakers/kishida-fumio/")


def test_a_merged_speaker_leads_to_the_other_for_good(client: Client, seed: None) -> None:
    kishida = Speaker.objects.get(slug="kishida-fumio")
    Speaker.objects.create(slug="kishida-f", name="F. Kishida", merged_into=kishida)
    response = client.get("/speakers/kishida-f/")
    assert (response.status_code, response.headers["Location"]) == (301, "/speakers/kishida-fumio/")


def test_merges_made_past_the_model_lead_to_the_last_or_to_nothing(
    client: Client, seed: None
) -> None:
    kishida = Speaker.objects.get(slug="kishida-fumio")
    middle = Speaker.objects.create(slug="f-kishida", name="F. Kishida", merged_into=kishida)
    Speaker.objects.create(slug="kishida-f", name="Kishida F.", merged_into=middle)
    assert client.get("/speakers/kishida-f/").headers["Location"] == "/speakers/kishida-fumio/"
    Speaker.objects.filter(pk=kishida.pk).update(merged_into=middle)  # a circle
    assert client.get("/speakers/kishida-f/").status_code == 404


def test_a_speaker_merged_into_one_who_is_not_public_is_not_there(client: Client, db: None) -> None:
    other = Speaker.objects.create(slug="other", name="Other")
    Speaker.objects.create(slug="one", name="One", merged_into=other)
    assert client.get("/speakers/one/").status_code == 404


# Dates, publications -------------------------------------------------------------------------


def test_the_timeline_goes_from_the_newest_year_to_what_has_none(
    client: Client, seed: None
) -> None:
    years = client.get("/dates/").context["years"]
    assert [year.number for year in years] == [2024, 2022, None]


def test_a_publication_lists_its_articles(client: Client, seed: None) -> None:
    paper = Publication.objects.create(slug="paper", name="The Paper", kind="newspaper")
    Article.objects.filter(key="2QYFQPNN").update(publication=paper)
    assert "Japan-Russia peace talks suspended" in page(client, "/publications/paper/")


# Long lists ----------------------------------------------------------------------------------


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
def test_a_long_list_is_gone_through_page_by_page_to_its_end(
    client: Client, many: None, address: str, rows: QuerySet[Any]
) -> None:
    listed = [getattr(row, "name", "") or getattr(row, "headline", "") or row.slug for row in rows]
    # After the last row with a date come only rows that have one, and then those without.
    undated = gone_through(client, f"{address}?undated=on") if address != "/speakers/" else []
    found = gone_through(client, address)
    assert found + [one for one in undated if one not in found] == listed


def test_a_page_that_no_number_reaches_is_the_last_that_one_does(
    client: Client, many: None
) -> None:
    html = page(client, "/speakers/?page=99")
    assert "There is no page “99”: this is page 4." in html
    assert 'rel="next" href="?after=' in html


@pytest.mark.sqlite
@pytest.mark.parametrize("start", ["", "k"])
def test_the_speakers_of_a_page_are_read_in_their_order_and_no_others(db: None, start: str) -> None:
    public = Speaker.objects.public()
    last = Speaker(slug="kishida-fumio", name="Kishida Fumio")
    for rows in (public.by_name(start), public.by_name().following(last)):
        plan = rows[:50].explain()
        assert "speaker_by_name" in plan
        assert "TEMP B-TREE" not in plan


def test_speakers_are_listed_from_a_letter_on(client: Client, seed: None) -> None:
    assert shown(client, "/speakers/?from=k")[0] == "Kishida Fumio"
    assert shown(client, "/speakers/?from=K") == shown(client, "/speakers/?from=k")


@pytest.mark.parametrize("asked", ["kish", "岸田", "FUMIO kishida"])
def test_speakers_are_searched_by_any_form_of_a_name(
    client: Client, indexed: None, asked: str
) -> None:
    response = client.get("/speakers/", {"q": asked})
    assert [(one.slug, one.count) for one in response.context["found"]] == [("kishida-fumio", 5)]


def test_a_name_that_nobody_has_is_told(client: Client, indexed: None) -> None:
    assert "No speaker has “zzz” in a name." in page(client, "/speakers/?q=zzz")


def test_the_list_of_speakers_counts_their_quotes(client: Client, indexed: None) -> None:
    counts = {one.slug: one.count for one in client.get("/speakers/").context["found"]}
    assert counts["kishida-fumio"] == 5
    assert sum(counts.values()) == 13


@pytest.mark.parametrize(
    ("asked", "years"),
    [("2023", [2022, None]), ("2022-03-22", [2022, None]), ("2021", []), ("", [2024, 2022, None])],
)
def test_dates_are_listed_up_to_a_day(
    client: Client, seed: None, asked: str, years: list[int | None]
) -> None:
    found = client.get("/dates/", {"until": asked}).context["years"]
    assert [year.number for year in found] == years


@pytest.mark.parametrize("address", ["/dates/", "/articles/", "/publications/paper/"])
@pytest.mark.parametrize("asked", ["yesterday", "\0", "2022" * 50])
def test_a_day_that_is_none_is_told(client: Client, seed: None, address: str, asked: str) -> None:
    paper = Publication.objects.create(slug="paper", name="The Paper", kind="newspaper")
    Article.objects.update(publication=paper)
    response = client.get(address, {"until": asked})
    assert response.status_code == 400
    assert 'role="alert"' in response.content.decode()


def test_of_a_day_and_what_comes_after_the_earlier_one_counts(client: Client, seed: None) -> None:
    def listed(**asked: str) -> list[str]:
        page = client.get("/dates/", asked).context["page"]
        return [one.slug for one in page.rows]

    everything = [one.slug for one in Occasion.objects.newest_first() if one.date]
    for number, after in enumerate(everything):
        assert listed(after=after, until="2024-12-31") == listed(after=after)
        assert listed(after=after) == everything[number + 1 :]
    assert listed(after=everything[0], until="2022-03-21") == listed(until="2022-03-21")


@pytest.mark.parametrize("address", ["/speakers/", "/articles/", "/dates/"])
@pytest.mark.parametrize("after", ["nobody", "\0x", "x" * 5000])
def test_a_list_that_begins_after_nothing_is_not_found(
    client: Client, seed: None, address: str, after: str
) -> None:
    assert client.get(address, {"after": after}).status_code == 404


def test_of_a_day_on_which_very_much_was_said_only_so_much_is_shown(
    client: Client, seed: None
) -> None:
    occasion = Occasion.objects.create(slug="long-day", date="2025-01-01")
    speaker = Speaker.objects.get(slug="kishida-fumio")
    for n in range(30):
        Quote.objects.create(speaker=speaker, text=f"No. {n}", occasion=occasion, state="published")
    assert page(client, "/dates/").count("<q>No. ") == 20


def test_a_sitemap_has_sections_of_bounded_size(
    client: Client, seed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("citations.views.site.sitemaps.SECTION", 5)
    index = page(client, "/sitemap.xml")
    sections = re.findall(r"<loc>http://testserver(/sitemap-quotes[^<]*)</loc>", index)
    pages = [re.findall(r"/quotes/\w+/", page(client, section)) for section in sections]
    assert len(sections) > 2
    assert all(len(each) <= 5 for each in pages)
    assert sorted(url for each in pages for url in each) == sorted(
        quote.get_absolute_url() for quote in Quote.objects.published()
    )
    for number in ("0", "-1", "99", "two", "1" * 30, "\0"):
        assert client.get("/sitemap-quotes.xml", {"p": number}).status_code == 404

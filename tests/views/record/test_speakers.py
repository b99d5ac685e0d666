"""The list of speakers, and the page of each."""

import pytest
from django.test import Client

from citations.models import Position, Quote, Speaker
from tests.support.pages import page


def test_a_speaker_shows_every_name_in_its_language(client: Client, seed: None) -> None:
    html = page(client, "/speakers/kishida-fumio/")
    assert '<h1><span class="family">Kishida</span> Fumio</h1>' in html
    assert 'lang="ja" dir="auto">岸田文雄</span>' in html


def test_a_speaker_shows_quotes_by_year_as_a_table(client: Client, seed: None) -> None:
    years = client.get("/speakers/kishida-fumio/").context["years"]
    assert [(one.year, one.count) for one in years] == [(2022, 2), (2024, 3)]


def test_an_unknown_year_is_counted_separately(client: Client, seed: None) -> None:
    Quote.objects.filter(speaker__slug="kishida-fumio").update(occasion=None)
    years = client.get("/speakers/kishida-fumio/").context["years"]
    assert [(one.year, one.count, one.url) for one in years] == [(None, 5, "")]


def test_an_office_without_dates_is_listed(client: Client, seed: None) -> None:
    Position.objects.update(start="", end="")
    assert "Prime Minister, Japan" in page(client, "/speakers/kishida-fumio/")


def test_a_merged_speaker_redirects_permanently(client: Client, seed: None) -> None:
    kishida = Speaker.objects.get(slug="kishida-fumio")
    Speaker.objects.create(slug="kishida-f", name="F. Kishida", merged_into=kishida)
    response = client.get("/speakers/kishida-f/")
    assert (response.status_code, response.headers["Location"]) == (301, "/speakers/kishida-fumio/")


def test_chained_merges_redirect_to_the_last_and_circles_are_not_found(
    client: Client, seed: None
) -> None:
    kishida = Speaker.objects.get(slug="kishida-fumio")
    middle = Speaker.objects.create(slug="f-kishida", name="F. Kishida", merged_into=kishida)
    Speaker.objects.create(slug="kishida-f", name="Kishida F.", merged_into=middle)
    assert client.get("/speakers/kishida-f/").headers["Location"] == "/speakers/kishida-fumio/"
    Speaker.objects.filter(pk=kishida.pk).update(merged_into=middle)  # a circle
    assert client.get("/speakers/kishida-f/").status_code == 404


def test_a_speaker_merged_into_an_unpublished_one_is_not_found(client: Client, db: None) -> None:
    other = Speaker.objects.create(slug="other", name="Other")
    Speaker.objects.create(slug="one", name="One", merged_into=other)
    assert client.get("/speakers/one/").status_code == 404


def shown(client: Client, address: str) -> list[str]:
    """The names, headlines or slugs that a list shows, in its order."""
    context = client.get(address).context
    rows = context["page"].rows if "page" in context else context["found"]
    return [getattr(row, "name", "") or getattr(row, "headline", "") or row.slug for row in rows]


@pytest.mark.sqlite
@pytest.mark.parametrize("start", ["", "k"])
def test_the_index_gives_exactly_the_speakers_of_a_page(db: None, start: str) -> None:
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


def test_a_name_without_matches_says_so(client: Client, indexed: None) -> None:
    assert "No speaker’s name matches “zzz”." in page(client, "/speakers/?q=zzz")


def test_the_list_of_speakers_counts_their_quotes(client: Client, indexed: None) -> None:
    counts = {one.slug: one.count for one in client.get("/speakers/").context["found"]}
    assert counts["kishida-fumio"] == 5
    assert sum(counts.values()) == 13

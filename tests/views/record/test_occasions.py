"""The timeline of occasions."""

import pytest
from django.test import Client

from citations.models import Occasion, Quote, Speaker
from tests.support.pages import page


def test_the_timeline_goes_from_the_newest_year_to_undated_occasions(
    client: Client, seed: None
) -> None:
    years = client.get("/dates/").context["years"]
    assert [year.number for year in years] == [2024, 2022, None]


@pytest.mark.parametrize(
    ("asked", "years"),
    [("2023", [2022, None]), ("2022-03-22", [2022, None]), ("2021", []), ("", [2024, 2022, None])],
)
def test_dates_are_listed_up_to_a_day(
    client: Client, seed: None, asked: str, years: list[int | None]
) -> None:
    found = client.get("/dates/", {"until": asked}).context["years"]
    assert [year.number for year in found] == years


def test_of_two_limits_the_earlier_one_counts(client: Client, seed: None) -> None:
    def listed(**asked: str) -> list[str]:
        page = client.get("/dates/", asked).context["page"]
        return [one.slug for one in page.rows]

    everything = [one.slug for one in Occasion.objects.newest_first() if one.date]
    for number, after in enumerate(everything):
        assert listed(after=after, until="2024-12-31") == listed(after=after)
        assert listed(after=after) == everything[number + 1 :]
    assert listed(after=everything[0], until="2022-03-21") == listed(until="2022-03-21")


def test_a_day_shows_a_limited_number_of_quotes(client: Client, seed: None) -> None:
    occasion = Occasion.objects.create(slug="long-day", date="2025-01-01")
    speaker = Speaker.objects.get(slug="kishida-fumio")
    for n in range(30):
        Quote.objects.create(speaker=speaker, text=f"No. {n}", occasion=occasion, state="published")
    assert page(client, "/dates/").count("<q>No. ") == 20

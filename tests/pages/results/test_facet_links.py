"""The facets beside a search, the page of all the values of one, and the chart of years."""

import pytest
from django.test import Client

from citations.index import sync
from citations.models import Occasion, Position, Quote, Speaker
from tests.support.seen import FUKUZAWA, HAYASHI, shown, text_of

pytestmark = pytest.mark.usefixtures("indexed")


def test_a_facet_counts_what_choosing_its_values_would_give(client: Client) -> None:
    facets = {facet.name: facet for facet in client.get("/quotes/").context["facets"]}
    assert {"speaker", "position", "topic", "lang", "mode", "standing", "verdict"} <= set(facets)
    for facet in facets.values():
        for value in facet.values:
            followed = client.get(value.url).context
            assert followed["found"].total == value.number, (facet.name, value.label)


def test_a_facet_is_not_narrowed_by_its_own_choice(client: Client) -> None:
    everybody = client.get("/quotes/").context["facets"][0].values
    with_one = client.get("/quotes/?speaker=hayashi-yoshimasa").context["facets"][0].values
    assert {(v.value, v.number) for v in with_one} == {(v.value, v.number) for v in everybody}
    assert [v.value for v in with_one if v.chosen] == ["hayashi-yoshimasa"]
    assert with_one[0].chosen


def speakers(number: int) -> None:
    """As many more speakers, with one quotation each; the first three said two."""
    for n in range(number):
        speaker = Speaker.objects.create(slug=f"speaker-{n}", name=f"Speaker Number {n}")
        for _ in range(2 if n < 3 else 1):
            Quote.objects.create(speaker=speaker, text=f"thing {n}", state="published")
    sync.rebuild_index()


def test_the_most_frequent_values_stand_beside_the_results_and_lead_to_the_rest(
    client: Client,
) -> None:
    speakers(30)
    facet = client.get("/quotes/?q=thing").context["facets"][0]
    assert len(facet.values) == 8
    assert [value.number for value in facet.values] == [2, 2, 2, 1, 1, 1, 1, 1]
    page = client.get(facet.more_url)
    assert len(page.context["values"]) == 30
    assert not page.context["has_more"]


def test_a_chosen_value_that_is_not_among_the_most_frequent_has_its_true_count(
    client: Client,
) -> None:
    speakers(30)
    facet = client.get("/quotes/?q=thing&speaker=speaker-29").context["facets"][0]
    assert (facet.values[0].value, facet.values[0].number) == ("speaker-29", 1)
    assert len(facet.values) == 9


WITHIN = [
    # a facet, the words asked for among its values, the values listed
    ("speaker", "kish", ["kishida-fumio"]),
    ("speaker", "岸田", ["kishida-fumio"]),
    ("speaker", "FUMIO kishída", ["kishida-fumio"]),
    ("speaker", "nobody", []),
    ("position", "prime", ["Prime Minister"]),
    ("topic", "peac trea", ["peace-treaty"]),
    ("mode", "part", ["partial"]),
    ("lang", "engl", ["en"]),
    ("lang", "", ["en"]),
]


@pytest.mark.parametrize(("facet", "within", "expected"), WITHIN)
def test_it_looks_for_values_by_the_words_of_their_names(
    client: Client, facet: str, within: str, expected: list[str]
) -> None:
    page = client.get("/quotes/", {"more": facet, "within": within})
    assert page.status_code == 200
    assert [value.value for value in page.context["values"]] == expected


def test_offices_are_looked_for_by_their_titles_alone(client: Client) -> None:
    """For they are counted by them: another organisation may have the same."""
    speaker = Speaker.objects.get(slug="kishida-fumio")
    Position.objects.create(speaker=speaker, title="Minister", organisation="Fisheries")
    assert client.get("/quotes/?more=position&within=fish").context["values"] == []


def test_a_language_is_chosen_in_capitals_or_small_letters(client: Client) -> None:
    Quote.objects.filter(text="difficult").update(language="EN-gb")
    sync.rebuild_index()
    assert shown(client, lang="en-GB") == shown(client, lang="en-gb") == {"difficult"}
    counted = client.get("/quotes/").context["found"].counts["lang"]
    assert counted["en-GB"] == 1


def test_a_value_that_is_given_twice_is_chosen_once(client: Client) -> None:
    chips = client.get("/quotes/?mode=direct&mode=direct").context["chips"]
    assert [chip.label for chip in chips] == ["Direct"]


def test_what_is_chosen_stays_when_other_values_are_looked_for(client: Client) -> None:
    asked = "q=the&speaker=hayashi-yoshimasa&more=speaker&within=kish"
    values = client.get(f"/quotes/?{asked}").context["values"]
    assert [(v.value, v.chosen) for v in values] == [
        ("hayashi-yoshimasa", True),
        ("kishida-fumio", False),
    ]


def test_several_values_are_chosen_and_the_rest_of_the_search_is_kept(client: Client) -> None:
    page = client.get("/quotes/?q=the&topic=peace-treaty&sort=oldest&more=speaker")
    assert page.context["kept"] == [("q", "the"), ("topic", "peace-treaty"), ("sort", "oldest")]
    assert page.context["back_url"] == "/quotes/?q=the&topic=peace-treaty&sort=oldest"
    assert 'name="speaker" value="kishida-fumio"' in page.content.decode()
    assert shown(client, speaker=["hayashi-yoshimasa", "fukuzawa-hideo"]) == HAYASHI | FUKUZAWA


def test_the_page_of_a_facet_says_when_nothing_is_named_so(client: Client) -> None:
    page = client.get("/quotes/?more=topic&within=%3Cb%3Exyz").content.decode()
    assert "No topics match" in text_of(page)
    assert "<b>xyz" not in page


YEARS = [
    # years with quotes, what a bar stands for, their number, what is written below them
    ([2022], "", 0, []),
    ([2022, 2024], "year", 3, ["2022", "2023", "2024"]),
    ([1990, 2026], "year", 37, ["1990", "1995", "2000", "2005", "2010", "2015", "2020", "2025"]),
    ([1826, 2026], "decade", 21, ["1850", "1900", "1950", "2000"]),
    ([1, 2026], "century", 21, ["0", "500", "1000", "1500", "2000"]),
]


@pytest.mark.parametrize(("said", "unit", "bars", "ticks"), YEARS)
def test_the_chart_of_years_is_never_more_than_37_bars(
    client: Client, said: list[int], unit: str, bars: int, ticks: list[str]
) -> None:
    speaker = Speaker.objects.create(slug="historian", name="Historian")
    for year in said:
        occasion = Occasion.objects.create(slug=f"in-{year}", date=f"{year:04}")
        Quote.objects.create(speaker=speaker, text="deed", occasion=occasion, state="published")
    sync.rebuild_index()
    chart = client.get("/quotes/?q=deed").context["chart"]
    assert (chart.unit, len(chart.bars)) == (unit, bars) if chart else not bars
    assert len(chart.filled) == len(said) if chart else not bars
    assert [bar.tick for bar in chart.bars if bar.tick] == ticks if chart else not ticks


# Dates that cover many years, or have no beginning or no end; without one, and with none at all.
WIDE = ["1850/1960", "199X", "19XX", "2001/..", "../1800", "2022-03", "1994-04/1996-02", ""]
NARROWED = [
    ("", "century"),
    ("said_from=1780", "decade"),
    ("said_from=1990&said_to=1999", "year"),
    ("said_from=1994-06&said_to=1996-03", "year"),
    ("said_to=1850", "decade"),  # the known years begin with 1800
    ("q=said:1995", "decade"),
]


@pytest.mark.parametrize(("narrowed", "unit"), NARROWED)
def test_every_bar_leads_to_what_it_counts(client: Client, narrowed: str, unit: str) -> None:
    speaker = Speaker.objects.create(slug="historian", name="Historian")
    for number, edtf in enumerate(["0950", *WIDE] if unit == "century" else WIDE):
        occasion = Occasion.objects.create(slug=f"on-{number}", date=edtf, event="a deed")
        Quote.objects.create(speaker=speaker, text="deed", occasion=occasion, state="published")
    sync.rebuild_index()
    chart = client.get(f"/quotes/?speaker=historian&{narrowed}").context["chart"]
    assert chart.unit == unit
    for bar in chart.bars:
        assert (bar.url == "") == (bar.number == 0)
        if bar.url:
            assert (bar.label, client.get(bar.url).context["found"].total) == (
                bar.label,
                bar.number,
            )

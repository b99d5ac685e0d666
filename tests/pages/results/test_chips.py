"""The conditions of a search as chips, and its orders."""

import pytest
from django.test import Client
from django.utils import translation

from citations.edtf.parsing import parse_edtf
from citations.pages.results.chips import DATE_CONDITIONS, date_condition, place_condition

pytestmark = pytest.mark.usefixtures("indexed")


def test_every_condition_has_a_chip_that_takes_it_away(client: Client) -> None:
    asked = "q=treaty+-concluded&speaker=russian-foreign-ministry&said_from=2022&place="
    chips = client.get(f"/quotes/?{asked}").context["chips"]
    assert [chip.label for chip in chips] == [
        "treaty", "without “concluded”", "Russian Foreign Ministry", "said from 2022"
    ]  # fmt: skip
    for chip in chips:
        rest = client.get(chip.url).context["chips"]
        assert [each.label for each in rest] == [c.label for c in chips if c is not chip]


def test_without_words_the_newest_come_first(client: Client) -> None:
    chosen = [link.label for link in client.get("/quotes/").context["sorts"] if link.chosen]
    assert chosen == ["Newest"]
    chosen = [link.label for link in client.get("/quotes/?q=the").context["sorts"] if link.chosen]
    assert chosen == ["Relevance"]


def test_conditions_are_in_words() -> None:
    date = parse_edtf("2022-03")
    assert [date_condition(name, date) for name in DATE_CONDITIONS] == [
        "said from March 2022",
        "said to March 2022",
        "published from March 2022",
        "published to March 2022",
    ]
    with translation.override("en"):
        assert place_condition("100% Tokyo") == "at 100% Tokyo"


def test_a_place_is_a_condition_too(client: Client) -> None:
    [chip] = client.get("/quotes/?place=Nemuro").context["chips"]
    assert (chip.label, chip.url) == ("at Nemuro", "/quotes/")

"""The speaker, the office and the day of a draft are compared with those on record."""

from datetime import date

import pytest

from citations.curation.resolution import NO_BOUNDS, DateBounds
from citations.drafts.attribution_check import (
    AttributionClaim,
    SpeakerMatcher,
    day_differs,
    days_of,
)
from citations.models import Quote, Speaker, SpeakerName

FEBRUARY_2024 = (date(2024, 2, 7), date(2024, 2, 7))


@pytest.fixture
def kishida(seed: None) -> Speaker:
    return Speaker.objects.prefetch_related("positions").get(slug="kishida-fumio")


@pytest.mark.parametrize(
    ("printed", "is_open"), [("", True), ("He", True), ("they", True), ("Duarte", False)]
)
def test_a_claim_is_open_when_it_names_nobody(printed: str, *, is_open: bool) -> None:
    assert AttributionClaim(printed).is_open is is_open


NAMES = [
    ("Kishida Fumio", "Kishida Fumio", True),
    ("F. Kishida", "F. Kishida", True),  # an initial is no contradiction
    ("Kishida", "Kishida", True),
    ("Hayashi Yoshimasa", "Hayashi Yoshimasa", False),
    ("Hideo Kishida", "Hideo Kishida", False),
    ("the prime minister", "", None),
    ("the visitor", "", None),
    ("he", "", None),
    ("former Japanese Prime Minister Kishida", "former Japanese Prime Minister Kishida", None),
]


@pytest.mark.parametrize(("printed", "named", "matches"), NAMES)
def test_a_name_matches_differs_or_is_unclear(
    kishida: Speaker, printed: str, named: str, matches: bool | None
) -> None:
    claim = AttributionClaim(printed, named)
    assert SpeakerMatcher([kishida]).matches(claim, kishida.pk, FEBRUARY_2024) is matches


def test_part_of_an_organisations_name_is_unclear(db: None) -> None:
    ministry = Speaker.objects.create(
        slug="ministry", name="Ministry of Foreign Affairs", kind="organisation"
    )
    SpeakerName.objects.create(speaker=ministry, name=ministry.name, kind="preferred")
    claim = AttributionClaim("Affairs Ministry", "Affairs Ministry")
    assert SpeakerMatcher([ministry]).matches(claim, ministry.pk, NO_BOUNDS) is not False
    other = AttributionClaim("Ana Duarte", "Ana Duarte")
    assert SpeakerMatcher([ministry]).matches(other, ministry.pk, NO_BOUNDS) is False


OFFICES = [
    ("Prime Minister Kishida", "", FEBRUARY_2024, ""),
    ("Foreign Minister Kishida", "", FEBRUARY_2024, "foreign minister"),
    ("Kishida", "the foreign minister", FEBRUARY_2024, "foreign minister"),
    ("Former Prime Minister Kishida", "", FEBRUARY_2024, "former prime minister"),
    ("Kishida", "a keen cook", FEBRUARY_2024, ""),
    ("Foreign Minister Kishida", "", NO_BOUNDS, ""),  # of an unknown day nothing is sure
    ("he", "the foreign minister", FEBRUARY_2024, ""),
]


@pytest.mark.parametrize(("printed", "apposition", "days", "office"), OFFICES)
def test_only_an_office_that_was_surely_not_held_differs(
    kishida: Speaker, printed: str, apposition: str, days: DateBounds, office: str
) -> None:
    claim = AttributionClaim(printed, printed, apposition=apposition)
    assert SpeakerMatcher([kishida]).office_differs(claim, kishida.pk, days) == office


@pytest.mark.parametrize(
    ("said", "days", "differs"),
    [
        ("2024-02-07", FEBRUARY_2024, False),
        ("2024-02", FEBRUARY_2024, False),
        ("2024-02-06", FEBRUARY_2024, True),
        ("2024-02-08", FEBRUARY_2024, True),
        ("2023", FEBRUARY_2024, True),
        ("", FEBRUARY_2024, False),
        ("2024-02-08", NO_BOUNDS, False),
        ("2024-02-08", (date(2024, 2, 9), None), True),
        ("2024-02-08", (None, date(2024, 2, 9)), False),
    ],
)
def test_days_differ_when_they_cannot_be_the_same(
    said: str, days: DateBounds, *, differs: bool
) -> None:
    assert day_differs(AttributionClaim(said=said), days) is differs


def test_the_days_of_a_quote_are_those_of_its_occasion(seed: None) -> None:
    quote = Quote.objects.exclude(occasion=None).select_related("occasion")[0]
    assert quote.occasion
    assert days_of(quote) == (quote.occasion.date_earliest, quote.occasion.date_latest)
    quote.occasion = None
    assert days_of(quote) == NO_BOUNDS

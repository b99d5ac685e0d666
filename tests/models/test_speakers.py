"""Speakers: the offices they held on a day, and those merged into others."""

from datetime import date

import pytest

from citations.models import Occasion, Position, Quote, Speaker
from tests.support.rows import messages, quote, saved, saved_speaker

pytestmark = pytest.mark.django_db

DAY = date(2021, 5, 10)


@pytest.mark.parametrize(
    ("offices", "days", "title"),
    [
        # (title, start, end) of the offices; the day or days; the office held
        ([("A", "2020", "2022")], (DAY,), "A"),
        ([], (DAY,), None),
        ([("A", "2022", "")], (DAY,), None),  # later
        ([("A", "2019", "2020")], (DAY,), None),  # earlier
        ([("A", "2021-05-10", "2021-05-10")], (DAY,), "A"),  # a single day
        ([("A", "2021-05", "")], (DAY,), None),  # began on some day of that month: not sure
        ([("A", "2020", "2021")], (DAY,), None),  # ended on some day of that year: not sure
        ([("A", "2020", "")], (DAY,), "A"),  # still held
        ([("A", "", "2022")], (DAY,), None),  # a beginning that is not known
        ([("A", "2020", "2022"), ("B", "2021-01-01", "")], (DAY,), None),  # several
        ([("A", "2019", "2020"), ("B", "2021-01-01", "")], (DAY,), "B"),  # one after the other
        ([("A", "2020", "2022")], (DAY, date(2021, 12, 31)), "A"),  # through all the days
        ([("A", "2020", "2021-06-01")], (DAY, date(2021, 12, 31)), None),  # through some
        ([("A", "2021-05-11", "")], (DAY, date(2021, 12, 31)), None),
        ([("A", "2020", "")], (None,), None),  # a day that is not known
    ],
)
def test_the_office_on_a_day_is_one_or_none(
    offices: list[tuple[str, str, str]], days: tuple[date | None, ...], title: str | None
) -> None:
    one = saved_speaker()
    for office, start, end in offices:
        Position.objects.create(speaker=one, title=office, start=start, end=end)
    held = one.position_on(*days)
    assert (held.title if held else None) == title


@pytest.mark.parametrize(
    ("start", "end", "held"),
    [
        ("2020", "2022", True),
        ("2021-12-31", "", True),  # begins on the last day
        ("2020", "2021-01-01", True),  # ends on the first
        ("2022", "", False),
        ("2019", "2020", False),
        ("2020", "2020/..", True),  # an end that is open
        ("", "2022", False),  # a beginning that is not known
    ],
)
def test_offices_held_between_two_days(start: str, end: str, held: bool) -> None:
    Position.objects.create(speaker=saved_speaker(), title="A", start=start, end=end)
    found = Position.objects.held_between(date(2021, 1, 1), date(2021, 12, 31))
    assert found.exists() == held


def test_only_speakers_with_something_published_are_public() -> None:
    saved(quote(state="published"))
    silent, merged = saved_speaker("silent"), saved_speaker("merged")
    saved(Quote(speaker=silent, text="Not yet"))
    saved(Quote(speaker=merged, text="Once", state="published"))
    merged.merged_into = saved_speaker()
    merged.save()
    assert [one.slug for one in Speaker.objects.public()] == ["mayor"]


@pytest.mark.parametrize(
    ("days", "held"),
    [
        ("2022", True),
        ("2022/..", False),  # on some day after the office ended, for all that is known
        ("../2022", False),
        ("[2022..]", False),
        ("", False),
    ],
)
def test_no_office_is_claimed_for_days_that_are_open(days: str, held: bool) -> None:
    Position.objects.create(
        speaker=saved_speaker(), title="A", start="2021-05-01", end="2022-12-31"
    )
    one = quote(occasion=saved(Occasion(slug="speech", date=days)))
    assert (one.office is not None) is held


def merged(slug: str, into: Speaker) -> Speaker:
    return Speaker(slug=slug, name=slug, merged_into=into)


def test_a_speaker_is_not_merged_into_a_merged_one() -> None:
    middle = saved(merged("middle", saved_speaker()))
    one = merged("one", middle)
    assert messages(one) == ["That speaker was itself merged: merge into Mayor (mayor)."]


def test_a_speaker_that_others_are_merged_into_stays() -> None:
    middle = saved_speaker("middle")
    saved(merged("one", middle))
    middle.merged_into = saved_speaker()
    assert messages(middle) == [
        "Other speakers were merged into this one: merge them into the new one first."
    ]


def test_a_speaker_with_quotes_is_not_merged() -> None:
    one = saved(quote()).speaker
    one.merged_into = saved_speaker("clerk")
    assert messages(one) == ["This speaker still has quotes: move them to the new one first."]
    Quote.objects.update(speaker=one.merged_into)
    one.full_clean()


def test_a_quote_of_a_merged_speaker_is_refused() -> None:
    one = quote()
    one.speaker = saved(merged("one", saved_speaker()))
    assert messages(one) == ["This speaker was merged into another one: choose Mayor (mayor)."]


def test_merges_are_followed_to_the_end_and_out_of_a_circle() -> None:
    last = saved_speaker()
    middle = saved(merged("middle", last))
    first = saved(merged("first", middle))
    assert first.merge_target == middle.merge_target == last.merge_target == last
    Speaker.objects.filter(pk=last.pk).update(merged_into=first)
    assert Speaker.objects.get(pk=first.pk).merge_target == last

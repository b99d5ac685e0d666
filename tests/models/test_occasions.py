"""Occasions and topics."""

from datetime import date

import pytest
from django.db import IntegrityError

from citations.models import Occasion, Topic
from tests.support.rows import messages, saved

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("earliest", "latest", "found"),
    [
        (date(2021, 5, 31), None, ["may"]),
        (None, date(2021, 4, 30), ["april"]),
        (date(2021, 4, 1), date(2021, 5, 1), ["may", "april"]),
        (date(2022, 1, 1), None, []),
    ],
)
def test_occasions_between_two_days(
    earliest: date | None, latest: date | None, found: list[str]
) -> None:
    for slug, day in (("april", "2021-04"), ("may", "2021-05"), ("unknown", "")):
        saved(Occasion(slug=slug, date=day))
    rows = Occasion.objects.between(earliest, latest).newest_first()
    assert [one.slug for one in rows] == found


def test_undated_occasions_come_last() -> None:
    for slug, day in (("a", ""), ("b", "2021"), ("c", "2022-02-02")):
        saved(Occasion(slug=slug, date=day))
    assert [one.slug for one in Occasion.objects.newest_first()] == ["c", "b", "a"]
    assert [one.slug for one in Occasion.objects.newest_first(undated=True)] == ["a"]


def test_addresses_lead_to_the_occasion_and_the_topic() -> None:
    assert Occasion(slug="speech").get_absolute_url() == "/dates/#speech"
    assert Topic(slug="peace").get_absolute_url() == "/topics/peace/"


def test_a_topic_needs_a_name() -> None:
    assert messages(Topic(slug="x", name=""))
    with pytest.raises(IntegrityError, match="topic_name_not_blank"):
        saved(Topic(slug="x", name=""))

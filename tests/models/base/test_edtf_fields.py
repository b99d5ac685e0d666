"""EDTF dates in the database: the bounds follow the text however it is written."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import FieldError, ValidationError
from django.core.management import call_command
from django.db import connection
from django.db.models import F, Value

from citations.models import Occasion, Position, Speaker
from citations.models.base.edtf_fields import EdtfField, overlaps

pytestmark = pytest.mark.django_db

Bounds = tuple[date | None, date | None]

NONE: Bounds = (None, None)
DAY = (date(2024, 2, 7), date(2024, 2, 7))
MARCH = (date(2022, 3, 1), date(2022, 3, 31))

CASES = [
    ("2024-02-07", DAY),
    ("2022-03", MARCH),
    ("2022", (date(2022, 1, 1), date(2022, 12, 31))),
    ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),  # a leap year
    ("[2022-03-21..2022-12-31]", (date(2022, 3, 21), date(2022, 12, 31))),  # one day of these
    ("{2021-02-07,2022-02-07}", (date(2021, 2, 7), date(2022, 2, 7))),  # both
    ("2022-03/..", (date(2022, 3, 1), None)),  # open ends
    ("../2022-03", (None, date(2022, 3, 31))),
    ("", NONE),  # not known
]


def stored(slug: str = "one") -> Bounds:
    """The columns themselves, which a loaded record would derive again."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT date_earliest, date_latest FROM citations_occasion WHERE slug = %s", [slug]
        )
        earliest, latest = cursor.fetchone()
    return as_date(earliest), as_date(latest)


def as_date(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def occasion(date: str = "", slug: str = "one") -> Occasion:
    return Occasion.objects.create(slug=slug, date=date)


# Writing ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "bounds"), CASES)
def test_a_saved_date_has_its_bounds(text: str, bounds: Bounds) -> None:
    one = occasion(text)
    assert stored() == (one.date_earliest, one.date_latest) == bounds


@pytest.mark.parametrize(("text", "bounds"), CASES)
def test_bounds_follow_a_new_text_at_once(text: str, bounds: Bounds) -> None:
    one = Occasion(slug="one", date="1999")
    one.date = text
    assert (one.date_earliest, one.date_latest) == bounds
    one.save()
    assert stored() == bounds


@pytest.mark.parametrize(("text", "bounds"), CASES)
def test_bounds_follow_an_update(text: str, bounds: Bounds) -> None:
    occasion("1999")
    Occasion.objects.update(date=text)
    assert stored() == bounds


@pytest.mark.parametrize(("text", "bounds"), CASES)
def test_bounds_follow_bulk_changes(text: str, bounds: Bounds) -> None:
    one, two = Occasion.objects.bulk_create(
        [Occasion(slug="one", date=text), Occasion(slug="two", date="1999")]
    )
    assert stored() == bounds
    two.date = text
    Occasion.objects.bulk_update([one, two], ["date"])
    assert stored("two") == bounds


def test_bounds_follow_a_fixture_whatever_it_says(tmp_path: Path) -> None:
    fields = {"slug": "one", "date": "2022-03", "date_earliest": "1066-10-14"}
    nodes = [{"model": "citations.occasion", "fields": fields}]
    (tmp_path / "one.json").write_text(json.dumps(nodes))
    call_command("loaddata", tmp_path / "one.json", verbosity=0)
    assert stored() == MARCH


def test_a_bound_cannot_be_set() -> None:
    one = Occasion(slug="one", date="2022-03", date_earliest=date(1066, 10, 14))
    one.date_latest = date(1066, 10, 14)
    assert (one.date_earliest, one.date_latest) == MARCH


@pytest.mark.parametrize(("text", "bounds"), CASES)
def test_bounds_follow_an_edit(text: str, bounds: Bounds) -> None:
    occasion("1999")
    one = Occasion.objects.get()
    one.date = text
    one.save()
    assert stored() == bounds


def test_bounds_follow_an_update_or_create() -> None:
    occasion("1999")
    Occasion.objects.update_or_create(slug="one", defaults={"date": "2022-03"})
    assert stored() == MARCH


def test_a_new_row_that_stands_on_another_is_saved() -> None:
    mayor = Speaker.objects.create(slug="s", name="S")
    office = Position(speaker=mayor, title="Mayor", start="2022-03")
    office.save()
    assert Position.objects.get(start_earliest=MARCH[0]) == office


def test_a_date_left_out_of_a_query_is_read_when_asked_for() -> None:
    occasion("2022-03")
    one = Occasion.objects.only("slug").get()
    assert (one.date_earliest, one.date_latest) == MARCH
    one.save()
    assert stored() == MARCH


def test_a_row_read_again_has_the_new_bounds() -> None:
    one = occasion("1999")
    Occasion.objects.update(date="2022-03")
    one.refresh_from_db()
    assert (one.date_earliest, one.date_latest) == MARCH


@pytest.mark.parametrize("names", [["date"], {"date"}, ["date", "date_earliest", "date_latest"]])
def test_saving_the_date_alone_saves_its_bounds(names: Iterable[str]) -> None:
    one = occasion("1999")
    one.date = "2022-03"
    one.save(update_fields=names)
    assert stored() == MARCH


def test_saving_another_field_alone_leaves_the_date() -> None:
    one = occasion("1999")
    one.date, one.place = "2022-03", "Tokyo"
    one.save(update_fields=["place"])
    assert stored() == (date(1999, 1, 1), date(1999, 12, 31))


def test_bounds_follow_a_bulk_create_over_what_is_there() -> None:
    occasion("1999")
    Occasion.objects.bulk_create(
        [Occasion(slug="one", date="2022-03")],
        update_conflicts=True,
        update_fields=["date"],
        unique_fields=["slug"],
    )
    assert stored() == MARCH


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"date": Value("1950")}, "Update date with an EDTF text"),
        ({"date": F("place")}, "Update date with an EDTF text"),
        ({"date": None}, "Update date with an EDTF text"),
        (
            {"date_earliest": date(1950, 1, 1)},
            "date_earliest is computed from date",
        ),
        (
            {"date": "1950", "date_latest": None},
            "date_latest is computed from date: update",
        ),
    ],
)
def test_an_update_the_bounds_could_not_follow_is_refused(
    values: dict[str, object], reason: str
) -> None:
    occasion("2022-03")
    with pytest.raises(FieldError, match=reason):
        Occasion.objects.update(**values)
    assert stored() == MARCH


def test_a_bulk_update_may_name_the_bounds_too() -> None:
    one = occasion("1999")
    one.date = "2022-03"
    assert Occasion.objects.filter(slug="no").bulk_update([one], ["date", "date_latest"]) == 0
    assert Occasion.objects.bulk_update([one], ["date", "date_latest"]) == 1
    assert stored() == MARCH


def test_history_keeps_the_date_as_it_was() -> None:
    one = occasion("2022-03")
    one.date = "2023"
    one.save()
    before = one.history.last()
    assert (before.date, before.date_earliest, before.date_latest) == ("2022-03", *MARCH)


def test_other_columns_are_updated_as_ever() -> None:
    occasion("2022-03")
    Occasion.objects.update(place="Tokyo")
    Occasion.objects.bulk_update([Occasion.objects.get()], ["place"])
    assert stored() == MARCH


# Validating ---------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["Feb 2024", "2024-13", "2023-02-29", "[2022", "0000", "soon"])
def test_what_is_not_edtf_is_refused_with_a_message(text: str) -> None:
    one = Occasion(slug="one", date=text)
    assert (one.date_earliest, one.date_latest) == NONE
    with pytest.raises(ValidationError) as caught:
        one.full_clean()
    assert list(caught.value.message_dict) == ["date"]


def test_white_space_around_a_date_is_dropped() -> None:
    one = Occasion(slug="one", date=" 2022-03 ")
    one.full_clean()
    assert one.date == "2022-03"


def test_a_blank_date_is_not_known() -> None:
    assert EdtfField().to_python(None) == EdtfField().to_python(" ") == ""


# Filtering ----------------------------------------------------------------------------------

FIRST, LAST = date(2022, 3, 10), date(2022, 3, 20)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2022-03-10", True),  # the first day of the range
        ("2022-03-20", True),  # the last
        ("2022-03-09", False),
        ("2022-03-21", False),
        ("2022-03", True),  # around it
        ("2022-03-19/2022-04-01", True),  # across an end
        ("../2022-03-10", True),  # open towards it
        ("../2022-03-09", False),
        ("2022-03-20/..", True),
        ("2022-03-21/..", False),
        ("", False),  # unknown is never in a range
    ],
)
def test_a_range_finds_what_shares_a_day_with_it(text: str, found: bool) -> None:
    occasion(text)
    assert Occasion.objects.between(FIRST, LAST).exists() == found


@pytest.mark.parametrize(
    ("earliest", "latest", "found"),
    [
        (None, None, True),  # all that have a date
        (date(2022, 3, 31), None, True),
        (date(2022, 4, 1), None, False),
        (None, date(2022, 3, 1), True),
        (None, date(2022, 2, 28), False),
    ],
)
def test_a_range_may_be_open(earliest: date | None, latest: date | None, found: bool) -> None:
    occasion("2022-03")
    occasion("", slug="unknown")
    slugs = set(Occasion.objects.between(earliest, latest).values_list("slug", flat=True))
    assert slugs == ({"one"} if found else set())


def test_overlap_follows_relations() -> None:
    speaker = Speaker.objects.create(slug="s", name="S")
    Position.objects.create(speaker=speaker, title="Mayor", start="2020", end="2021")
    assert Speaker.objects.filter(overlaps("positions__start", date(2020, 5, 1), None)).exists()
    assert not Speaker.objects.filter(overlaps("positions__start", date(2021, 1, 1), None)).exists()

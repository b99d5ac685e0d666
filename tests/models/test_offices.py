"""The office in which something was said: the recorded one, else the one surely held then."""

from datetime import date

import pytest

from citations.models.offices import OfficeRow, office_in_words, office_when_said, sure_office

DAY = date(2021, 5, 10)


def office(title: str, start: str = "2020-12-31", end: str = "") -> OfficeRow:
    last = date.fromisoformat(end) if end else None
    return OfficeRow(1, title, "", date.fromisoformat(start), end, last)


@pytest.mark.parametrize(
    ("recorded", "offices", "expected"),
    [
        (office("King"), [office("Mayor")], "King"),
        (None, [office("Mayor")], "Mayor"),
        (None, [office("Mayor"), office("Judge")], None),  # either could be meant
        (None, [office("Mayor", end="2021-05-09"), office("Judge")], "Judge"),
        (None, [office("Mayor", start="2021-05-11")], None),
        (None, [], None),
    ],
)
def test_a_recorded_office_comes_first_then_the_only_sure_one(
    recorded: OfficeRow | None, offices: list[OfficeRow], expected: str | None
) -> None:
    found = office_when_said(recorded, offices, DAY, DAY)
    assert (found.title if found else None) == expected


@pytest.mark.parametrize("days", [(None, DAY), (DAY, None), (None, None)])
def test_without_both_days_no_office_is_sure(days: tuple[date | None, date | None]) -> None:
    assert sure_office([office("Mayor")], *days) is None
    assert office_when_said(office("King"), [], *days) == office("King")


def test_an_office_is_named_with_its_organisation() -> None:
    assert office_in_words("Mayor", "") == "Mayor"
    assert str(office("Mayor")._replace(organisation="Town")) == "Mayor, Town"

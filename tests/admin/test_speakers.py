"""Speakers, their names and their positions in the admin."""

import pytest
from django.test import Client
from django.urls import reverse

from citations.admin.base import bounded_lists
from citations.admin.speakers import describe_position
from citations.models import Position, Speaker
from tests.support.curating import admin_address, name_row, speaker_form_data, visible_text


def test_one_name_is_preferred_and_it_can_be_another(curator: Client, speaker: Speaker) -> None:
    two = [name_row("One", "preferred"), name_row("Two", "preferred")]
    page = curator.post(admin_address(speaker), speaker_form_data(speaker, names=two))
    assert "Only one name can be the preferred one." in visible_text(page)
    one = speaker.names.create(name="One", kind="preferred")
    two = [name_row("One", "preferred", id=one.pk), name_row("Two", "preferred")]
    page = curator.post(admin_address(speaker), speaker_form_data(speaker, names=two))
    assert "Only one name can be the preferred one." in visible_text(page)
    other = speaker.names.create(name="Two")
    for first, second in (("alias", "preferred"), ("preferred", "alias")):
        swapped = [name_row("One", first, id=one.pk), name_row("Two", second, id=other.pk)]
        page = curator.post(admin_address(speaker), speaker_form_data(speaker, names=swapped))
        assert page.status_code == 302
        kinds = list(speaker.names.order_by("id").values_list("kind", flat=True))
        assert kinds == [first, second]
    # A page that was opened before somebody else preferred another name.
    stale = speaker_form_data(speaker, names=[name_row("Three", "preferred")])
    assert curator.post(admin_address(speaker), stale).status_code == 302
    assert speaker.names.get(kind="preferred").name == "Three"


def test_a_position_that_ends_before_it_starts_is_a_form_error(
    curator: Client, speaker: Speaker
) -> None:
    office = {"title": "Chair", "start": "2020", "end": "2019"}
    pages = (
        curator.post(admin_address(speaker), speaker_form_data(speaker, positions=[office])),
        curator.post(reverse("admin:citations_position_add"), {**office, "speaker": speaker.pk}),
    )
    for page in pages:
        assert visible_text(page).count("An office cannot end before it starts.") == 1


def test_positions_are_suggested_with_their_holders(curator: Client, speaker: Speaker) -> None:
    office = speaker.positions.create(title="Chair", start="2020", end="2021-05")
    offered = curator.get(
        reverse("admin:citations_position_autocomplete"),
        {
            "term": "speaker cha", "app_label": "citations", "model_name": "quote",
            "field_name": "position",
        },
    )  # fmt: skip
    message = "A Speaker: Chair (2020 to May 2021)"
    assert offered.json()["results"] == [{"id": str(office.pk), "text": message}]


@pytest.mark.parametrize(
    ("start", "end", "description"),
    [
        ("2020", "2021-05", "A Speaker: Chair (2020 to May 2021)"),
        ("2020", "", "A Speaker: Chair (2020)"),
        ("", "2021", "A Speaker: Chair (2021)"),
        ("", "", "A Speaker: Chair"),
    ],
)
def test_a_position_is_described_with_its_holder_and_dates(
    speaker: Speaker, start: str, end: str, description: str
) -> None:
    position = Position(speaker=speaker, title="Chair", start=start, end=end)
    assert describe_position(position) == description


def test_an_old_speaker_is_found_by_the_start_of_any_name(
    curator: Client, speaker: Speaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded_lists, "NEWEST_SEARCHED", 1)
    speaker.names.create(name="Zoe Other")
    for number in range(3):
        Speaker.objects.create(slug=f"s{number}", name=f"Nobody {number}")
    address = reverse("admin:citations_speaker_changelist")
    for term in ("zoe", "A SPEAK"):
        found = curator.get(address, {"q": term}).context["cl"].result_list
        assert [each.slug for each in found] == ["a-speaker"]

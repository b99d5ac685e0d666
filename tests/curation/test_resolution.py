"""Who is meant by what is printed: exactly one speaker on record, or nobody."""

from datetime import date

import pytest

from citations.curation.resolution import UNKNOWN, Days, Directory
from citations.models import Position, Speaker, SpeakerName

IN_2022 = (date(2022, 3, 22), date(2022, 3, 22))
IN_2025 = (date(2025, 3, 22), date(2025, 3, 22))
THAT_WEEK = (date(2022, 3, 20), date(2022, 3, 26))

# As printed, the days, and whom it means.
PRINTED = [
    ("Kishida Fumio", UNKNOWN, "kishida-fumio"),
    ("Fumio Kishida", UNKNOWN, "kishida-fumio"),
    ("FUMIO KISHIDA", UNKNOWN, "kishida-fumio"),
    ("Kishida Fumió", UNKNOWN, "kishida-fumio"),  # accents never matter
    ("岸田文雄", UNKNOWN, "kishida-fumio"),
    ("Prime Minister Kishida", IN_2022, "kishida-fumio"),
    ("Prime Minister Fumio Kishida", THAT_WEEK, "kishida-fumio"),
    ("Prime Minister Kishida", IN_2025, None),  # not in office any more
    ("Prime Minister Kishida", UNKNOWN, None),
    ("the Prime Minister of Japan", IN_2022, "kishida-fumio"),
    ("the Prime Minister of Japan", IN_2025, None),
    ("the prime minister", IN_2022, None),  # of which country?
    ("Kishida", UNKNOWN, None),  # there may be others
    ("the Russian Foreign Ministry", UNKNOWN, "russian-foreign-ministry"),
    ("Foreign Russian Ministry", UNKNOWN, None),  # only names of people are turned
    ("Kishida Fumio Hayashi", UNKNOWN, None),
    ("he", UNKNOWN, None),
    ("", UNKNOWN, None),
    ("’", UNKNOWN, None),
]


@pytest.mark.parametrize(("printed", "days", "slug"), PRINTED)
def test_one_speaker_is_meant_or_nobody(
    seed: None, printed: str, days: Days, slug: str | None
) -> None:
    found = Directory.read().speaker([printed], days)
    assert (found and Speaker.objects.get(pk=found).slug) == slug


def test_two_of_one_name_are_not_told_apart_by_guessing(seed: None) -> None:
    other = Speaker.objects.create(slug="another-kishida", name="Fumio Kishida")
    SpeakerName.objects.create(speaker=other, name="Fumio Kishida", family="Kishida")
    assert Directory.read().speaker(["Fumio Kishida"]) is None


def test_the_office_tells_two_of_one_family_name_apart(seed: None) -> None:
    other = Speaker.objects.create(slug="another-kishida", name="Kishida Hanako")
    SpeakerName.objects.create(speaker=other, name="Kishida Hanako", family="Kishida")
    Position.objects.create(speaker=other, title="Mayor", start="2020")
    found = Directory.read().speaker(["Prime Minister Kishida"], IN_2022)
    assert found == Speaker.objects.get(slug="kishida-fumio").pk
    assert Directory.read().speaker(["Mayor Kishida"], IN_2022) == other.pk


def test_the_fullest_name_comes_first_and_settles_it(seed: None) -> None:
    directory = Directory.read()
    names = ["Hayashi Yoshimasa", "Prime Minister Kishida"]
    assert directory.speaker(names, IN_2022) == Speaker.objects.get(slug="hayashi-yoshimasa").pk


def test_a_merged_speaker_is_nobody(seed: None) -> None:
    kept = Speaker.objects.create(slug="kept", name="Kept")
    merged = Speaker.objects.create(slug="merged", name="Somebody Else", merged_into=kept)
    assert Directory.read().speaker([merged.name]) is None

"""A printed name or office means exactly one recorded speaker, or none."""

from datetime import date

import pytest

from citations.curation.resolution import NO_BOUNDS, DateBounds, SpeakerDirectory
from citations.models import Position, Speaker, SpeakerName

IN_2022 = (date(2022, 3, 22), date(2022, 3, 22))
IN_2025 = (date(2025, 3, 22), date(2025, 3, 22))
THAT_WEEK = (date(2022, 3, 20), date(2022, 3, 26))

# As printed, the days, and whom it means.
PRINTED = [
    ("Kishida Fumio", NO_BOUNDS, "kishida-fumio"),
    ("Fumio Kishida", NO_BOUNDS, "kishida-fumio"),
    ("FUMIO KISHIDA", NO_BOUNDS, "kishida-fumio"),
    ("Kishida Fumió", NO_BOUNDS, "kishida-fumio"),  # accents never matter
    ("岸田文雄", NO_BOUNDS, "kishida-fumio"),
    ("Prime Minister Kishida", IN_2022, "kishida-fumio"),
    ("Prime Minister Fumio Kishida", THAT_WEEK, "kishida-fumio"),
    ("Prime Minister Kishida", IN_2025, None),  # not in office any more
    ("Prime Minister Kishida", NO_BOUNDS, None),
    ("the Prime Minister of Japan", IN_2022, "kishida-fumio"),
    ("the Prime Minister of Japan", IN_2025, None),
    ("the prime minister", IN_2022, None),  # of which country?
    ("Kishida", NO_BOUNDS, None),  # there may be others
    ("the Russian Foreign Ministry", NO_BOUNDS, "russian-foreign-ministry"),
    ("Foreign Russian Ministry", NO_BOUNDS, None),  # only names of people are turned
    ("Kishida Fumio Hayashi", NO_BOUNDS, None),
    ("he", NO_BOUNDS, None),
    ("", NO_BOUNDS, None),
    ("’", NO_BOUNDS, None),
]


@pytest.mark.parametrize(("printed", "days", "slug"), PRINTED)
def test_a_name_means_one_speaker_or_none(
    seed: None, printed: str, days: DateBounds, slug: str | None
) -> None:
    found = SpeakerDirectory.load().resolve([printed], days)
    assert (found and Speaker.objects.get(pk=found).slug) == slug


def test_of_two_speakers_with_one_name_neither_is_guessed(seed: None) -> None:
    other = Speaker.objects.create(slug="another-kishida", name="Fumio Kishida")
    SpeakerName.objects.create(speaker=other, name="Fumio Kishida", family="Kishida")
    assert SpeakerDirectory.load().resolve(["Fumio Kishida"]) is None


def test_the_office_distinguishes_two_speakers_with_one_family_name(seed: None) -> None:
    other = Speaker.objects.create(slug="another-kishida", name="Kishida Hanako")
    SpeakerName.objects.create(speaker=other, name="Kishida Hanako", family="Kishida")
    Position.objects.create(speaker=other, title="Mayor", start="2020")
    found = SpeakerDirectory.load().resolve(["Prime Minister Kishida"], IN_2022)
    assert found == Speaker.objects.get(slug="kishida-fumio").pk
    assert SpeakerDirectory.load().resolve(["Mayor Kishida"], IN_2022) == other.pk


def test_the_first_name_that_means_somebody_decides(seed: None) -> None:
    directory = SpeakerDirectory.load()
    names = ["Hayashi Yoshimasa", "Prime Minister Kishida"]
    assert directory.resolve(names, IN_2022) == Speaker.objects.get(slug="hayashi-yoshimasa").pk


def test_a_merged_speaker_is_never_meant(seed: None) -> None:
    kept = Speaker.objects.create(slug="kept", name="Kept")
    merged = Speaker.objects.create(slug="merged", name="Somebody Else", merged_into=kept)
    assert SpeakerDirectory.load().resolve([merged.name]) is None

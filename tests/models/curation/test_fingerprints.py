"""Fingerprints: snapshots that share the most shingles."""

import pytest

from citations.models import Fingerprint
from tests.support.rows import messages, saved, snapshot

pytestmark = pytest.mark.django_db


def store(text: str, *values: int) -> int:
    one = saved(snapshot(text))
    Fingerprint.objects.bulk_create(Fingerprint(snapshot=one, value=v) for v in values)
    return int(one.pk)


def test_the_snapshots_that_share_most_come_first() -> None:
    few, many, none = store("a", 1, 9), store("b", 1, 2, 3), store("c", 7)
    assert Fingerprint.objects.sharing([1, 2, 3], 10) == [many, few]
    assert Fingerprint.objects.sharing([1, 2, 3], 1) == [many]
    assert Fingerprint.objects.sharing([7], 10) == [none]
    assert Fingerprint.objects.sharing([], 10) == []


def test_a_shingle_is_stored_once_for_a_snapshot() -> None:
    one = saved(snapshot())
    saved(Fingerprint(snapshot=one, value=255))
    assert messages(Fingerprint(snapshot=one, value=255)) == ["This shingle is already stored."]
    assert str(Fingerprint(value=255)) == "ff"

"""The changelog: positions in it, and the rows after one."""

import pytest

from citations.models import Change, Subject
from citations.models.base.changes import ChangelogPosition
from tests.support.rows import saved, saved_speaker, topic

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def empty_log(db: None) -> None:
    Change.objects.all().delete()


def test_an_empty_log_has_the_first_position() -> None:
    assert Change.objects.last_position() == ChangelogPosition()
    assert not Change.objects.ends_at(ChangelogPosition())


@pytest.mark.sqlite
def test_rows_come_from_the_one_at_a_position_on() -> None:
    saved_speaker("first")
    position = Change.objects.last_position()
    assert Change.objects.ends_at(position)
    second = saved(topic())
    assert not Change.objects.ends_at(position)
    at, after = Change.objects.since(position).as_rows()
    assert (at.position, at.subject) == (position, Subject.SPEAKER)
    assert (after.subject, after.subject_id) == (Subject.TOPIC, second.pk)
    assert (after.is_final, after.is_foreign) == (True, False)
    assert Change.objects.since(position).as_rows(limit=1) == [at]
    assert Change.objects.last_position() == after.position


@pytest.mark.sqlite
def test_a_position_is_told_from_one_with_the_same_numbers_by_its_time() -> None:
    saved_speaker()
    position = Change.objects.last_position()
    other = ChangelogPosition(position.transaction_id, position.id, "2001-01-01T00:00:00+00:00")
    assert not Change.objects.ends_at(other)


@pytest.mark.sqlite
def test_sqlite_has_no_rows_of_other_servers() -> None:
    saved_speaker()
    assert not Change.objects.foreign().exists()


def test_a_row_says_what_changed() -> None:
    one = saved_speaker()
    row = Change.objects.filter(subject=Subject.SPEAKER).last()
    assert str(row) == f"speaker {one.pk}"

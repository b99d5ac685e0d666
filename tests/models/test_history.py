"""What the history shows: a record's last change, and when a quote was withdrawn."""

import pytest

from citations.models import Quote, State
from citations.models.history import LOADED, last_change, withdrawal_of
from tests.support.rows import quote, saved, saved_speaker

pytestmark = pytest.mark.django_db


def test_the_last_change_is_that_of_the_newest_row() -> None:
    speaker = saved_speaker()
    before = last_change(speaker)
    speaker.name = "Lord Mayor"
    speaker.save()
    after = last_change(speaker)
    assert before
    assert after
    assert after > before
    speaker.history.all().delete()
    assert last_change(speaker) is None


def test_a_published_quote_was_not_withdrawn_nor_one_that_never_was() -> None:
    public, proposed = saved(quote(state="published")), saved(quote())
    assert withdrawal_of(public.key) is None
    assert withdrawal_of(proposed.key) is None
    assert withdrawal_of("ZZZZZZZZ") is None


def test_a_withdrawal_has_its_time_and_reason() -> None:
    one = saved(quote(state="published"))
    Quote.objects.set_state(State.REJECTED, " not hers ")
    Quote.objects.set_state(State.PROPOSED, "look again")
    found = withdrawal_of(one.key)
    assert found is not None
    assert found.reason == "not hers"
    assert found.at == one.history.filter(state="rejected").get().history_date


def test_a_load_gives_no_reason() -> None:
    one = saved(quote(state="published"))
    Quote.objects.set_state(State.REJECTED, LOADED)
    found = withdrawal_of(one.key)
    assert found is not None
    assert found.reason == ""


def test_a_deleted_quote_was_withdrawn_when_it_was_deleted() -> None:
    one = saved(quote(state="published"))
    key = one.key
    one.delete()
    found = withdrawal_of(key)
    assert found is not None
    assert found.at == Quote.history.filter(key=key, history_type="-").get().history_date

"""The change log: which quotes a change affects, and how far an index is behind."""

import pytest

from citations.index import changelog, generations, sync
from citations.index.changelog import (
    affects_everything,
    changed_quote_ids,
    count_of_long_gap,
    next_changes,
    pending_changes,
)
from citations.index.generations import IndexDamagedError, SyncPosition
from citations.models import Change, Occasion, Quote, Speaker, Subject, Topic
from citations.models.base.changes import ChangelogPosition

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("synced_index")]


def changes_since(change: Change) -> list[changelog.ChangelogRow]:
    position = SyncPosition(change.position)
    return next_changes(position, 100)


def last_change() -> Change:
    return Change.objects.order_by("transaction_id", "pk").reverse()[0]


def test_a_changed_record_affects_the_quotes_that_show_it() -> None:
    before = last_change()
    Speaker.objects.filter(slug="hayashi-yoshimasa").update(name="Hayashi")
    Topic.objects.filter(slug="peace-treaty").update(name="Treaty of peace")
    occasion = Occasion.objects.filter(quotes__isnull=False).first()
    assert occasion
    occasion.place = "Osaka"
    occasion.save()
    affected = Quote.objects.filter(speaker__slug="hayashi-yoshimasa")
    affected |= Quote.objects.filter(occasion=occasion)
    ids = set(affected.values_list("pk", flat=True))
    ids |= set(Quote.objects.filter(topics__slug="peace-treaty").values_list("pk", flat=True))
    assert changed_quote_ids(changes_since(before)) == sorted(ids)


def test_at_most_so_many_quotes_are_looked_up_for_each_kind_of_record() -> None:
    before = last_change()
    Speaker.objects.filter(slug="kishida-fumio").update(name="Kishida")
    rows = changes_since(before)
    assert len(changed_quote_ids(rows)) == 5
    assert len(changed_quote_ids(rows, most=2)) == 2


def test_a_deleted_quote_is_among_the_changed_ones() -> None:
    before = last_change()
    quote = Quote.objects.get(text="difficult")
    pk = quote.pk
    quote.delete()
    assert pk in changed_quote_ids(changes_since(before))


def test_pending_changes_are_limited_and_end_once_applied() -> None:
    generation = generations.current_generation()
    assert pending_changes(generation, 10) == []
    for text in ("first", "second"):
        Quote.objects.filter(text__in=("unacceptable", "first")).update(text=text)
    assert len(pending_changes(generation, 10)) >= 2
    assert len(pending_changes(generation, 1)) == 1
    sync.sync_index()
    assert pending_changes(generation, 10) == []


def test_a_change_of_everything_is_recognised() -> None:
    before = last_change()
    Quote.objects.update(text="changed")
    assert not affects_everything(changes_since(before))
    last = last_change()
    Change.objects.create(subject=Subject.ALL, subject_id=0, transaction_id=last.transaction_id)
    assert affects_everything(changes_since(before))


def test_an_index_that_follows_another_change_log_is_damaged() -> None:
    position = generations.current_generation().sync_position()
    elsewhere = ChangelogPosition(position.last_change.transaction_id, position.last_change.id, "x")
    with pytest.raises(IndexDamagedError, match="change log that was replaced"):
        next_changes(SyncPosition(elsewhere), 10)
    with pytest.raises(IndexDamagedError, match="changes that were rolled back"):
        next_changes(SyncPosition(position.last_change, frozenset({10**9})), 10)


def test_a_gap_is_long_beyond_the_limit_and_the_number_of_quotes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    position = generations.current_generation().sync_position()
    assert count_of_long_gap(position) == 0
    monkeypatch.setattr(changelog, "LONG_GAP", 3)
    some = Quote.objects.filter(pk__lte=5)
    some.update(text="changed")
    pending = Change.objects.since(position.last_change).count() - 1
    assert 3 < pending <= 13
    assert count_of_long_gap(position) == 0  # more than three, but not more than there are quotes
    Quote.objects.update(text="changed again")
    assert count_of_long_gap(position) > 13


def test_a_gap_that_changes_everything_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    position = generations.current_generation().sync_position()
    transaction_id = position.last_change.transaction_id
    Change.objects.create(subject=Subject.ALL, subject_id=0, transaction_id=transaction_id)
    assert count_of_long_gap(position) == 1

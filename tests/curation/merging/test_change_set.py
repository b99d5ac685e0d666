"""A merge is undone exactly, or not at all when its records have changed since."""

import pytest
from django.contrib.auth.models import User

from citations.curation.merging.change_set import CannotUndoError, ChangeSet, undo_merge
from citations.curation.merging.merge import merge_records
from citations.models import Appearance, Quote, Speaker
from tests.support.merging import (
    PAIRS,
    all_records,
    kishida,
    make_quote,
    make_speaker,
    two_articles,
    two_speakers,
)


@pytest.mark.parametrize("kind", PAIRS)
def test_a_merge_is_undone_exactly(editor: User, kind: str) -> None:
    kept, other = PAIRS[kind]()
    before = all_records()
    merge = merge_records(kind, kept.pk, other.pk, editor, "the same")
    assert all_records() != before
    undo_merge(merge.pk, editor)
    assert all_records() == before
    with pytest.raises(CannotUndoError, match="already been undone"):
        undo_merge(merge.pk, editor)


def test_a_merge_is_not_undone_in_part_when_something_changed_since(editor: User) -> None:
    kept, other = two_speakers()
    merge = merge_records("speaker", kept.pk, other.pk, editor, "the same")
    third = make_speaker("Third")
    merge_records("speaker", third.pk, kept.pk, editor, "further")
    before = all_records()
    with pytest.raises(CannotUndoError, match="Changed or merged again since then: ") as problem:
        undo_merge(merge.pk, editor)
    assert all_records() == before
    assert "None" not in str(problem.value)


def test_a_merge_is_not_undone_when_a_record_was_deleted_since(editor: User) -> None:
    kept, other = two_speakers()
    merge = merge_records("speaker", kept.pk, other.pk, editor, "the same")
    kept.positions.filter(title="Foreign Minister").delete()
    with pytest.raises(CannotUndoError, match=r"no longer exists \(position\)"):
        undo_merge(merge.pk, editor)


def test_a_merge_is_not_undone_when_others_depend_on_what_it_added(editor: User) -> None:
    kept, other = two_articles()
    merge = merge_records("article", kept.pk, other.pk, editor, "the same")
    added = kept.snapshots.exclude(text__endswith=" ").get()
    text = added.text[:20]
    Appearance.objects.create(
        quote=make_quote(kishida(), text), article=kept, snapshot=added, exact=text,
        segments=[[0, 20]],
    )  # fmt: skip
    before = all_records()
    with pytest.raises(CannotUndoError, match="depend on what this merge created"):
        undo_merge(merge.pk, editor)
    assert all_records() == before


def test_columns_are_written_together_with_the_reason_in_the_history(seed: None) -> None:
    changes = ChangeSet()
    quotes = list(Quote.objects.filter(speaker=kishida())[:2])
    changes.set(quotes, note="Checked.")
    changes.set(quotes, text=quotes[0].text)  # the first has this text already
    assert [(number, column) for _, number, column, _, _ in changes.changes] == [
        (quotes[0].pk, "note"), (quotes[1].pk, "note"), (quotes[1].pk, "text"),
    ]  # fmt: skip
    assert not Quote.objects.filter(note="Checked.").exists()
    changes.write("because")
    written = Quote.objects.filter(note="Checked.", text=quotes[0].text)
    assert written.count() == 2
    assert {each.history.first().history_change_reason for each in written} == {"because"}


def test_added_rows_are_saved_at_once(seed: None) -> None:
    changes = ChangeSet()
    changes.add(Speaker(slug="new", name="New"))
    assert changes.added == [["speaker", Speaker.objects.get(slug="new").pk]]

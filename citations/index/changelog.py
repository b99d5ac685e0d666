"""Reads the change log for an index: the changes it lacks, and the quotes they affect.

On PostgreSQL a row can appear after later ones, if its transaction took longer. Later rows are
applied at once all the same, but the sync position waits, so that the slow row is never skipped.
"""

from collections import defaultdict
from collections.abc import Iterable

from citations.index.generations import Generation, IndexDamagedError, SyncPosition
from citations.models import Change, Quote, Subject
from citations.models.base.changes import ChangelogPosition, ChangelogRow

# With more changes than this, and more than there are quotes, a rebuild is faster.
LONG_GAP = 50_000

# How the quotes that show a changed record are looked up.
QUOTE_LOOKUPS = {
    Subject.QUOTE: "pk",
    Subject.SPEAKER: "speaker",
    Subject.OCCASION: "occasion",
    Subject.TOPIC: "topics",
    Subject.ARTICLE: "appearances__article",
    Subject.PUBLICATION: "appearances__article__publication",
}


def pending_changes(generation: Generation, limit: int) -> list[ChangelogRow]:
    """The changes that the generation lacks, at most `limit`.

    Raises `IndexDamagedError` if it follows a different change log, or one that was rolled back.
    """
    position = generation.sync_position()
    return position.unapplied(next_changes(position, limit))[:limit]


def next_changes(position: SyncPosition, limit: int) -> list[ChangelogRow]:
    """The next rows of the log, including those applied ahead; raises `IndexDamagedError`."""
    rows = Change.objects.since(position.last_change).as_rows(1 + limit + len(position.ahead))
    changes = without_last_change(position, rows)
    if missing := position.ahead - {row.pk for row in changes}:
        present = Change.objects.filter(pk__in=missing).count()
        if present < len(missing):
            raise IndexDamagedError("The index has changes that were rolled back.")
    return changes


def without_last_change(position: SyncPosition, rows: Iterable[ChangelogRow]) -> list[ChangelogRow]:
    """The rows after the position's last change, which must come first.

    Raises `IndexDamagedError` if it does not.
    """
    changes = list(rows)
    is_foreign = any(row.is_foreign for row in changes)
    has_last = position.last_change.id and changes
    last_change = changes.pop(0).position if has_last else ChangelogPosition()
    if is_foreign or last_change != position.last_change:
        raise IndexDamagedError("The index followed a change log that was replaced.")
    return changes


def count_of_long_gap(position: SyncPosition) -> int:
    """The number of changes the index lacks, if a rebuild is faster than applying them; else 0."""
    later = Change.objects.since(position.last_change)
    last_quote = Quote.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    # Counted and not excluded: while an old transaction runs, any number can be ahead.
    applied = len(position.ahead) + bool(position.last_change.id)
    limit = max(LONG_GAP, last_quote)
    number = later.values("pk")[: limit + 1 + applied].count() - applied
    about_everything = later.filter(subject=Subject.ALL).values_list("pk", flat=True)
    everything = set(about_everything) - position.ahead - {position.last_change.id}
    return number if number > limit or everything else 0


def affects_everything(rows: Iterable[ChangelogRow]) -> bool:
    return any(row.subject == Subject.ALL for row in rows)


def changed_quote_ids(rows: Iterable[ChangelogRow], most: int | None = None) -> list[int]:
    """The ids of the quotes that show what has changed, including deleted ones.

    With `most`, looks up at most so many quotes for each kind of record.
    """
    ids: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        ids[row.subject].add(row.subject_id)
    quotes = set(ids.pop(Subject.QUOTE, set()))
    for subject, changed in ids.items():
        showing = Quote.objects.filter(**{f"{QUOTE_LOOKUPS[Subject(subject)]}__in": changed})
        quotes.update(showing.order_by().values_list("pk", flat=True)[:most])
    return sorted(quotes)

"""The index follows the change log: what has changed is looked up and indexed again.

Applying a change twice is harmless (the document is made from the quote as it is now), so a
process killed between commit and note simply does it again.

On PostgreSQL a row can appear after later ones, when its transaction took longer. Later rows are
applied at once all the same, but the mark waits, so that the slow one is never skipped.
"""

import logging
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from django.db import connection

from citations.models import Change, Quote, Subject
from citations.search import index
from citations.search.index import Followed, Generation, IndexBusyError, IndexDamagedError
from citations.search.schema import documents

logger = logging.getLogger(__name__)

# Before a search, at most this many changed quotes are caught up with; more is left to
# `manage.py index`, and the search says so.
SHORT_GAP = 1000
# Changes applied in one commit.
BATCH = 1000
# With more changes than this a new index is sooner made.
LONG_GAP = 50_000
# Seconds a search waits for another process that is catching up.
PATIENCE = 1.0

PATHS = {
    Subject.QUOTE: "pk",
    Subject.SPEAKER: "speaker",
    Subject.OCCASION: "occasion",
    Subject.TOPIC: "topics",
    Subject.ARTICLE: "appearances__article",
    Subject.PUBLICATION: "appearances__article__publication",
}


def generation_to_search() -> tuple[Generation, bool]:
    """The generation to search, and whether it holds every change.

    A missing, damaged or outdated index is built anew first.
    """
    generation = None
    try:
        generation = index.current()
        _check(generation)
        return generation, _catch_up_before_search(generation)
    except IndexDamagedError as error:
        return repair(generation, error), True


def repair(failed: Generation | None, error: IndexDamagedError) -> Generation:
    """Build the index anew, unless another process has replaced the failed one meanwhile."""
    logger.warning("The search index is built anew: %s", error)
    with index.rebuilding():
        try:
            present = index.current()
            _check(present)
        except IndexDamagedError:
            return _build()
        is_the_failed_one = failed is not None and failed.folder == present.folder
        return _build() if is_the_failed_one else present


def rebuild() -> Generation:
    """Build a new generation from the database and make it the current one."""
    with index.rebuilding():
        return _build()


def catch_up() -> int:
    """Apply all that has changed, however much: the number of changes.

    Raises `IndexDamagedError` and `IndexBusyError`.
    """
    generation = index.current()
    _check(generation)
    applied = 0
    while rows := _pending(generation, LONG_GAP + 1):
        if _is_rebuilt_sooner(rows):
            rebuild()
            return applied + len(rows)
        applied += _apply(generation)
    return applied


def _build() -> Generation:
    # Restored rows have another server's transaction numbers, among which ours have no order.
    Change.objects.foreign().delete()
    # Noted first: what changes while the quotes are read is applied again later.
    followed = Followed(Change.objects.head())
    followed = followed.with_applied(list(Change.objects.after(followed.mark)))
    return index.build(documents(Quote.objects.all()), followed)


def _check(generation: Generation) -> None:
    """Raise `IndexDamagedError` when it follows a log that is not, or no longer, this one."""
    followed = generation.followed()
    if not Change.objects.holds(followed.mark, followed.ahead):
        raise IndexDamagedError("It follows another log, or one that was taken back.")


def _catch_up_before_search(generation: Generation) -> bool:
    # A change that is not committed may be taken back, and the index could not take it back.
    if connection.in_atomic_block:
        return True
    pending = _pending(generation)
    if not pending:
        return True
    if _is_rebuilt_sooner(pending):
        raise IndexDamagedError("The database was changed as a whole.")
    if len(_changed_quotes(pending)) > SHORT_GAP:
        return False
    _apply_in_turn(generation)
    return not _pending(generation, limit=1)


def _apply_in_turn(generation: Generation) -> None:
    """Apply the next batch as soon as no other process writes, unless that one has applied it."""
    deadline = time.monotonic() + PATIENCE
    while _pending(generation, limit=1) and time.monotonic() < deadline:
        try:
            _apply(generation)
        except IndexBusyError:
            time.sleep(0.01)
        else:
            return


def _apply(generation: Generation) -> int:
    """Apply the next batch of changes: how many."""
    with generation.writing() as writer:
        # Read again now that no other process writes: it may have been here meanwhile.
        followed = generation.followed()
        rows = _rows_beyond(followed, BATCH)
        pending = [row for row in rows if row.pk not in followed.ahead]
        for chunk in _chunks(_changed_quotes(pending)):
            fresh = list(documents(Quote.objects.filter(pk__in=chunk)))
            generation.replace(writer, chunk, fresh)
        if pending:
            generation.commit(writer, followed.with_applied(rows))
    return len(pending)


def _pending(generation: Generation, limit: int = BATCH) -> list[Change]:
    followed = generation.followed()
    return [row for row in _rows_beyond(followed, limit) if row.pk not in followed.ahead]


def _rows_beyond(followed: Followed, limit: int) -> list[Change]:
    """The next rows of the log, those ahead of the mark included."""
    return list(Change.objects.after(followed.mark)[: limit + len(followed.ahead)])


def _is_rebuilt_sooner(pending: Sequence[Change]) -> bool:
    return len(pending) > LONG_GAP or any(row.subject == Subject.ALL for row in pending)


def _changed_quotes(pending: Iterable[Change]) -> list[int]:
    """The numbers of the quotes that show what has changed, deleted ones included."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for change in pending:
        numbers[change.subject].add(change.subject_id)
    quotes = set(numbers.pop(Subject.QUOTE, set()))
    for subject, changed in numbers.items():
        showing = Quote.objects.filter(**{f"{PATHS[Subject(subject)]}__in": changed})
        quotes.update(showing.values_list("pk", flat=True))
    return sorted(quotes)


def _chunks(numbers: list[int], size: int = 500) -> Iterator[list[int]]:
    return (numbers[at : at + size] for at in range(0, len(numbers), size))

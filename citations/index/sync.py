"""The index follows the change log: what has changed is looked up and indexed again.

Applying a change twice is harmless (the document is made from the quote as it is now), so a
process killed between commit and note simply does it again.
"""

import logging
import time
from collections.abc import Callable, Iterator

from django.db import connection

from citations.index import changelog, generations
from citations.index.documents import documents
from citations.index.generations import (
    Filling,
    Followed,
    Generation,
    IndexBusyError,
    IndexDamagedError,
    IndexNotReadyError,
)
from citations.models import Change, Quote
from citations.models.quotes import QuoteQuerySet

logger = logging.getLogger(__name__)

# Before a search, at most this many changes and changed quotes are caught up with; more is left
# to `manage.py index`, and the search says so.
SHORT_GAP = 200
# Changes applied in one commit.
BATCH = 5000
# Changes taken at a time by an index in the making: more than a load writes in a transaction, so
# that a quote added with its topics and appearances is looked up once.
MANY = 50_000
# Seconds it waits for more of them.
PAUSE = 0.2
# Seconds a search waits for another process that is catching up.
PATIENCE = 1.0
# Quotes of which an index is built while a reader waits; more are left to `manage.py index`.
BUILT_AT_ONCE = 2000

GoesOn = Callable[[], bool]


def generation_to_search() -> tuple[Generation, bool]:
    """The generation to search, and whether it holds every change.

    A missing, damaged or outdated index is built anew first. Raises `IndexNotReadyError` when
    that takes too long; then `manage.py index` builds it.
    """
    generation = None
    try:
        generation = generations.current()
        return generation, _catch_up_before_search(generation)
    except IndexDamagedError as error:
        return repair(generation, error), True


def repair(failed: Generation | None, error: IndexDamagedError) -> Generation:
    """Build the index anew, unless another process has replaced the failed one meanwhile.

    Raises `IndexNotReadyError`, also where it cannot be written.
    """
    logger.warning("The search index has to be built anew: %s", error)
    try:
        return _repaired(failed, error)
    except (OSError, IndexDamagedError) as obstacle:
        logger.exception("The search index cannot be built.")
        raise IndexNotReadyError(str(obstacle)) from obstacle


def _repaired(failed: Generation | None, error: IndexDamagedError) -> Generation:
    if not _is_built_at_once():
        if failed and (replaced := _instead_of(failed)):
            return replaced
        if failed:
            generations.discard(failed)
        raise IndexNotReadyError(str(error))
    with generations.rebuilding():
        try:
            present = generations.current()
            changelog.pending(present, limit=0)
        except IndexDamagedError:
            return _build()
        is_the_failed_one = failed is not None and failed.folder == present.folder
        return _build() if is_the_failed_one else present


def _instead_of(failed: Generation) -> Generation | None:
    """What another process has made current meanwhile, if it has."""
    try:
        present = generations.current()
    except IndexDamagedError:
        return None
    return present if present.folder != failed.folder else None


def rebuild() -> Generation:
    """Build a new generation from the database and make it the current one."""
    with generations.rebuilding():
        return _build()


def catch_up() -> int:
    """Apply all that has changed, however much: the number of changes.

    Raises `IndexDamagedError` and `IndexBusyError`.
    """
    generation = generations.current()
    applied = 0
    while changelog.pending(generation, limit=1):
        if gap := changelog.gap_too_long(generation.followed()):
            rebuild()
            return applied + gap
        applied += _apply(generation)
    if generation.followed().ahead:  # what went before it may have come meanwhile
        _apply(generation)
    return applied


def build_where_needed(goes_on: GoesOn) -> bool:
    """Build the index anew where none can follow, or a new one is sooner made: whether it was.

    It then follows what is written for as long as that `goes_on`.
    """
    if not _has_to_be_built():
        return False
    with generations.rebuilding():
        if needed := _has_to_be_built():  # another process may have built it meanwhile
            _build(goes_on)
    return needed


def _has_to_be_built() -> bool:
    try:
        generation = generations.current()
        return bool(
            changelog.pending(generation, limit=1) and changelog.gap_too_long(generation.followed())
        )
    except IndexDamagedError:
        return True


def _build(goes_on: GoesOn = lambda: False) -> Generation:
    # Restored rows have another server's transaction numbers, among which ours have no order.
    if (foreign := Change.objects.foreign()).exists():
        foreign.delete()
    # Noted first: what changes while the quotes are read is applied again afterwards.
    followed = Followed(Change.objects.head())
    followed = followed.with_applied(
        changelog.without_marked(followed, Change.objects.since(followed.mark).noted())
    )
    with generations.building(Quote.objects.count()) as filling:
        followed = _fill(filling, followed, goes_on)
        filling.generation.commit(filling.writer, followed)
    return filling.generation


def _fill(filling: Filling, followed: Followed, goes_on: GoesOn) -> Followed:
    """Put every quote in, and then what changes meanwhile, until in step: how far it follows."""
    last = _add(filling, 0, Quote.objects.all())
    while True:
        ends = not goes_on()  # asked first: what was written before the end is seen below
        rows = changelog.rows_beyond(followed, MANY)
        pending = followed.lacking(rows)
        if changelog.says_all(pending):  # whoever looks next builds it anew
            return followed
        changed = changelog.changed_quotes(pending)
        for chunk in _chunks([number for number in changed if number <= last]):
            fresh = documents(Quote.objects.filter(pk__in=chunk))
            filling.generation.replace(filling.writer, chunk, fresh)
        last = _add(filling, last, Quote.objects.filter(pk__lte=max(changed, default=0)))
        followed = followed.with_applied(rows)
        if not pending and ends:
            return followed
        if not pending:
            time.sleep(PAUSE)


def _add(filling: Filling, last: int, quotes: QuoteQuerySet) -> int:
    """Put in the quotes beyond the last number that was put in; the last one now."""
    new = quotes.filter(pk__gt=last)
    # The last one is looked up first: what is added while these are read is pending afterwards.
    now = new.order_by("-pk").values_list("pk", flat=True).first() or last
    filling.add(documents(new.filter(pk__lte=now)))
    return now


def _is_built_at_once() -> bool:
    return not Quote.objects.order_by("pk")[BUILT_AT_ONCE : BUILT_AT_ONCE + 1].exists()


def _catch_up_before_search(generation: Generation) -> bool:
    followed = generation.followed()
    if not followed.ahead and Change.objects.ends_at(followed.mark):
        return True
    pending = changelog.pending(generation, limit=SHORT_GAP + 1)
    # A change that is not committed may be taken back, and the index could not take it back.
    if not pending or connection.in_atomic_block:
        return True
    if changelog.says_all(pending) and _is_built_at_once():
        raise IndexDamagedError("The database was changed as a whole.")
    if len(pending) > SHORT_GAP or changelog.says_all(pending):
        return False
    if len(changelog.changed_quotes(pending, most=SHORT_GAP + 1)) > SHORT_GAP:
        return False
    _apply_in_turn(generation)
    return not changelog.pending(generation, limit=1)


def _apply_in_turn(generation: Generation) -> None:
    """Apply the next batch as soon as no other process writes, unless that one has applied it."""
    deadline = time.monotonic() + PATIENCE
    while changelog.pending(generation, limit=1) and time.monotonic() < deadline:
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
        rows = changelog.rows_beyond(followed, BATCH)
        pending = followed.lacking(rows)
        for chunk in _chunks(changelog.changed_quotes(pending)):
            fresh = documents(Quote.objects.filter(pk__in=chunk))
            generation.replace(writer, chunk, fresh)
        if pending:
            generation.commit(writer, followed.with_applied(rows))
        else:
            generation.note(followed.with_applied(rows))
    return len(pending)


def _chunks(numbers: list[int], size: int = 500) -> Iterator[list[int]]:
    return (numbers[at : at + size] for at in range(0, len(numbers), size))

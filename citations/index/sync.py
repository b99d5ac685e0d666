"""Keeps the index in sync with the database: changed quotes are looked up and indexed again.

Applying a change twice is harmless (a document is built from the quote as it is now), so after a
process was killed between commit and saving the position, the change is simply applied again.
"""

import logging
import time
from collections.abc import Callable, Iterator

from django.db import connection

from citations.index import changelog, generations
from citations.index.documents import index_documents
from citations.index.generations import (
    Generation,
    IndexBuild,
    IndexBusyError,
    IndexDamagedError,
    IndexNotReadyError,
    SyncPosition,
)
from citations.models import Change, Quote
from citations.models.quotes import QuoteQuerySet

logger = logging.getLogger(__name__)

# Before a search, at most this many changes and changed quotes are applied; more are left to
# `manage.py index`, and the results say so.
SHORT_GAP = 200
CHANGES_PER_COMMIT = 5000
# Changes that a build reads at a time: more than a load writes in one transaction, so that a
# quote added with its topics and appearances is looked up once.
BUILD_BATCH = 50_000
# Seconds that a build waits for more of them.
PAUSE_SECONDS = 0.2
# Seconds that a search waits for another process that is applying changes.
MAX_WAIT = 1.0
# An index of at most this many quotes is built while a reader waits; a larger one is left to
# `manage.py index`.
MAX_QUOTES_BUILT_FOR_SEARCH = 2000

GoesOn = Callable[[], bool]


def generation_to_search() -> tuple[Generation, bool]:
    """The generation to search, and whether it has every change.

    Rebuilds a missing, damaged or outdated index first. Raises `IndexNotReadyError` if that
    would take too long; then `manage.py index` builds it.
    """
    generation = None
    try:
        generation = generations.current_generation()
        return generation, _sync_before_search(generation)
    except IndexDamagedError as error:
        return repair_index(generation, error), True


def repair_index(failed: Generation | None, error: IndexDamagedError) -> Generation:
    """Rebuild the index, unless another process has replaced the failed generation meanwhile.

    Raises `IndexNotReadyError`, also if the index cannot be written.
    """
    logger.warning("The search index has to be rebuilt: %s", error)
    try:
        return _rebuild_or_replace(failed, error)
    except (OSError, IndexDamagedError) as obstacle:
        logger.exception("The search index cannot be rebuilt.")
        raise IndexNotReadyError(str(obstacle)) from obstacle


def _rebuild_or_replace(failed: Generation | None, error: IndexDamagedError) -> Generation:
    if not _is_small_enough_to_wait():
        if failed and (replacement := _replacement_for(failed)):
            return replacement
        if failed:
            generations.discard_generation(failed)
        raise IndexNotReadyError(str(error))
    with generations.rebuild_lock():
        try:
            present = generations.current_generation()
            changelog.pending_changes(present, limit=0)
        except IndexDamagedError:
            return _build()
        is_the_failed_one = failed is not None and failed.folder == present.folder
        return _build() if is_the_failed_one else present


def _replacement_for(failed: Generation) -> Generation | None:
    try:
        present = generations.current_generation()
    except IndexDamagedError:
        return None
    return present if present.folder != failed.folder else None


def rebuild_index() -> Generation:
    with generations.rebuild_lock():
        return _build()


def sync_index() -> int:
    """Apply all pending changes, however many; returns their number.

    Raises `IndexDamagedError` and `IndexBusyError`.
    """
    generation = generations.current_generation()
    applied = 0
    while changelog.pending_changes(generation, limit=1):
        if gap := changelog.count_of_long_gap(generation.sync_position()):
            rebuild_index()
            return applied + gap
        applied += _apply_batch(generation)
    if generation.sync_position().ahead:  # earlier changes may have appeared meanwhile
        _apply_batch(generation)
    return applied


def build_if_needed(goes_on: GoesOn) -> bool:
    """Rebuild an index that is unusable, or too far behind; returns whether it did.

    The build then follows new changes for as long as `goes_on()` is true.
    """
    if not _needs_build():
        return False
    with generations.rebuild_lock():
        if needed := _needs_build():  # another process may have built it meanwhile
            _build(goes_on)
    return needed


def _needs_build() -> bool:
    try:
        generation = generations.current_generation()
        return bool(
            changelog.pending_changes(generation, limit=1)
            and changelog.count_of_long_gap(generation.sync_position())
        )
    except IndexDamagedError:
        return True


def _build(goes_on: GoesOn = lambda: False) -> Generation:
    # Restored rows carry another server's transaction numbers, which have no order among ours.
    if (foreign := Change.objects.foreign()).exists():
        foreign.delete()
    # Taken first: changes made while the quotes are read are applied again afterwards.
    position = SyncPosition(Change.objects.last_position())
    position = position.after_applying(
        changelog.without_last_change(
            position, Change.objects.since(position.last_change).as_rows()
        )
    )
    with generations.build_generation(Quote.objects.count()) as build:
        position = _fill(build, position, goes_on)
        build.generation.commit(build.writer, position)
    return build.generation


def _fill(build: IndexBuild, position: SyncPosition, goes_on: GoesOn) -> SyncPosition:
    """Add every quote, then apply changes until none is pending; returns the new position."""
    last = _add_quotes(build, 0, Quote.objects.all())
    while True:
        ends = not goes_on()  # asked first: what was written before the end is seen below
        rows = changelog.next_changes(position, BUILD_BATCH)
        pending = position.unapplied(rows)
        if changelog.affects_everything(pending):  # the next search or sync rebuilds it
            return position
        changed = changelog.changed_quote_ids(pending)
        for chunk in _chunks([number for number in changed if number <= last]):
            fresh = index_documents(Quote.objects.filter(pk__in=chunk))
            build.generation.replace(build.writer, chunk, fresh)
        last = _add_quotes(build, last, Quote.objects.filter(pk__lte=max(changed, default=0)))
        position = position.after_applying(rows)
        if not pending and ends:
            return position
        if not pending:
            time.sleep(PAUSE_SECONDS)


def _add_quotes(build: IndexBuild, last: int, quotes: QuoteQuerySet) -> int:
    new = quotes.filter(pk__gt=last)
    # The last id is looked up first: quotes added while these are read are pending afterwards.
    new_last = new.order_by("-pk").values_list("pk", flat=True).first() or last
    build.add(index_documents(new.filter(pk__lte=new_last)))
    return new_last


def _is_small_enough_to_wait() -> bool:
    number = MAX_QUOTES_BUILT_FOR_SEARCH
    return not Quote.objects.order_by("pk")[number : number + 1].exists()


def _sync_before_search(generation: Generation) -> bool:
    position = generation.sync_position()
    if not position.ahead and Change.objects.ends_at(position.last_change):
        return True
    pending = changelog.pending_changes(generation, limit=SHORT_GAP + 1)
    # An uncommitted change may be rolled back, and the index could not roll it back.
    if not pending or connection.in_atomic_block:
        return True
    if changelog.affects_everything(pending) and _is_small_enough_to_wait():
        raise IndexDamagedError("The whole database may have changed.")
    if len(pending) > SHORT_GAP or changelog.affects_everything(pending):
        return False
    if len(changelog.changed_quote_ids(pending, most=SHORT_GAP + 1)) > SHORT_GAP:
        return False
    _apply_when_free(generation)
    return not changelog.pending_changes(generation, limit=1)


def _apply_when_free(generation: Generation) -> None:
    """Apply the next batch once no other process is writing, unless that one has applied it."""
    deadline = time.monotonic() + MAX_WAIT
    while changelog.pending_changes(generation, limit=1) and time.monotonic() < deadline:
        try:
            _apply_batch(generation)
        except IndexBusyError:
            time.sleep(0.01)
        else:
            return


def _apply_batch(generation: Generation) -> int:
    with generation.open_writer() as writer:
        # Read again now that no other process writes: one may have applied changes meanwhile.
        position = generation.sync_position()
        rows = changelog.next_changes(position, CHANGES_PER_COMMIT)
        pending = position.unapplied(rows)
        for chunk in _chunks(changelog.changed_quote_ids(pending)):
            fresh = index_documents(Quote.objects.filter(pk__in=chunk))
            generation.replace(writer, chunk, fresh)
        if pending:
            generation.commit(writer, position.after_applying(rows))
        else:
            generation.save_sync_position(position.after_applying(rows))
    return len(pending)


def _chunks(ids: list[int], size: int = 500) -> Iterator[list[int]]:
    return (ids[at : at + size] for at in range(0, len(ids), size))

"""The index follows the change log: what has changed is looked up and indexed again.

Applying a change twice is harmless (the document is made from the quote as it is now), so a
process killed between commit and note simply does it again.

On PostgreSQL a row can appear after later ones, when its transaction took longer. Later rows are
applied at once all the same, but the mark waits, so that the slow one is never skipped.
"""

import logging
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db import connection

from citations.models import Change, Quote, Subject
from citations.search import index
from citations.search.index import Followed, Generation, IndexBusyError, IndexDamagedError
from citations.search.schema import documents

logger = logging.getLogger(__name__)

# Before a search, at most this many changed quotes are caught up with; more is left to
# `manage.py index`, and the search says so.
SHORT_GAP = 500
# Changes applied in one commit.
BATCH = 1000
# Seconds a search waits for another process that is catching up.
PATIENCE = 1.0

PATHS = {
    Subject.QUOTE: "pk",
    Subject.SPEAKER: "speaker",
    Subject.POSITION: "position",
    Subject.OCCASION: "occasion",
    Subject.TOPIC: "topics",
    Subject.ARTICLE: "appearances__article",
    Subject.PUBLICATION: "appearances__article__publication",
}


def generation_to_search() -> tuple[Generation, bool]:
    """The generation to search, and whether it holds every change.

    A missing, damaged or outdated index is built anew first.
    """
    try:
        generation = _current_of_this_log()
        return generation, _catch_up_before_search(generation)
    except IndexDamagedError as error:
        return repair(error), True


def repair(error: IndexDamagedError) -> Generation:
    """Build the index anew, unless another process has just done so."""
    logger.warning("The search index is built anew: %s", error)
    with index.rebuilding():
        return index.current() if is_usable() else _build()


def rebuild() -> Generation:
    """Build a new generation from the database and make it the current one."""
    with index.rebuilding():
        return _build()


def is_usable() -> bool:
    """Whether there is an index that can be read and follows this database's log."""
    try:
        _current_of_this_log().searcher()
    except IndexDamagedError:
        return False
    return True


def catch_up() -> int:
    """Apply all that has changed, however much: the number of changes.

    Raises `IndexDamagedError` and `IndexBusyError`.
    """
    generation, applied = _current_of_this_log(), 0
    while pending := _pending(generation):
        if _needs_rebuild(pending):
            rebuild()
            return applied + len(pending)
        applied += _apply(generation)
    return applied


def _build() -> Generation:
    # Noted first: what changes while the quotes are read is applied again later.
    followed = Followed(Change.objects.head(), Change.objects.origin())
    followed = followed.with_applied(list(Change.objects.after(followed.mark)))
    return index.build(documents(Quote.objects.all()), followed)


def _current_of_this_log() -> Generation:
    generation = index.current()
    if generation.followed().origin != Change.objects.origin():
        raise IndexDamagedError("It follows the log of another database.")
    return generation


def _catch_up_before_search(generation: Generation) -> bool:
    # A change that is not committed may be taken back, and the index could not take it back.
    if connection.in_atomic_block:
        return True
    pending = _pending(generation, limit=SHORT_GAP + 1)
    if not pending:
        return True
    if _needs_rebuild(pending):
        raise IndexDamagedError("The database was changed as a whole.")
    if len(_changed_quotes(pending)) > SHORT_GAP:
        return False
    try:
        _apply(generation)
    except IndexBusyError:
        return _somebody_else_catches_up(generation)
    return True


def _somebody_else_catches_up(generation: Generation) -> bool:
    deadline = time.monotonic() + PATIENCE
    while behind := bool(_pending(generation, limit=1)):
        if time.monotonic() > deadline:
            break
        time.sleep(0.01)
    return not behind


def _apply(generation: Generation) -> int:
    """Apply the next batch of changes: how many."""
    with generation.writing() as writer:
        # Read again now that no other process writes: it may have been here meanwhile.
        followed = generation.followed()
        rows = _rows_beyond(followed, BATCH)
        pending = [row for row in rows if row.pk not in followed.ahead]
        for chunk in _chunks(_changed_quotes(pending)):
            for number in chunk:
                writer.delete_documents_by_term("id", number)
            for document in documents(Quote.objects.filter(pk__in=chunk)):
                writer.add_document(document)
        if pending:
            generation.commit(writer, followed.with_applied(rows))
    return len(pending)


def _pending(generation: Generation, limit: int = BATCH) -> list[Change]:
    followed = generation.followed()
    return [row for row in _rows_beyond(followed, limit) if row.pk not in followed.ahead]


def _rows_beyond(followed: Followed, limit: int) -> list[Change]:
    """The next rows of the log, those ahead of the mark included."""
    return list(Change.objects.after(followed.mark)[: limit + len(followed.ahead)])


def _needs_rebuild(pending: Iterable[Change]) -> bool:
    return any(change.subject == Subject.ALL for change in pending)


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

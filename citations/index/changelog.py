"""The change log as an index follows it: what it does not hold yet, and of which quotes.

On PostgreSQL a row can appear after later ones, when its transaction took longer. Later rows are
applied at once all the same, but the mark waits, so that the slow one is never skipped.
"""

from collections import defaultdict
from collections.abc import Iterable

from citations.index.generations import Followed, Generation, IndexDamagedError
from citations.models import Change, Quote, Subject
from citations.models.base.changes import Mark, Noted

# With more changes than this, and than quotes were ever added, a new index is sooner made.
LONG_GAP = 50_000

PATHS = {
    Subject.QUOTE: "pk",
    Subject.SPEAKER: "speaker",
    Subject.OCCASION: "occasion",
    Subject.TOPIC: "topics",
    Subject.ARTICLE: "appearances__article",
    Subject.PUBLICATION: "appearances__article__publication",
}


def pending(generation: Generation, limit: int) -> list[Noted]:
    """At most so many changes that the generation does not hold.

    Raises `IndexDamagedError` when it follows a log that is not, or no longer, this one.
    """
    followed = generation.followed()
    return followed.lacking(rows_beyond(followed, limit))[:limit]


def rows_beyond(followed: Followed, limit: int) -> list[Noted]:
    """The next rows of the log, those ahead of the mark included; raises `IndexDamagedError`."""
    rows = Change.objects.since(followed.mark).noted(1 + limit + len(followed.ahead))
    found = without_marked(followed, rows)
    if missing := followed.ahead - {row.pk for row in found}:
        there = Change.objects.filter(pk__in=missing).count()
        if there < len(missing):
            raise IndexDamagedError("It holds changes that were taken back.")
    return found


def without_marked(followed: Followed, rows: Iterable[Noted]) -> list[Noted]:
    """The rows without the marked one, which must come first; raises `IndexDamagedError`."""
    found = list(rows)
    is_foreign = any(row.is_foreign for row in found)
    marked = found.pop(0).mark if followed.mark.id and found else Mark()
    if is_foreign or marked != followed.mark:
        raise IndexDamagedError("It follows another log, or one that was taken back.")
    return found


def gap_too_long(followed: Followed) -> int:
    """The number of changes not followed yet when a new index is sooner made, else 0."""
    beyond = Change.objects.since(followed.mark)
    last = Quote.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    # Counted and not excluded: while an old transaction goes on, there can be any number ahead.
    held = len(followed.ahead) + bool(followed.mark.id)
    rows = beyond.values("pk")[: max(LONG_GAP, last) + 1 + held].count() - held
    says_all = beyond.filter(subject=Subject.ALL).values_list("pk", flat=True)
    anything = set(says_all) - followed.ahead - {followed.mark.id}
    return rows if rows > max(LONG_GAP, last) or anything else 0


def says_all(rows: Iterable[Noted]) -> bool:
    """Whether one of the rows says that anything may have changed."""
    return any(row.subject == Subject.ALL for row in rows)


def changed_quotes(rows: Iterable[Noted], most: int | None = None) -> list[int]:
    """The numbers of the quotes that show what has changed, deleted ones included.

    With `most`, so many of each kind of change are enough.
    """
    numbers: dict[str, set[int]] = defaultdict(set)
    for change in rows:
        numbers[change.subject].add(change.subject_id)
    quotes = set(numbers.pop(Subject.QUOTE, set()))
    for subject, changed in numbers.items():
        showing = Quote.objects.filter(**{f"{PATHS[Subject(subject)]}__in": changed})
        quotes.update(showing.order_by().values_list("pk", flat=True)[:most])
    return sorted(quotes)

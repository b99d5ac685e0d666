"""The wanted list: what was searched for and not found, for curators to go after.

Words, a day and a number: nothing of who searched, and no time of day.
"""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection, models, transaction

from citations.models.base.constraints import never_blank, together
from citations.models.base.time_budget import TooSlowError

LONGEST = 512
# Different words kept of one day: a flood of nonsense ends here.
MOST_A_DAY = 10_000
# Milliseconds a searcher waits for others who write.
PATIENCE = 50
# How long a statement waits for a lock: to be asked and to be told.
LOCK_WAIT = {
    "sqlite": ("PRAGMA busy_timeout", "PRAGMA busy_timeout = {}"),
    "postgresql": ("SHOW lock_timeout", "SET lock_timeout = '{}'"),
}


class WantedSearchQuerySet(models.QuerySet["WantedSearch"]):
    def note(self, words: str, day: datetime.date) -> None:
        """Count one more search for the words on a day.

        Not counted are words beyond a day's most, and a search while the database is too busy: a
        searcher neither waits for this nor hears of it.
        """
        words = words.replace("\0", " ").strip()[:LONGEST].strip()
        try:
            if words:
                with _hardly_waiting():
                    self._count(words, day)
        except (DatabaseError, TooSlowError):
            return

    def _count(self, words: str, day: datetime.date) -> None:
        """One more, in one transaction: two at once make two, and never two rows."""
        with transaction.atomic():
            kept = self.filter(day=day, words=words)
            if kept.update(times=models.F("times") + 1):
                return
            if self.filter(day=day).count() < MOST_A_DAY:
                self.bulk_create([self.model(words=words, day=day)], ignore_conflicts=True)
                kept.update(times=models.F("times") + 1)


@contextmanager
def _hardly_waiting() -> Iterator[None]:
    """Inside, locks are waited for no longer than PATIENCE; then as long as before."""
    asked, told = LOCK_WAIT[connection.vendor]
    connection.ensure_connection()
    # Past Django, which begins no query when time is up: the old wait must come back even then.
    execute = connection.connection.execute
    with connection.wrap_database_errors:
        before = execute(asked).fetchone()[0]
        execute(told.format(PATIENCE))
    try:
        yield
    finally:
        with connection.wrap_database_errors:
            execute(told.format(before))


class WantedSearch(models.Model):
    """Words that were searched for on a day and not found, and how many times."""

    words = models.CharField(max_length=LONGEST)
    day = models.DateField()
    times = models.PositiveIntegerField(default=0)

    objects = WantedSearchQuerySet.as_manager()

    class Meta:
        ordering = ("-day", "-times", "words")
        verbose_name_plural = "wanted searches"
        constraints = (
            never_blank("words"),
            together(("day", "words"), "These words are already noted for this day."),
        )

    def __str__(self) -> str:
        return self.words

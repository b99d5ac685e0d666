"""The wanted list: searches without results, which tell curators what to look for.

It stores words, a day and a number: not who searched, and no time of day.
"""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection, models, transaction
from django.utils.translation import gettext_lazy as _

from citations.models.base.constraints import never_blank, unique_values
from citations.models.base.time_budget import TooSlowError

LONGEST = 512
# Different searches stored per day: a flood of nonsense ends here.
MOST_A_DAY = 10_000
# Milliseconds that a search waits for other writers.
PATIENCE = 50
# How long a statement waits for a lock: the statements that read and set it.
LOCK_WAIT = {
    "sqlite": ("PRAGMA busy_timeout", "PRAGMA busy_timeout = {}"),
    "postgresql": ("SHOW lock_timeout", "SET lock_timeout = '{}'"),
}


class WantedSearchQuerySet(models.QuerySet["WantedSearch"]):
    def note(self, words: str, day: datetime.date) -> None:
        """Count one more search for the words on a day.

        Skips words beyond the daily limit, and searches while the database is busy: the reader
        neither waits for this nor sees an error.
        """
        words = words.replace("\0", " ").strip()[:LONGEST].strip()
        try:
            if words:
                with _short_lock_wait():
                    self._count(words, day)
        except (DatabaseError, TooSlowError):
            return

    def _count(self, words: str, day: datetime.date) -> None:
        """Add one, in a transaction: two concurrent searches count as two, in one row."""
        with transaction.atomic():
            row = self.filter(day=day, words=words)
            if row.update(times=models.F("times") + 1):
                return
            if self.filter(day=day).count() < MOST_A_DAY:
                self.bulk_create([self.model(words=words, day=day)], ignore_conflicts=True)
                row.update(times=models.F("times") + 1)


@contextmanager
def _short_lock_wait() -> Iterator[None]:
    """In the block, statements wait no longer than PATIENCE for a lock."""
    read_wait, set_wait = LOCK_WAIT[connection.vendor]
    connection.ensure_connection()
    # Not through Django, which starts no query when time is up: this must be undone even then.
    execute = connection.connection.execute
    with connection.wrap_database_errors:
        before = execute(read_wait).fetchone()[0]
        execute(set_wait.format(PATIENCE))
    try:
        yield
    finally:
        with connection.wrap_database_errors:
            execute(set_wait.format(before))


class WantedSearch(models.Model):
    """Words that were searched for on a day without results, and how many times."""

    words = models.CharField(max_length=LONGEST)
    day = models.DateField()
    times = models.PositiveIntegerField(default=0)

    objects = WantedSearchQuerySet.as_manager()

    class Meta:
        ordering = ("-day", "-times", "words")
        verbose_name_plural = _("wanted searches")
        constraints = (
            never_blank("words"),
            unique_values(("day", "words"), _("These words are already counted for this day.")),
        )

    def __str__(self) -> str:
        return self.words

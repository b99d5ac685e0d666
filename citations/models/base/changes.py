"""The change log: what the search index has to catch up with.

Rows are written by database triggers alone (`citations.models.base.triggers`), in the transaction of
the change itself, so that nothing that changes a quote is missed and nothing rolled back is seen.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Self

from django.db import connection, models
from django.db.models.expressions import RawSQL
from django.db.models.functions import Now


class Subject(models.TextChoices):
    """What kind of record changed: the index looks up the quotes that show it."""

    QUOTE = "quote"
    SPEAKER = "speaker"
    OCCASION = "occasion"
    TOPIC = "topic"
    ARTICLE = "article"
    PUBLICATION = "publication"
    ALL = "all", "anything"


@dataclass(frozen=True)
class Mark:
    """A place in the log: everything up to and including this row is known.

    `at` tells the row from another one with its numbers, as a restored or rolled-back database
    may have it (ISO 8601).
    """

    transaction_id: int = 0
    id: int = 0
    at: str = ""


# SQLite seeks no pair of values in an index; its transactions have no number besides.
SINCE = {
    "sqlite": "transaction_id = %s AND id >= %s",
    "postgresql": "(transaction_id, id) >= (%s, %s)",
}

# PostgreSQL hands out row numbers before transactions end. A row's place in the log is final only
# once every transaction up to its own has ended: then no earlier row can still appear.
FINAL = {
    "sqlite": "1 = 1",
    "postgresql": "transaction_id < pg_snapshot_xmin(pg_current_snapshot())::text::bigint",
}

# No row can be seen of a transaction that is still to come, unless a restored log brought the
# numbers of another server along.
FOREIGN = {
    "sqlite": "1 = 0",
    "postgresql": (
        "transaction_id >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint"
        " AND transaction_id <> COALESCE(pg_current_xact_id_if_assigned()::text::bigint, 0)"
    ),
}


def _condition(sql: str, *parameters: int) -> RawSQL:
    """A condition the ORM cannot say; only constants of this module reach it."""
    return RawSQL(sql, parameters, models.BooleanField())  # noqa: S611


class Noted(NamedTuple):
    """A row of the log, read in great numbers: a record would take several times as long."""

    pk: int
    subject: str
    subject_id: int
    transaction_id: int
    at: datetime
    is_final: bool
    is_foreign: bool

    @property
    def mark(self) -> Mark:
        return Mark(self.transaction_id, self.pk, self.at.isoformat())


class ChangeQuerySet(models.QuerySet["Change"]):
    def since(self, mark: Mark) -> Self:
        """The marked row and those beyond it, in their order, with `is_final` and `is_foreign`."""
        return (
            self.filter(_condition(SINCE[connection.vendor], mark.transaction_id, mark.id))
            .annotate(is_final=_condition(FINAL[connection.vendor]))
            .annotate(is_foreign=_condition(FOREIGN[connection.vendor]))
            .order_by("transaction_id", "id")
        )

    def noted(self, most: int | None = None) -> list[Noted]:
        """The first rows of those found by `since`."""
        return [Noted(*row) for row in self.values_list(*Noted._fields)[:most]]

    def ends_at(self, mark: Mark) -> bool:
        """Whether the marked row is the last one: one look-up, made before every search.

        In SQL, because the ORM takes several times as long to write it as it takes to be answered.
        """
        last = self.raw(
            "SELECT id, transaction_id, at FROM citations_change"  # noqa: S608  constants alone
            f" WHERE NOT ({FOREIGN[connection.vendor]})"
            " ORDER BY transaction_id DESC, id DESC LIMIT 1"
        )
        return [row.mark for row in last] == [mark]

    def head(self) -> Mark:
        """The mark of the last final row."""
        final = self.filter(_condition(FINAL[connection.vendor]))
        last = final.order_by("-transaction_id", "-id").first()
        return last.mark if last else Mark()

    def foreign(self) -> Self:
        """Rows that another server wrote, from which this database was restored."""
        return self.filter(_condition(FOREIGN[connection.vendor]))


class Change(models.Model):
    """One record changed: `subject` and its number."""

    subject = models.CharField(max_length=20)
    subject_id = models.BigIntegerField()
    transaction_id = models.BigIntegerField(
        default=0, db_default=0, help_text="PostgreSQL's transaction number; 0 on SQLite."
    )
    at = models.DateTimeField(db_default=Now())

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ("transaction_id", "id")
        indexes = (models.Index(fields=["transaction_id", "id"], name="change_order"),)

    def __str__(self) -> str:
        return f"{self.subject} {self.subject_id}"

    @property
    def mark(self) -> Mark:
        return Mark(self.transaction_id, self.pk, self.at.isoformat())

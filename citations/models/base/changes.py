"""The changelog: which records have changed since the search index was last synced.

Only database triggers write its rows (`citations.models.base.triggers`), in the transaction of the
change itself. So the log misses no change to a quote, and holds none that was rolled back.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Self

from django.db import connection, models
from django.db.models.expressions import RawSQL
from django.db.models.functions import Now

from citations.models.base.prepared_queries import PreparedQuery


class Subject(models.TextChoices):
    """The kind of record that changed; the index looks up the quotes that show it."""

    QUOTE = "quote"
    SPEAKER = "speaker"
    OCCASION = "occasion"
    TOPIC = "topic"
    ARTICLE = "article"
    PUBLICATION = "publication"
    ALL = "all", "anything"


@dataclass(frozen=True)
class ChangelogPosition:
    """A place in the log: everything up to and including this row is known.

    `at` (ISO 8601) distinguishes this row from one with the same numbers in a restored database.
    """

    transaction_id: int = 0
    id: int = 0
    at: str = ""


# SQLite has no transaction numbers, and cannot seek a pair of values in an index.
SINCE = {
    "sqlite": "transaction_id = %s AND id >= %s",
    "postgresql": "(transaction_id, id) >= (%s, %s)",
}

# PostgreSQL hands out row numbers before transactions end. A row's place in the log is final only
# when every transaction up to its own has ended: then no earlier row can still appear.
FINAL = {
    "sqlite": "1 = 1",
    "postgresql": "transaction_id < pg_snapshot_xmin(pg_current_snapshot())::text::bigint",
}

# A row of a future transaction can only come from another server: the log was restored.
FOREIGN = {
    "sqlite": "1 = 0",
    "postgresql": (
        "transaction_id >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint"
        " AND transaction_id <> COALESCE(pg_current_xact_id_if_assigned()::text::bigint, 0)"
    ),
}


def _condition(sql: str, *parameters: int) -> RawSQL:
    """A condition that the ORM has no words for; `sql` is always a constant of this module."""
    return RawSQL(sql, parameters, models.BooleanField())  # noqa: S611


class ChangelogRow(NamedTuple):
    """A row of the log as plain values: model instances would take several times as long."""

    pk: int
    subject: str
    subject_id: int
    transaction_id: int
    at: datetime
    is_final: bool
    is_foreign: bool

    @property
    def position(self) -> ChangelogPosition:
        return ChangelogPosition(self.transaction_id, self.pk, self.at.isoformat())


class ChangeQuerySet(models.QuerySet["Change"]):
    def since(self, position: ChangelogPosition) -> Self:
        """The row at the position and those after it, with `is_final` and `is_foreign`."""
        since = _condition(SINCE[connection.vendor], position.transaction_id, position.id)
        return (
            self.filter(since)
            .annotate(is_final=_condition(FINAL[connection.vendor]))
            .annotate(is_foreign=_condition(FOREIGN[connection.vendor]))
            .order_by("transaction_id", "id")
        )

    def as_rows(self, limit: int | None = None) -> list[ChangelogRow]:
        """The first rows of a query made by `since`."""
        return [ChangelogRow(*row) for row in self.values_list(*ChangelogRow._fields)[:limit]]

    def ends_at(self, position: ChangelogPosition) -> bool:
        """Whether the log's last row is at this position: one query, made before every search."""
        return [
            ChangelogPosition(transaction_id, number, at.isoformat())
            for transaction_id, number, at in LAST_CHANGE.read_rows()
        ] == [position]

    def last_position(self) -> ChangelogPosition:
        """The position of the last final row."""
        final = self.filter(_condition(FINAL[connection.vendor]))
        last = final.order_by("-transaction_id", "-id").first()
        return last.position if last else ChangelogPosition()

    def foreign(self) -> Self:
        """Rows written by another server, from which this database was restored."""
        return self.filter(_condition(FOREIGN[connection.vendor]))


class Change(models.Model):
    """One changed record: `subject` and its number."""

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
    def position(self) -> ChangelogPosition:
        return ChangelogPosition(self.transaction_id, self.pk, self.at.isoformat())


LAST_CHANGE = PreparedQuery(
    lambda _: (
        Change.objects.exclude(_condition(FOREIGN[connection.vendor]))
        .order_by("-transaction_id", "-id")
        .values_list("transaction_id", "id", "at")[:1]
    )
)

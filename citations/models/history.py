"""What the history shows: a record's last change, and when a quote was withdrawn."""

from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Model

from citations.models.quotes import Quote, State

# The reason of every history row that a load writes: it says how, not why.
LOADED = "load"


class Withdrawal(NamedTuple):
    """When a published quote was withdrawn, and why, as far as history shows."""

    at: datetime | None
    reason: str


def last_change(record: Model) -> datetime | None:
    """When the record itself last changed; None if history does not show it."""
    rows: Any = record.history  # type: ignore[attr-defined]  # each model adds its own
    changed: datetime | None = rows.values_list("history_date", flat=True).first()
    return changed


def withdrawal_of(key: str) -> Withdrawal | None:
    """How the quote was withdrawn; None if it is published, or never was.

    Read from the history row after the last published one; for a quote that was deleted while it
    was published, from the row of its deletion.
    """
    if Quote.objects.published().filter(key=key).exists():
        return None
    columns = ("state", "history_type", "history_date", "history_change_reason")
    after = Withdrawal(None, "")
    for state, kind, at, reason in Quote.history.filter(key=key).values_list(*columns):
        row = Withdrawal(at, "" if reason in (None, LOADED) else reason.strip())
        if state == State.PUBLISHED:
            return row if kind == "-" else after
        after = row
    return None

"""What history tells: when a record was changed last, and how a quote was taken back."""

from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Model

from citations.models.quotes import Quote, State

# Given to each line of history that a load leaves: it says how, and not why.
LOADED = "load"


class Withdrawal(NamedTuple):
    """When a quote that everybody could read was taken back, and why: as far as it is recorded."""

    at: datetime | None
    reason: str


def last_change(record: Model) -> datetime | None:
    """When the record itself was changed last; None where no line of history says so."""
    lines: Any = record.history  # type: ignore[attr-defined]  # given to the model by its class
    changed: datetime | None = lines.values_list("history_date", flat=True).first()
    return changed


def withdrawal_of(key: str) -> Withdrawal | None:
    """How the quote was taken back; None if it is published, and if it never was.

    The line of history that follows the last published one tells it; for a quote that was deleted
    while it was published, the line of its deletion.
    """
    if Quote.objects.published().filter(key=key).exists():
        return None
    columns = ("state", "history_type", "history_date", "history_change_reason")
    after = Withdrawal(None, "")
    for state, kind, at, reason in Quote.history.filter(key=key).values_list(*columns):
        line = Withdrawal(at, "" if reason in (None, LOADED) else reason.strip())
        if state == State.PUBLISHED:
            return line if kind == "-" else after
        after = line
    return None

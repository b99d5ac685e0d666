"""What a merge changes, written down as it is done, so that it can be taken back to the letter."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from simple_history.utils import bulk_update_with_history

from citations.models import Merge, Quote

AT_ONCE = 1000
IN_USE = "Something stands on what this merge has made, a check of a text perhaps: it stays merged."


class CannotUndoError(Exception):
    """Something has changed since; the message says what."""


class Journal:
    """Collects changes of columns and rows that are added; `write` makes those of columns."""

    def __init__(self) -> None:
        self.changes: list[list[Any]] = []
        self.added: list[list[Any]] = []

    def set(self, rows: Iterable[models.Model], **columns: Any) -> None:
        """Have the rows' columns hold these values, each by its column's name (speaker_id)."""
        for row in rows:
            for name, value in columns.items():
                old = getattr(row, name)
                if old != value:
                    self.changes.append([row._meta.model_name, row.pk, name, old, value])

    def add(self, row: models.Model) -> None:
        """Save a new row."""
        row.save()
        self.added.append([row._meta.model_name, row.pk])

    def write(self, reason: str) -> None:
        _change(
            [(model, number, name, new) for model, number, name, _, new in self.changes], reason
        )


def _model(name: str) -> Any:
    return apps.get_model("citations", name)


def _change(changes: Iterable[tuple[str, int, str, Any]], reason: str) -> None:
    """Set columns, with a line of history of each row that has any."""
    values: dict[str, dict[int, dict[str, Any]]] = defaultdict(lambda: defaultdict(dict))
    for model, number, name, value in changes:
        values[model][number][name] = value
    for model, rows in values.items():
        # Those that change the same columns together; what gives way first comes first.
        alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, columns in rows.items():
            alike[tuple(columns)].append(number)
        for names, numbers in alike.items():
            _update(_model(model), numbers, names, rows, reason)


def _update(model: Any, numbers: list[int], names: tuple[str, ...], rows: Any, reason: str) -> None:
    found = list(model.objects.filter(pk__in=numbers))
    for row in found:
        for name in names:
            setattr(row, name, rows[row.pk][name])
        if model is Quote:
            row.changed = timezone.now()
    fields = [name.removesuffix("_id") for name in names]
    if model is Quote:  # whose citations are kept until it changes
        fields.append("changed")
    if hasattr(model, "history"):
        bulk_update_with_history(
            found, model, fields, batch_size=AT_ONCE, default_change_reason=reason
        )
    else:
        model.objects.bulk_update(found, fields, batch_size=AT_ONCE)


@transaction.atomic
def undo(number: int, user: Any) -> Merge:
    """Take a merge back. Raises CannotUndoError, changing nothing, where that is not possible."""
    merge = Merge.objects.select_for_update().get(pk=number)
    if merge.undone_at:
        raise CannotUndoError("This merge has been undone already.")
    _check_unchanged(merge)
    back = [(model, row, name, old) for model, row, name, old, _ in reversed(merge.changes)]
    try:
        with transaction.atomic():
            _change(back, f"merge undone: {merge.reason}"[:100])
            for model, row in reversed(merge.added):
                _model(model).objects.get(pk=row).delete()
    except (IntegrityError, models.ProtectedError) as error:
        raise CannotUndoError(
            "Others stand on what this merge has made: move them first."
        ) from error
    merge.undone_by, merge.undone_at = user, timezone.now()
    merge.save()
    return merge


def _check_unchanged(merge: Merge) -> None:
    """Whether all still is as the merge left it."""
    for model, number, name, _, new in merge.changes:
        row = _model(model).objects.filter(pk=number).first()
        if not row or getattr(row, name) != new:
            what = f"{model} “{row}”" if row else f"a {model} that is gone"
            raise CannotUndoError(f"Changed since, or merged further: {what}. Mend that by hand.")
    for model, number in merge.added:
        if not _model(model).objects.filter(pk=number).exists():
            raise CannotUndoError(f"A {model} that this merge has added is gone.")

"""The changes that a merge makes, recorded in full so that the merge can be undone exactly."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from simple_history.utils import bulk_update_with_history

from citations.models import Merge, Quote

BATCH = 1000


class CannotUndoError(Exception):
    """The merge cannot be undone; the message says why."""


class ChangeSet:
    """Column changes as [model, number, column, old, new], and added rows as [model, number]."""

    def __init__(self) -> None:
        self.changes: list[list[Any]] = []
        self.added: list[list[Any]] = []

    def set(self, rows: Iterable[models.Model], **columns: Any) -> None:
        """Note new values by column name (`speaker_id`); nothing is written before `write`."""
        for row in rows:
            for name, value in columns.items():
                old = getattr(row, name)
                if old != value:
                    self.changes.append([row._meta.model_name, row.pk, name, old, value])

    def add(self, row: models.Model) -> None:
        """Save a new row at once."""
        row.save()
        self.added.append([row._meta.model_name, row.pk])

    def write(self, reason: str) -> None:
        _write_columns(
            [(model, number, name, new) for model, number, name, _old, new in self.changes], reason
        )


def _model_named(name: str) -> Any:
    return apps.get_model("citations", name)


def _write_columns(changes: Iterable[tuple[str, int, str, Any]], reason: str) -> None:
    values: dict[str, dict[int, dict[str, Any]]] = defaultdict(lambda: defaultdict(dict))
    for model, number, name, value in changes:
        values[model][number][name] = value
    for model, rows in values.items():
        # One update for all rows that change the same columns, in the order of the changes: a
        # unique value has to be released before another row can have it.
        groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, columns in rows.items():
            groups[tuple(columns)].append(number)
        for names, numbers in groups.items():
            _update_rows(_model_named(model), numbers, names, rows, reason)


def _update_rows(
    model: Any, numbers: list[int], names: tuple[str, ...], values: Any, reason: str
) -> None:
    rows = list(model.objects.filter(pk__in=numbers))
    for row in rows:
        for name in names:
            setattr(row, name, values[row.pk][name])
        if model is Quote:
            row.changed = timezone.now()
    fields = [name.removesuffix("_id") for name in names]
    if model is Quote:  # cached citations are valid until this changes
        fields.append("changed")
    if hasattr(model, "history"):
        bulk_update_with_history(
            rows, model, fields, batch_size=BATCH, default_change_reason=reason
        )
    else:
        model.objects.bulk_update(rows, fields, batch_size=BATCH)


@transaction.atomic
def undo_merge(number: int, user: Any) -> Merge:
    """Undo a merge. Raises CannotUndoError and changes nothing where that is impossible."""
    merge = Merge.objects.select_for_update().get(pk=number)
    if merge.undone_at:
        raise CannotUndoError(_("This merge has already been undone."))
    _check_unchanged(merge)
    back = [(model, row, name, old) for model, row, name, old, _new in reversed(merge.changes)]
    try:
        with transaction.atomic():
            _write_columns(back, f"merge undone: {merge.reason}"[:100])
            for model, row in reversed(merge.added):
                _model_named(model).objects.get(pk=row).delete()
    except (IntegrityError, models.ProtectedError) as error:
        raise CannotUndoError(
            _("Other records depend on what this merge created: move them first.")
        ) from error
    merge.undone_by, merge.undone_at = user, timezone.now()
    merge.save()
    return merge


def _check_unchanged(merge: Merge) -> None:
    for name, number, column, _old, new in merge.changes:
        model = _model_named(name)
        row = model.objects.filter(pk=number).first()
        if not row or getattr(row, column) != new:
            raise CannotUndoError(_changed_message(model, row))
    for name, number in merge.added:
        model = _model_named(name)
        if not model.objects.filter(pk=number).exists():
            raise CannotUndoError(
                _("A record that this merge added no longer exists (%(kind)s).")
                % {"kind": model._meta.verbose_name}
            )


def _changed_message(model: Any, row: Any) -> str:
    kind = model._meta.verbose_name
    if not row:
        return _("A record that this merge changed no longer exists (%(kind)s).") % {"kind": kind}
    return _("Changed or merged again since then: %(kind)s “%(record)s”. Correct it by hand.") % {
        "kind": kind,
        "record": row,
    }

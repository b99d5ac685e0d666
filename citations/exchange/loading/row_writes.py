"""Reads, inserts and updates many rows at a time, with the fields of the exchange format."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, islice
from operator import itemgetter
from typing import Any, TypeVar, cast

from django.apps import apps
from django.db import connection
from django.db.models import DateField, Field, JSONField, Model
from django.utils import timezone
from simple_history.utils import get_history_manager_for_model

from citations.edtf.parsing import parse_edtf
from citations.models import Quote, State
from citations.models.base.edtf_fields import EdtfBound
from citations.models.history import LOADED

Row = dict[str, Any]
RowChange = tuple[Row, Row]  # the stored row with its id; the new one
Key = TypeVar("Key")

# Rows in one INSERT: triggers and constraints make each statement expensive in SQLite, and row by
# row takes twice as long.
ROWS_PER_INSERT = 200
# Rows in one UPDATE; the statement's length grows with them.
ROWS_PER_UPDATE = 100


def _takes_no_unique_value(row: Row) -> bool:
    return False


class RecordTable:
    """A model's rows as dicts by attribute, without derived columns.

    `unread` attributes follow from the row's natural key, and are not compared. Rows that `take` a
    value that only one row may have are updated after the others, which may release it.
    """

    def __init__(
        self,
        model: type[Model],
        unread: Sequence[str] = (),
        take: Callable[[Row], bool] = _takes_no_unique_value,
    ) -> None:
        self.model, self._take = model, take
        self.columns = tuple(each.attname for each in model._meta.concrete_fields if _is_data(each))
        self.compared = tuple(name for name in self.columns if name not in unread)

    def rows(self, key: Callable[[Row], Key], **conditions: Any) -> dict[Key, Row]:
        """The stored rows with their `id`, by the key computed from each."""
        names = ("id", *self.compared)
        found = self.model._default_manager.filter(**conditions).order_by().values_list(*names)  # noqa: SLF001
        rows = (dict(zip(names, values, strict=True)) for values in found)
        return {key(row): row for row in rows}

    def differs(self, old: Row, new: Row) -> bool:
        return any(old[name] != new[name] for name in self.compared)

    def reserve_ids(self, count: int) -> list[int]:
        """Ids for so many new rows, in rising order; nobody else gets them."""
        if not count:
            return []
        table = self.model._meta.db_table
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                sequence = (
                    "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
                )
                cursor.execute(sequence, [table, count])
                return sorted(number for (number,) in cursor.fetchall())
            # No other transaction can write now.
            cursor.execute("SELECT MAX(seq) FROM sqlite_sequence WHERE name = %s", [table])
            last = cursor.fetchone()[0] or 0
        return list(range(last + 1, last + 1 + count))

    def add(self, rows: Sequence[Row]) -> None:
        """Insert rows in their order; with their ids, if the first one has an id."""
        if rows:
            insert_rows(self.model, rows, self._getters("id" in rows[0]))

    def _getters(self, numbered: bool) -> dict[str, Callable[[Row], Any]]:
        now = timezone.now()
        return {
            str(each.column): _getter(each, now)
            for each in self.model._meta.concrete_fields
            if numbered or not each.primary_key
        }

    def change(self, changes: Sequence[RowChange]) -> None:
        """Update rows, and write history rows if the model has a history."""
        for taking in (False, True):
            now = [change for change in changes if self._take(change[1]) == taking]
            for at in range(0, len(now), ROWS_PER_UPDATE):
                self._change(now[at : at + ROWS_PER_UPDATE])

    def _change(self, changes: Sequence[RowChange]) -> None:
        manager = self.model._default_manager  # noqa: SLF001  documented, whatever its name
        stored = manager.in_bulk([old["id"] for old, _ in changes])
        differing: set[str] = set()
        for old, new in changes:
            differing.update(name for name in self.compared if old[name] != new[name])
            for name in self.compared:
                setattr(stored[old["id"]], name, new[name])
        names = {each.attname: each.name for each in self.model._meta.concrete_fields}
        fields = [names[name] for name in differing]
        if self.model is Quote:
            fields.append("changed")
            Quote.objects.filter(pk__in=withdrawn_quote_ids(changes)).note_published()
            for quote in stored.values():
                quote.changed = timezone.now()  # type: ignore[attr-defined]
        manager.bulk_update(stored.values(), fields)
        if hasattr(self.model, "history"):
            write_history(self.model, list(stored.values()))


def withdrawn_quote_ids(changes: Sequence[RowChange]) -> list[int]:
    """The ids of the published quotes that these changes withdraw."""
    published = State.PUBLISHED
    return [old["id"] for old, new in changes if old["state"] == published != new["state"]]


def write_history(model: type[Model], rows: Sequence[Model]) -> None:
    """Write a history row for each row as it is now, with topics if it is a quote."""
    history = get_history_manager_for_model(model)
    entries = history.bulk_history_create(rows, update=True, default_change_reason=LOADED)
    if model is not Quote:
        return
    topic_entry = apps.get_model("citations", "HistoricalQuote_topics")
    by_quote = {entry.id: entry for entry in entries}
    topics = Quote.topics.through.objects.filter(quote__in=by_quote).order_by("id")
    topic_entry._default_manager.bulk_create(  # noqa: SLF001
        topic_entry(history=by_quote[row["quote_id"]], **row) for row in topics.values()
    )


def insert_rows(
    model: type[Model], rows: Iterable[Row], getters: Mapping[str, Callable[[Row], Any]]
) -> None:
    """Insert rows without the ORM, which takes ten times as long."""
    quote = connection.ops.quote_name
    into = f"{quote(model._meta.db_table)} ({', '.join(map(quote, getters))})"
    get = tuple(getters.values())
    values: Any = ([each(row) for each in get] for row in rows)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with (
                connection.wrap_database_errors,
                cast(Any, cursor).copy(f"COPY {into} FROM STDIN") as copy,
            ):
                for each in values:
                    copy.write_row(each)
        else:
            marks = f"({', '.join(['%s'] * len(get))})"
            while batch := list(islice(values, ROWS_PER_INSERT)):
                rows_of_marks = ", ".join([marks] * len(batch))
                statement = f"INSERT INTO {into} VALUES {rows_of_marks}"  # noqa: S608
                cursor.execute(statement, list(chain.from_iterable(batch)))


def _is_data(field: Any) -> bool:
    """Whether the exchange format has the field: not ids, and nothing derived."""
    return field.serialize and not field.primary_key and not getattr(field, "auto_now", False)


def _getter(field: "Field[Any, Any]", now: Any) -> Callable[[Row], Any]:
    if isinstance(field, EdtfBound):
        return _bound_getter(field)
    if getattr(field, "auto_now", False):
        value = field.get_db_prep_save(now, connection)
        return lambda row: value
    if not _is_data(field) and not field.primary_key:
        default = field.get_db_prep_save(field.get_default(), connection)
        return lambda row: default
    if isinstance(field, DateField | JSONField):
        return lambda row: field.get_db_prep_save(row[field.attname], connection)
    return itemgetter(field.attname)


def _bound_getter(field: EdtfBound) -> Callable[[Row], Any]:
    def bound(row: Row) -> Any:
        edge = getattr(parse_edtf(row[field.of]), field.edge) if row[field.of] else None
        return field.get_db_prep_save(edge, connection)

    return bound

"""Loads a batch of lines of one file, one type of record after the other."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, ClassVar, NamedTuple

import msgspec
from django.db import DataError, IntegrityError, OperationalError, transaction
from django.db.models import Model

from citations.documents.json_lines import FileLine
from citations.exchange.loading.refusals import LineRefusal, reason_of_database
from citations.exchange.loading.row_writes import RecordTable, Row, RowChange
from citations.exchange.values import InvalidValueError

# What SQLite and PostgreSQL say if a batch names too many records for one query.
TOO_MANY = ("too many SQL variables", "number of parameters must be")


class LineOutcome(Enum):
    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


class RecordLine(NamedTuple):
    line: FileLine
    record: Any


class RowWrite(NamedTuple):
    """A row to write, and the row that is stored now."""

    table: RecordTable
    new: Row
    old: Row | None
    has_changed_parts: bool = False

    @property
    def outcome(self) -> LineOutcome:
        if self.old is None:
            return LineOutcome.ADDED
        differs = self.has_changed_parts or self.table.differs(self.old, self.new)
        return LineOutcome.CHANGED if differs else LineOutcome.UNCHANGED


@dataclass
class BitSet:
    """A set of row ids, one bit each."""

    pages: dict[int, bytearray] = field(
        default_factory=lambda: defaultdict(lambda: bytearray(4096))
    )

    def __contains__(self, number: int) -> bool:
        page, bit = divmod(number, 32768)
        return page in self.pages and bool(self.pages[page][bit >> 3] & 1 << (bit & 7))

    def add(self, number: int) -> None:
        page, bit = divmod(number, 32768)
        self.pages[page][bit >> 3] |= 1 << (bit & 7)


@dataclass
class FileProgress:
    """The state of a load in one file: `seen` are the ids of its records so far, by type."""

    seen: dict[type[Model], BitSet] = field(default_factory=lambda: defaultdict(BitSet))
    # The line numbers of the records that this batch added, by model and name.
    added: dict[tuple[type[Model], str], int] = field(default_factory=dict)


Report = Callable[[LineRefusal], None]


class RecordLoader:
    """Loads records of one type: looks up all that they name in a few queries, then writes."""

    table: ClassVar[RecordTable]
    key_field: ClassVar[str] = "slug"
    # Fields that belong to other rows.
    nested: ClassVar[tuple[str, ...]] = ()

    def __init__(self, progress: FileProgress, entries: Sequence[RecordLine]) -> None:
        self.progress, self.entries = progress, entries
        self.outcomes: list[tuple[LineOutcome, LineRefusal | None]] = []
        self.old = self.stored_rows()
        new = sum(self.key(each.record) not in self.old for each in entries)
        self.new_ids = iter(self.table.reserve_ids(new))
        self.done: dict[Any, int] = {}
        self.with_changed_parts: set[int] = set()
        self.look_up()

    def stored_rows(self) -> dict[Any, Row]:
        """The stored rows of these records, by `key`."""
        names = [getattr(each.record, self.key_field) for each in self.entries]
        return self.table.rows(lambda row: row[self.key_field], **{f"{self.key_field}__in": names})

    def key(self, record: Any) -> Any:
        return getattr(record, self.key_field)

    def look_up(self) -> None:
        """Hook: query what the records name."""

    def own_row(self, entry: RecordLine) -> Row:
        """The record's own row, without its id. Raises `InvalidValueError`."""
        return self.own_fields(entry.record)

    def part_writes(self, entry: RecordLine, number: int, row: Row) -> list[RowWrite]:
        """Hook: the rows of the record's parts. Raises `InvalidValueError`."""
        return []

    def own_fields(self, record: msgspec.Struct) -> Row:
        """The record's fields without the `nested` ones."""
        row = msgspec.structs.asdict(record)
        for name in self.nested:
            del row[name]
        return row

    def part_row(self, part: msgspec.Struct, number: int) -> Row:
        """The row of a part of the record with this id."""
        owner = self.table.model._meta.model_name
        return msgspec.structs.asdict(part) | {f"{owner}_id": number}

    def load(self) -> list[tuple[LineOutcome, LineRefusal | None]]:
        """Write the records; the outcome of each, in order. Raises `DatabaseError`."""
        writes: list[RowWrite] = []
        for entry in self.entries:
            try:
                own = self.writes_of(entry)
            except InvalidValueError as error:
                refusal = LineRefusal(entry.line, error.field, str(error))
                self.outcomes.append((LineOutcome.REFUSED, refusal))
            else:
                writes += own
                self.outcomes.append((_outcome_of(own), None))
        self.write_related()
        _write_rows(writes)
        self._remember_ids()
        return self.outcomes

    def writes_of(self, entry: RecordLine) -> list[RowWrite]:
        key = self.key(entry.record)
        old = self.old.get(key)
        if key in self.done or (old and old["id"] in self.progress.seen[self.table.model]):
            raise InvalidValueError(self.key_field, f"This file already has {key}.")
        row = self.own_row(entry)
        number = old["id"] if old else next(self.new_ids)
        part_writes = self.part_writes(entry, number, row)
        self.done[key] = number
        if not old:
            row["id"] = number
            self.progress.added[self.table.model, key] = entry.line.number
        return [RowWrite(self.table, row, old, number in self.with_changed_parts), *part_writes]

    def write_related(self) -> None:
        """Hook: write related rows (topics) that the history rows must include."""

    def _remember_ids(self) -> None:
        seen = self.progress.seen[self.table.model]
        for number in self.done.values():
            seen.add(number)

    def id_of(
        self, found: dict[str, int], model: type[Model], name: str, field: str, entry: RecordLine
    ) -> int:
        """The id of a record that this one names. Raises `InvalidValueError`."""
        number = found.get(name)
        if number is None or self.progress.added.get((model, name), 0) > entry.line.number:
            noun = model._meta.verbose_name
            reason = f"There is no {noun} {name}, in the database or in earlier lines."
            raise InvalidValueError(field, reason)
        return number


def _outcome_of(writes: Sequence[RowWrite]) -> LineOutcome:
    own, *parts = (each.outcome for each in writes)
    if own == LineOutcome.UNCHANGED and any(each != LineOutcome.UNCHANGED for each in parts):
        return LineOutcome.CHANGED
    return own


def _write_rows(writes: Iterable[RowWrite]) -> None:
    """Write the rows that are new or have changed."""
    added: dict[RecordTable, list[Row]] = defaultdict(list)
    changed: dict[RecordTable, list[RowChange]] = defaultdict(list)
    for write in writes:
        if write.old is None:
            added[write.table].append(write.new)
        elif write.outcome == LineOutcome.CHANGED:
            changed[write.table].append((write.old, write.new))
    for table, changes in changed.items():  # first: they may release a value that a new row takes
        table.change(changes)
    for table, rows in added.items():
        table.add(rows)


def store_records(
    loader: type[RecordLoader], progress: FileProgress, entries: Sequence[RecordLine]
) -> list[tuple[LineOutcome, LineRefusal | None]]:
    """Load the entries, without those that the database refuses; the outcome of each."""
    before = dict(progress.added)
    try:
        with transaction.atomic():
            return loader(progress, entries).load()
    except (IntegrityError, DataError, OperationalError) as error:
        if isinstance(error, OperationalError) and not any(s in str(error) for s in TOO_MANY):
            raise
        progress.added = before
        if len(entries) == 1:
            refused = reason_of_database(error)
            refusal = LineRefusal(entries[0].line, refused.field, str(refused))
            return [(LineOutcome.REFUSED, refusal)]
    middle = len(entries) // 2
    return [
        *store_records(loader, progress, entries[:middle]),
        *store_records(loader, progress, entries[middle:]),
    ]

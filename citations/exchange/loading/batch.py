"""A batch of lines of one file: what is loaded of it, type by type, in one transaction."""

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
from citations.exchange.loading.row_writes import RowChange, Row, RecordTable
from citations.exchange.values import InvalidValueError

# What SQLite and PostgreSQL say when the lines of a batch name too many records to ask for at once.
TOO_MANY = ("too many SQL variables", "number of parameters must be")


class LineOutcome(Enum):
    """What became of a line."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


class RecordLine(NamedTuple):
    """A record and its line."""

    line: FileLine
    record: Any


class RowWrite(NamedTuple):
    """A row to be written, and the row that stands there now."""

    table: RecordTable
    new: Row
    old: Row | None
    touched: bool = False  # what belongs to it changes, though it does not

    @property
    def outcome(self) -> LineOutcome:
        if self.old is None:
            return LineOutcome.ADDED
        differs = self.touched or self.table.differs(self.old, self.new)
        return LineOutcome.CHANGED if differs else LineOutcome.UNCHANGED


@dataclass
class BitSet:
    """A set of row numbers, each in one bit: small however many there are."""

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
    """Where in a file the load is: `seen` are the records of its lines so far, by type."""

    seen: dict[type[Model], BitSet] = field(default_factory=lambda: defaultdict(BitSet))
    # The lines of the records this batch added, by their names.
    added: dict[tuple[type[Model], str], int] = field(default_factory=dict)


Report = Callable[[LineRefusal], None]


class RecordLoader:
    """Loads records of one type: looks up in a few queries all that they name, then writes."""

    table: ClassVar[RecordTable]
    named: ClassVar[str] = "slug"
    nested: ClassVar[tuple[str, ...]] = ()

    def __init__(self, place: FileProgress, entries: Sequence[RecordLine]) -> None:
        self.place, self.entries = place, entries
        self.outcomes: list[tuple[LineOutcome, LineRefusal | None]] = []
        self.old = self.standing()
        new = sum(self.key(each.record) not in self.old for each in entries)
        self.free = iter(self.table.numbers(new))
        self.done: dict[Any, int] = {}
        self.touched: set[int] = set()
        self.look_up()

    def standing(self) -> dict[Any, Row]:
        """The rows that stand of these records, by `key`."""
        names = [getattr(each.record, self.named) for each in self.entries]
        return self.table.rows(lambda row: row[self.named], **{f"{self.named}__in": names})

    def key(self, record: Any) -> Any:
        return getattr(record, self.named)

    def look_up(self) -> None:
        """Fetch what the records name."""

    def row(self, entry: RecordLine) -> Row:
        """The record's own row, but for its number. Raises `WrongError`."""
        return self.plain(entry.record)

    def parts(self, entry: RecordLine, number: int, row: Row) -> list[RowWrite]:
        """The rows of what stands inside the record. Raises `WrongError`."""
        return []

    def plain(self, record: msgspec.Struct) -> Row:
        """The record's fields, without those that stand for other rows."""
        row = msgspec.structs.asdict(record)
        for name in self.nested:
            del row[name]
        return row

    def part(self, part: msgspec.Struct, number: int) -> Row:
        """The row of what stands inside the record with this number."""
        owner = self.table.model._meta.model_name
        return msgspec.structs.asdict(part) | {f"{owner}_id": number}

    def run(self) -> list[tuple[LineOutcome, LineRefusal | None]]:
        """What became of each entry, in their order. Raises `DatabaseError`."""
        puts: list[RowWrite] = []
        for entry in self.entries:
            try:
                own = self.puts(entry)
            except InvalidValueError as error:
                refusal = LineRefusal(entry.line, error.field, str(error))
                self.outcomes.append((LineOutcome.REFUSED, refusal))
            else:
                puts += own
                self.outcomes.append((_outcome(own), None))
        self.make_way()
        _write(puts)
        self.remember()
        return self.outcomes

    def puts(self, entry: RecordLine) -> list[RowWrite]:
        key = self.key(entry.record)
        old = self.old.get(key)
        if key in self.done or (old and old["id"] in self.place.seen[self.table.model]):
            raise InvalidValueError(self.named, f"{key} stands in this file already.")
        row = self.row(entry)
        number = old["id"] if old else next(self.free)
        parts = self.parts(entry, number, row)
        self.done[key] = number
        if not old:
            row["id"] = number
            self.place.added[self.table.model, key] = entry.line.number
        return [RowWrite(self.table, row, old, number in self.touched), *parts]

    def make_way(self) -> None:
        """Write what the lines of history of changed rows show besides."""

    def remember(self) -> None:
        seen = self.place.seen[self.table.model]
        for number in self.done.values():
            seen.add(number)

    def number(
        self, found: dict[str, int], model: type[Model], name: str, field: str, entry: RecordLine
    ) -> int:
        """The number of a record that is named. Raises `WrongError`."""
        number = found.get(name)
        if number is None or self.place.added.get((model, name), 0) > entry.line.number:
            noun = model._meta.verbose_name
            reason = f"There is no {noun} {name}, here or in the lines before."
            raise InvalidValueError(field, reason)
        return number


def _outcome(puts: Sequence[RowWrite]) -> LineOutcome:
    own, *parts = (each.outcome for each in puts)
    if own == LineOutcome.UNCHANGED and any(each != LineOutcome.UNCHANGED for each in parts):
        return LineOutcome.CHANGED
    return own


def _write(puts: Iterable[RowWrite]) -> None:
    """Write the rows that are new or differ."""
    added: dict[RecordTable, list[Row]] = defaultdict(list)
    changed: dict[RecordTable, list[RowChange]] = defaultdict(list)
    for put in puts:
        if put.old is None:
            added[put.table].append(put.new)
        elif put.outcome == LineOutcome.CHANGED:
            changed[put.table].append((put.old, put.new))
    for table, changes in changed.items():  # first: they may give up what a new row takes
        table.change(changes)
    for table, rows in added.items():
        table.add(rows)


def store_records(
    loader: type[RecordLoader], place: FileProgress, entries: Sequence[RecordLine]
) -> list[tuple[LineOutcome, LineRefusal | None]]:
    """Load entries; where the database refuses some, all but these. What became of each."""
    before = dict(place.added)
    try:
        with transaction.atomic():
            return loader(place, entries).run()
    except (IntegrityError, DataError, OperationalError) as error:
        if isinstance(error, OperationalError) and not any(s in str(error) for s in TOO_MANY):
            raise
        place.added = before
        if len(entries) == 1:
            wrong = reason_of_database(error)
            return [(LineOutcome.REFUSED, LineRefusal(entries[0].line, wrong.field, str(wrong)))]
    middle = len(entries) // 2
    return store_records(loader, place, entries[:middle]) + store_records(loader, place, entries[middle:])

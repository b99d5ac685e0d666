"""A batch of lines of one file: what is loaded of it, type by type, in one transaction."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, ClassVar, NamedTuple

import msgspec
from django.db import DataError, IntegrityError, OperationalError, transaction
from django.db.models import Model

from citations.documents.json_lines import Line
from citations.exchange.loading.refusals import Refusal, from_database
from citations.exchange.loading.row_writes import Change, Row, Table
from citations.exchange.values import WrongError

# What SQLite and PostgreSQL say when the lines of a batch name too many records to ask for at once.
TOO_MANY = ("too many SQL variables", "number of parameters must be")


class Outcome(Enum):
    """What became of a line."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


class Entry(NamedTuple):
    """A record and its line."""

    line: Line
    record: Any


class Put(NamedTuple):
    """A row to be written, and the row that stands there now."""

    table: Table
    new: Row
    old: Row | None
    touched: bool = False  # what belongs to it changes, though it does not

    @property
    def outcome(self) -> Outcome:
        if self.old is None:
            return Outcome.ADDED
        differs = self.touched or self.table.differs(self.old, self.new)
        return Outcome.CHANGED if differs else Outcome.UNCHANGED


@dataclass
class Numbers:
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
class Place:
    """Where in a file the load is: `seen` are the records of its lines so far, by type."""

    seen: dict[type[Model], Numbers] = field(default_factory=lambda: defaultdict(Numbers))
    # The lines of the records this batch added, by their names.
    added: dict[tuple[type[Model], str], int] = field(default_factory=dict)


Report = Callable[[Refusal], None]


class Loader:
    """Loads records of one type: looks up in a few queries all that they name, then writes."""

    table: ClassVar[Table]
    named: ClassVar[str] = "slug"
    nested: ClassVar[tuple[str, ...]] = ()

    def __init__(self, place: Place, entries: Sequence[Entry]) -> None:
        self.place, self.entries = place, entries
        self.outcomes: list[tuple[Outcome, Refusal | None]] = []
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

    def row(self, entry: Entry) -> Row:
        """The record's own row, but for its number. Raises `WrongError`."""
        return self.plain(entry.record)

    def parts(self, entry: Entry, number: int, row: Row) -> list[Put]:
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

    def run(self) -> list[tuple[Outcome, Refusal | None]]:
        """What became of each entry, in their order. Raises `DatabaseError`."""
        puts: list[Put] = []
        for entry in self.entries:
            try:
                own = self.puts(entry)
            except WrongError as error:
                refusal = Refusal(entry.line, error.field, str(error))
                self.outcomes.append((Outcome.REFUSED, refusal))
            else:
                puts += own
                self.outcomes.append((_outcome(own), None))
        self.make_way()
        _write(puts)
        self.remember()
        return self.outcomes

    def puts(self, entry: Entry) -> list[Put]:
        key = self.key(entry.record)
        old = self.old.get(key)
        if key in self.done or (old and old["id"] in self.place.seen[self.table.model]):
            raise WrongError(self.named, f"{key} stands in this file already.")
        row = self.row(entry)
        number = old["id"] if old else next(self.free)
        parts = self.parts(entry, number, row)
        self.done[key] = number
        if not old:
            row["id"] = number
            self.place.added[self.table.model, key] = entry.line.number
        return [Put(self.table, row, old, number in self.touched), *parts]

    def make_way(self) -> None:
        """Write what the lines of history of changed rows show besides."""

    def remember(self) -> None:
        seen = self.place.seen[self.table.model]
        for number in self.done.values():
            seen.add(number)

    def number(
        self, found: dict[str, int], model: type[Model], name: str, field: str, entry: Entry
    ) -> int:
        """The number of a record that is named. Raises `WrongError`."""
        number = found.get(name)
        if number is None or self.place.added.get((model, name), 0) > entry.line.number:
            noun = model._meta.verbose_name
            reason = f"There is no {noun} {name}, here or in the lines before."
            raise WrongError(field, reason)
        return number


def _outcome(puts: Sequence[Put]) -> Outcome:
    own, *parts = (each.outcome for each in puts)
    if own == Outcome.UNCHANGED and any(each != Outcome.UNCHANGED for each in parts):
        return Outcome.CHANGED
    return own


def _write(puts: Iterable[Put]) -> None:
    """Write the rows that are new or differ."""
    added: dict[Table, list[Row]] = defaultdict(list)
    changed: dict[Table, list[Change]] = defaultdict(list)
    for put in puts:
        if put.old is None:
            added[put.table].append(put.new)
        elif put.outcome == Outcome.CHANGED:
            changed[put.table].append((put.old, put.new))
    for table, changes in changed.items():  # first: they may give up what a new row takes
        table.change(changes)
    for table, rows in added.items():
        table.add(rows)


def store(
    loader: type[Loader], place: Place, entries: Sequence[Entry]
) -> list[tuple[Outcome, Refusal | None]]:
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
            wrong = from_database(error)
            return [(Outcome.REFUSED, Refusal(entries[0].line, wrong.field, str(wrong)))]
    middle = len(entries) // 2
    return store(loader, place, entries[:middle]) + store(loader, place, entries[middle:])

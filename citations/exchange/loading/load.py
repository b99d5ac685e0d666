"""Loading files of the exchange format, a batch of lines in each transaction.

Killed at any moment and started again, a load ends in the same state: what a batch has written
stands, and standing rows that a line describes as they are, are left alone.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field

from django.db import connection, transaction

from citations.documents.json_lines import Line
from citations.exchange import schema
from citations.exchange.loading.articles import ArticleLoader
from citations.exchange.loading.batch import Entry, Loader, Outcome, Place, store
from citations.exchange.loading.quotes import QuoteLoader
from citations.exchange.loading.records import (
    OccasionLoader,
    PublicationLoader,
    RelationLoader,
    TopicLoader,
)
from citations.exchange.loading.refusals import Refusal, read
from citations.exchange.loading.speakers import SpeakerLoader
from citations.exchange.values import WrongError

LOADERS: dict[type[schema.Record], type[Loader]] = {
    schema.Publication: PublicationLoader,
    schema.Topic: TopicLoader,
    schema.Speaker: SpeakerLoader,
    schema.Occasion: OccasionLoader,
    schema.Article: ArticleLoader,
    schema.Quote: QuoteLoader,
    schema.Relation: RelationLoader,
}

# What one transaction takes in: lines, and bytes of them.
LINES = 5000
BYTES = 16 * 1024 * 1024
# During a load: 128 MiB of pages in memory, and half of it in the log of writes before it is
# carried over, because keys are random and their indexes are written everywhere.
ROOM = {"cache_size": -128 * 1024, "wal_autocheckpoint": 16 * 1024}


class StoppedError(Exception):
    """A strict load met a line that is refused."""


@dataclass
class Load:
    """What became of the lines so far; `report` is told of every line that is refused."""

    report: Callable[[Refusal], None]
    strict: bool = False
    counts: Counter[tuple[str, Outcome]] = field(default_factory=Counter)

    def file(self, lines: Iterable[Line]) -> None:
        """Load the lines of a file. Raises `OSError`, `StoppedError`, `DatabaseError`."""
        place = Place()
        for batch in _batches(lines):
            self._batch(place, batch)

    def _batch(self, place: Place, lines: Sequence[Line]) -> None:
        entries: dict[type[schema.Record], list[Entry]] = {each: [] for each in LOADERS}
        refusals: list[Refusal] = []
        for line in lines:
            try:
                record = read(line)
            except WrongError as error:
                refusals.append(Refusal(line, error.field, str(error)))
            else:
                entries[type(record)].append(Entry(line, record))
        counts = Counter({("", Outcome.REFUSED): len(refusals)})
        with transaction.atomic():
            place.added.clear()
            for kind, chosen in entries.items():
                outcomes = store(LOADERS[kind], place, chosen) if chosen else []
                counts.update((schema.name_of(kind), outcome) for outcome, _ in outcomes)
                refusals += [refusal for _, refusal in outcomes if refusal]
            self._tell(refusals)
        self.counts += counts

    def _tell(self, refusals: list[Refusal]) -> None:
        refusals.sort(key=lambda each: each.line.number)
        for refusal in refusals[: 1 if self.strict else None]:
            self.report(refusal)
        if refusals and self.strict:
            raise StoppedError("This line is refused.")

    @property
    def refused(self) -> int:
        return sum(n for (_, outcome), n in self.counts.items() if outcome == Outcome.REFUSED)

    def summary(self) -> Iterator[str]:
        """A line for each type of which there was any, and one for what is no record at all."""
        for kind in (*map(schema.name_of, LOADERS), ""):
            counts = [self.counts[kind, outcome] for outcome in Outcome]
            if any(counts):
                each = (f"{n} {o.value}" for n, o in zip(counts, Outcome, strict=True))
                yield f"{kind or 'unreadable'}: {', '.join(each)}"


def load(loading: Load, files: Iterable[Iterable[Line]], dry_run: bool = False) -> None:
    """Load the lines of files; in a dry run, or a strict one that is stopped, nothing is kept.

    Raises `OSError`, `StoppedError` and `DatabaseError`.
    """
    at_once = transaction.atomic() if dry_run or loading.strict else nullcontext()
    with _room(), at_once:
        for lines in files:
            loading.file(lines)
        if dry_run:
            transaction.set_rollback(True)


@contextmanager
def _room() -> Iterator[None]:
    """Inside, SQLite keeps more pages in memory, and carries them over less often."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        before = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ROOM}
        for name, value in ROOM.items():
            cursor.execute(f"PRAGMA {name} = {value}")
        try:
            yield
        finally:
            for name, value in before.items():
                cursor.execute(f"PRAGMA {name} = {value}")


def _batches(lines: Iterable[Line]) -> Iterator[list[Line]]:
    batch: list[Line] = []
    size = 0
    for line in lines:
        batch.append(line)
        size += len(line.data)
        if len(batch) == LINES or size >= BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch

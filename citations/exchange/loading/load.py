"""Loads files of the exchange format, a batch of lines in each transaction.

A load that is killed and started again ends in the same state: finished batches stay, and rows
that already have the values of their line are not written again.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field

from django.db import connection, transaction

from citations.documents.json_lines import FileLine
from citations.exchange import schema
from citations.exchange.loading.articles import ArticleLoader
from citations.exchange.loading.batch import (
    FileProgress,
    LineOutcome,
    RecordLine,
    RecordLoader,
    store_records,
)
from citations.exchange.loading.quotes import QuoteLoader
from citations.exchange.loading.records import (
    OccasionLoader,
    PublicationLoader,
    RelationLoader,
    TopicLoader,
)
from citations.exchange.loading.refusals import LineRefusal, parse_record
from citations.exchange.loading.speakers import SpeakerLoader
from citations.exchange.values import InvalidValueError

LOADERS: dict[type[schema.Record], type[RecordLoader]] = {
    schema.Publication: PublicationLoader,
    schema.Topic: TopicLoader,
    schema.Speaker: SpeakerLoader,
    schema.Occasion: OccasionLoader,
    schema.Article: ArticleLoader,
    schema.Quote: QuoteLoader,
    schema.Relation: RelationLoader,
}

# The limits of one transaction: lines, and their bytes.
LINES_PER_BATCH = 5000
BYTES_PER_BATCH = 16 * 1024 * 1024
# For a load: 128 MiB of page cache, and half of that in the write-ahead log before a checkpoint,
# because keys are random and their indexes are written all over.
SQLITE_PRAGMAS = {"cache_size": -128 * 1024, "wal_autocheckpoint": 16 * 1024}


class StrictLoadError(Exception):
    """A strict load met a refused line."""


@dataclass
class LoadJob:
    """A load with the outcomes of its lines so far; `report` is called for every refused line."""

    report: Callable[[LineRefusal], None]
    strict: bool = False
    counts: Counter[tuple[str, LineOutcome]] = field(default_factory=Counter)

    def load_file(self, lines: Iterable[FileLine]) -> None:
        """Load the lines of a file. Raises `OSError`, `StoppedError`, `DatabaseError`."""
        progress = FileProgress()
        for batch in _batches(lines):
            self._load_batch(progress, batch)

    def _load_batch(self, progress: FileProgress, lines: Sequence[FileLine]) -> None:
        entries: dict[type[schema.Record], list[RecordLine]] = {each: [] for each in LOADERS}
        refusals: list[LineRefusal] = []
        for line in lines:
            try:
                record = parse_record(line)
            except InvalidValueError as error:
                refusals.append(LineRefusal(line, error.field, str(error)))
            else:
                entries[type(record)].append(RecordLine(line, record))
        counts = Counter({("", LineOutcome.REFUSED): len(refusals)})
        with transaction.atomic():
            progress.added.clear()
            for kind, chosen in entries.items():
                outcomes = store_records(LOADERS[kind], progress, chosen) if chosen else []
                counts.update((schema.type_name(kind), outcome) for outcome, _ in outcomes)
                refusals += [refusal for _, refusal in outcomes if refusal]
            self._report(refusals)
        self.counts += counts

    def _report(self, refusals: list[LineRefusal]) -> None:
        refusals.sort(key=lambda each: each.line.number)
        for refusal in refusals[: 1 if self.strict else None]:
            self.report(refusal)
        if refusals and self.strict:
            raise StrictLoadError("This line was refused.")

    @property
    def refused(self) -> int:
        return sum(n for (_, outcome), n in self.counts.items() if outcome == LineOutcome.REFUSED)

    def summary(self) -> Iterator[str]:
        """A line of text for each type of record, and one for lines that are no records."""
        for kind in (*map(schema.type_name, LOADERS), ""):
            counts = [self.counts[kind, outcome] for outcome in LineOutcome]
            if any(counts):
                each = (f"{n} {o.value}" for n, o in zip(counts, LineOutcome, strict=True))
                yield f"{kind or 'unreadable'}: {', '.join(each)}"


def load_files(
    loading: LoadJob, files: Iterable[Iterable[FileLine]], dry_run: bool = False
) -> None:
    """Load the lines of files; a dry run, and a strict load that stops, leaves no changes.

    Raises `OSError`, `StoppedError` and `DatabaseError`.
    """
    at_once = transaction.atomic() if dry_run or loading.strict else nullcontext()
    with _tuned_sqlite(), at_once:
        for lines in files:
            loading.load_file(lines)
        if dry_run:
            transaction.set_rollback(True)


@contextmanager
def _tuned_sqlite() -> Iterator[None]:
    """In the block, SQLite caches more pages, and makes fewer checkpoints."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        before = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in SQLITE_PRAGMAS}
        for name, value in SQLITE_PRAGMAS.items():
            cursor.execute(f"PRAGMA {name} = {value}")
        try:
            yield
        finally:
            for name, value in before.items():
                cursor.execute(f"PRAGMA {name} = {value}")


def _batches(lines: Iterable[FileLine]) -> Iterator[list[FileLine]]:
    batch: list[FileLine] = []
    size = 0
    for line in lines:
        batch.append(line)
        size += len(line.data)
        if len(batch) == LINES_PER_BATCH or size >= BYTES_PER_BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch

"""Writing the whole record in the exchange format, always in the same order.

What is derived is left out (verdicts, history, first and last days), and so is what has the
default. Loaded into an empty database, a dump makes a database of which the dump is the same.
"""

import gzip
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import islice
from pathlib import Path
from typing import IO, Any, cast

import msgspec
from django.db import connection, transaction
from django.db.models import Model, QuerySet
from django.db.models.functions import Collate

from citations.exchange import schema
from citations.exchange.schema import type_name
from citations.models import (
    Appearance,
    Article,
    Occasion,
    Position,
    Publication,
    Quote,
    QuoteRelation,
    Snapshot,
    Speaker,
    SpeakerName,
    Topic,
)

# Records read at a time, with all that stands inside them.
CHUNK = 200
# Records named by number in a query.
SOME = 1000
# The order of the bytes, which is the same in every database.
BYTEWISE = {"sqlite": "BINARY", "postgresql": "C"}
# Without this list a quote keeps the topics it has, so that an empty one has to be said.
SAID_EMPTY = {"topics"}
# Where the value of a field stands, if not in the attribute of its name.
PATHS: dict[type[msgspec.Struct], dict[str, str]] = {
    schema.Speaker: {"merged_into": "merged_into__slug"},
    schema.Article: {"publication": "publication__slug", "derived_from": "derived_from__key"},
    schema.Appearance: {"article": "article__key", "snapshot": "snapshot__sha256"},
    schema.Quote: {
        "speaker": "speaker__slug",
        "occasion": "occasion__slug",
        "correct_speaker": "correct_speaker__slug",
        "position": "position__title",
    },
    schema.Relation: {"quote": "quote__key", "other": "other__key"},
}

Values = dict[str, Any]
Rows = QuerySet[Any]
Parts = dict[int, Any]  # what stands inside a record, by its number


def dump_to_file(name: str) -> None:
    """Write a dump to a file, compressed if its name ends in .gz; it appears when it is whole.

    What is no plain file, as a pipe, is written to as it is. Raises `OSError`.
    """
    path = Path(name).resolve()
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            dump(stream)
        return
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with partial.open("wb") as kept:
            if path.suffix == ".gz":
                with gzip.GzipFile(filename="", mode="wb", fileobj=kept, mtime=0) as stream:
                    dump(stream)
            else:
                dump(kept)
            kept.flush()
            os.fsync(kept.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def dump(stream: "IO[bytes] | gzip.GzipFile") -> None:
    """Write a dump of one state of the database to a stream of bytes."""
    encode = msgspec.json.Encoder().encode
    with _one_state():
        for record in _records():
            stream.write(encode(record) + b"\n")


@contextmanager
def _one_state() -> Iterator[None]:
    """All queries inside see the database as it is at the first of them, and nobody waits."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        connection.ensure_connection()  # which reads the mode from the settings
        database = cast(Any, connection)
        mode, database.transaction_mode = database.transaction_mode, "DEFERRED"
        try:
            with transaction.atomic():
                yield
        finally:
            database.transaction_mode = mode
    else:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield


def _records() -> Iterator[Values]:
    """Every record, after those it names."""
    yield from _plain(schema.Publication, _by(Publication.objects.all(), "slug"))
    yield from _plain(schema.Topic, _by(Topic.objects.all(), "slug"))
    for speakers in _roots_first(Speaker.objects.all(), "merged_into", "slug"):
        yield from _filled(schema.Speaker, _by(speakers, "slug"), _speaker_parts)
    yield from _plain(schema.Occasion, _by(Occasion.objects.all(), "slug"))
    for articles in _roots_first(Article.objects.all(), "derived_from", "key"):
        yield from _filled(schema.Article, _by(articles, "key"), _article_parts)
    yield from _filled(schema.Quote, _by(Quote.objects.all(), "key"), _quote_parts)
    relations = _by(QuoteRelation.objects.all(), "quote__key", "kind", "other__key")
    yield from _plain(schema.Relation, relations)


def _by(rows: Rows, *paths: str) -> Rows:
    return rows.order_by(*(Collate(path, BYTEWISE[connection.vendor]) for path in paths))


def _roots_first(rows: Rows, parent: str, name: str) -> Iterator[Rows]:
    """The rows without a parent, then those whose parents have none, and so on, some at a time.

    Those that lead in a circle, which no file can say, come last all the same.
    """
    yield rows.filter(**{parent: None})
    named = dict[int, str]()
    children: dict[int, list[int]] = defaultdict(list)
    for number, above, text in rows.exclude(**{parent: None}).values_list("pk", parent, name):
        named[number] = text
        children[above].append(number)
    generation = [child for above, own in children.items() if above not in named for child in own]
    while named:
        ordered = iter(sorted(generation or named, key=named.__getitem__))
        while some := list(islice(ordered, SOME)):
            yield rows.filter(pk__in=some)
        generation = generation or list(named)
        for number in generation:
            del named[number]
        generation = [child for above in generation for child in children[above] if child in named]


def _plain(record: type[schema.Record], rows: Rows) -> Iterator[Values]:
    return _filled(record, rows, lambda numbers: {})


def _filled(
    record: type[schema.Record], rows: Rows, parts_of: Callable[[list[int]], dict[str, Parts]]
) -> Iterator[Values]:
    """The rows as records, each with its parts, which are read for a chunk at a time."""
    tag = {"type": type_name(record)}
    for chunk in _chunks(_read(record, rows)):
        parts = parts_of([values["pk"] for values in chunk])
        for values in chunk:
            inside = {name: found.get(values["pk"]) for name, found in parts.items()}
            yield tag | _shown(record, values | inside)


def _chunks(rows: Iterator[Values]) -> Iterator[list[Values]]:
    while chunk := list(islice(rows, CHUNK)):
        yield chunk


def _read(struct: type[msgspec.Struct], rows: Rows, *more: str) -> Iterator[Values]:
    """The rows' values by the struct's fields, with their number and whatever else is asked."""
    model: type[Model] = rows.model
    own = {each.name for each in model._meta.concrete_fields}
    renamed = PATHS.get(struct, {})
    names = [each for each in struct.__struct_fields__ if each in own]
    paths = [renamed.get(each, each) for each in names]
    found = rows.values_list("pk", *more, *paths).iterator(chunk_size=CHUNK)
    return (dict(zip(("pk", *more, *names), values, strict=True)) for values in found)


def _shown(struct: type[msgspec.Struct], values: Values) -> Values:
    """The fields that say something, in the struct's order."""
    found = ((name, values.get(name), default) for name, default in _defaults(struct).items())
    return {name: value for name, value, default in found if value not in default}


@cache
def _defaults(struct: type[msgspec.Struct]) -> dict[str, tuple[Any, ...]]:
    """What need not be said of each field: its default, and what is none."""
    return {
        each.name: ()
        if each.required or each.name in SAID_EMPTY
        else (None, [], "" if each.default is None else each.default)
        for each in msgspec.structs.fields(struct)
    }


def _parts(struct: type[msgspec.Struct], rows: Rows, owner: str) -> Parts:
    parts: Parts = defaultdict(list)
    for values in _read(struct, rows, owner):
        parts[values[owner]].append(_shown(struct, values))
    return parts


def _speaker_parts(numbers: Iterable[int]) -> dict[str, Parts]:
    names = SpeakerName.objects.filter(speaker__in=numbers).order_by("id")
    positions = Position.objects.filter(speaker__in=numbers).order_by("id")
    return {
        "names": _parts(schema.Name, names, "speaker_id"),
        "positions": _parts(schema.Position, positions, "speaker_id"),
    }


def _article_parts(numbers: Iterable[int]) -> dict[str, Parts]:
    snapshots = Snapshot.objects.filter(article__in=numbers).order_by("taken_at", "id")
    return {"snapshots": _parts(schema.Snapshot, snapshots, "article_id")}


def _quote_parts(numbers: Iterable[int]) -> dict[str, Parts]:
    appearances = Appearance.objects.filter(quote__in=numbers).order_by("id")
    offices = Quote.objects.filter(pk__in=numbers).exclude(position=None)
    topics: Parts = {number: [] for number in numbers}
    tagged = Quote.topics.through.objects.filter(quote__in=numbers)
    for quote, slug in _by(tagged, "topic__slug").values_list("quote", "topic__slug"):
        topics[quote].append(slug)
    return {
        "appearances": _parts(schema.Appearance, appearances, "quote_id"),
        "position": {
            quote: _shown(schema.Office, {"title": title, "start": start})
            for quote, title, start in offices.values_list(
                "pk", "position__title", "position__start"
            )
        },
        "topics": topics,
    }

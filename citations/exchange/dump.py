"""Writes the whole record in the exchange format, always in the same order.

Derived values (verdicts, history, first and last days) and defaults are left out. A dump loaded
into an empty database makes a database with the same dump.
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

# Records read at a time, with their parts.
RECORDS_PER_CHUNK = 200
# Ids in one query.
IDS_PER_QUERY = 1000
# The collation by bytes, which orders alike in every database.
BYTEWISE = {"sqlite": "BINARY", "postgresql": "C"}
# A quote without this list keeps its topics on loading, so an empty one must be written.
WRITTEN_EMPTY = {"topics"}
# The paths of fields whose values are not in the column of the same name.
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
Parts = dict[int, Any]  # parts of records, by the record's id


def dump_to_file(name: str) -> None:
    """Write a dump to a file, compressed if its name ends in .gz. Raises `OSError`.

    The file appears when it is complete; a pipe or device is written to directly.
    """
    path = Path(name).resolve()
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            dump(stream)
        return
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with partial.open("wb") as output:
            if path.suffix == ".gz":
                with gzip.GzipFile(filename="", mode="wb", fileobj=output, mtime=0) as stream:
                    dump(stream)
            else:
                dump(output)
            output.flush()
            os.fsync(output.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def dump(stream: "IO[bytes] | gzip.GzipFile") -> None:
    """Write a dump of one state of the database to a stream of bytes."""
    encode = msgspec.json.Encoder().encode
    with _consistent_snapshot():
        for record in _records():
            stream.write(encode(record) + b"\n")


@contextmanager
def _consistent_snapshot() -> Iterator[None]:
    """All queries in the block see the database as at the first of them, and block nobody."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        connection.ensure_connection()  # this reads the mode from the settings
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
    """Every record, after those that it names."""
    yield from _records_of(schema.Publication, _sorted_by(Publication.objects.all(), "slug"))
    yield from _records_of(schema.Topic, _sorted_by(Topic.objects.all(), "slug"))
    for speakers in _roots_first(Speaker.objects.all(), "merged_into", "slug"):
        yield from _records_with_parts(schema.Speaker, _sorted_by(speakers, "slug"), _speaker_parts)
    yield from _records_of(schema.Occasion, _sorted_by(Occasion.objects.all(), "slug"))
    for articles in _roots_first(Article.objects.all(), "derived_from", "key"):
        yield from _records_with_parts(schema.Article, _sorted_by(articles, "key"), _article_parts)
    yield from _records_with_parts(
        schema.Quote, _sorted_by(Quote.objects.all(), "key"), _quote_parts
    )
    relations = _sorted_by(QuoteRelation.objects.all(), "quote__key", "kind", "other__key")
    yield from _records_of(schema.Relation, relations)


def _sorted_by(rows: Rows, *paths: str) -> Rows:
    return rows.order_by(*(Collate(path, BYTEWISE[connection.vendor]) for path in paths))


def _roots_first(rows: Rows, parent: str, name: str) -> Iterator[Rows]:
    """The rows without a parent, then those whose parents have none, and so on, in queries.

    Rows whose parents form a circle come last; no load accepts them.
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
        while batch := list(islice(ordered, IDS_PER_QUERY)):
            yield rows.filter(pk__in=batch)
        generation = generation or list(named)
        for number in generation:
            del named[number]
        generation = [child for above in generation for child in children[above] if child in named]


def _records_of(record: type[schema.Record], rows: Rows) -> Iterator[Values]:
    return _records_with_parts(record, rows, lambda numbers: {})


def _records_with_parts(
    record: type[schema.Record], rows: Rows, parts_of: Callable[[list[int]], dict[str, Parts]]
) -> Iterator[Values]:
    """The rows as records with their parts, which are read for a chunk at a time."""
    tag = {"type": type_name(record)}
    for chunk in _chunks(_read_values(record, rows)):
        parts = parts_of([values["pk"] for values in chunk])
        for values in chunk:
            inside = {name: found.get(values["pk"]) for name, found in parts.items()}
            yield tag | _without_defaults(record, values | inside)


def _chunks(rows: Iterator[Values]) -> Iterator[list[Values]]:
    while chunk := list(islice(rows, RECORDS_PER_CHUNK)):
        yield chunk


def _read_values(struct: type[msgspec.Struct], rows: Rows, *more: str) -> Iterator[Values]:
    """The rows' values by the names of the struct's fields, with `pk` and `more`."""
    model: type[Model] = rows.model
    own = {each.name for each in model._meta.concrete_fields}
    renamed = PATHS.get(struct, {})
    names = [each for each in struct.__struct_fields__ if each in own]
    paths = [renamed.get(each, each) for each in names]
    found = rows.values_list("pk", *more, *paths).iterator(chunk_size=RECORDS_PER_CHUNK)
    return (dict(zip(("pk", *more, *names), values, strict=True)) for values in found)


def _without_defaults(struct: type[msgspec.Struct], values: Values) -> Values:
    """The fields with other values than their defaults, in the struct's order."""
    found = ((name, values.get(name), default) for name, default in _defaults(struct).items())
    return {name: value for name, value, default in found if value not in default}


@cache
def _defaults(struct: type[msgspec.Struct]) -> dict[str, tuple[Any, ...]]:
    """The values of each field that are left out: its default, and empty ones."""
    return {
        each.name: ()
        if each.required or each.name in WRITTEN_EMPTY
        else (None, [], "" if each.default is None else each.default)
        for each in msgspec.structs.fields(struct)
    }


def _parts(struct: type[msgspec.Struct], rows: Rows, owner: str) -> Parts:
    parts: Parts = defaultdict(list)
    for values in _read_values(struct, rows, owner):
        parts[values[owner]].append(_without_defaults(struct, values))
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
    for quote, slug in _sorted_by(tagged, "topic__slug").values_list("quote", "topic__slug"):
        topics[quote].append(slug)
    return {
        "appearances": _parts(schema.Appearance, appearances, "quote_id"),
        "position": {
            quote: _without_defaults(schema.Office, {"title": title, "start": start})
            for quote, title, start in offices.values_list(
                "pk", "position__title", "position__start"
            )
        },
        "topics": topics,
    }

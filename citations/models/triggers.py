"""Database triggers: the change log, and records that are never edited.

They stand in the database because ORM signals miss bulk changes, fixtures and plain SQL. SQLite
drops a table's triggers whenever a migration rebuilds the table, so they are dropped before every
migration and made again after it (`citations.apps`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

from citations.models.changes import Subject

PREFIX = "citations_trigger_"
OPERATIONS = ("insert", "update", "delete")


@dataclass(frozen=True)
class Logged:
    """A table whose changes the index follows: `column` holds the number of the `subject`."""

    table: str
    subject: Subject
    column: str


LOGGED = (
    Logged("citations_quote", Subject.QUOTE, "id"),
    Logged("citations_quote_topics", Subject.QUOTE, "quote_id"),
    Logged("citations_appearance", Subject.QUOTE, "quote_id"),
    Logged("citations_speaker", Subject.SPEAKER, "id"),
    Logged("citations_speakername", Subject.SPEAKER, "speaker_id"),
    Logged("citations_position", Subject.POSITION, "id"),
    Logged("citations_occasion", Subject.OCCASION, "id"),
    Logged("citations_topic", Subject.TOPIC, "id"),
    Logged("citations_article", Subject.ARTICLE, "id"),
    Logged("citations_publication", Subject.PUBLICATION, "id"),
)


@dataclass(frozen=True)
class Guarded:
    """A table whose `columns` are never changed once a row is written."""

    table: str
    columns: tuple[str, ...]
    message: str


GUARDED = (
    Guarded(
        "citations_snapshot",
        ("article_id", "text", "sha256"),
        "A snapshot is never edited: take a new one.",
    ),
    Guarded(
        "citations_verification",
        ("appearance_id", "snapshot_id", "verdict", "method", "by_id", "at", "note"),
        "A verification is never edited: add a new one.",
    ),
)


def install(connection: BaseDatabaseWrapper) -> None:
    """Make every trigger anew, and tell the index that anything may have changed meanwhile."""
    drop(connection)
    with connection.cursor() as cursor:
        for statement in _statements(connection.vendor):
            cursor.execute(statement)
        cursor.execute(
            "INSERT INTO citations_change (subject, subject_id) VALUES (%s, 0)", [Subject.ALL]
        )


def drop(connection: BaseDatabaseWrapper) -> None:
    """Remove the triggers that are there."""
    with connection.cursor() as cursor:
        for name, table in _installed(connection):
            on_table = f' ON "{table}"' if connection.vendor == "postgresql" else ""
            cursor.execute(f'DROP TRIGGER "{name}"{on_table}')


def missing(connection: BaseDatabaseWrapper) -> set[str]:
    """The names of the triggers that should be there and are not."""
    return set(_expected(connection.vendor)) - {name for name, _ in _installed(connection)}


def tables_are_there(connection: BaseDatabaseWrapper) -> bool:
    """Whether all tables the triggers need exist; not so when migrations were taken back."""
    needed = {each.table for each in (*LOGGED, *GUARDED)} | {"citations_change"}
    return needed <= set(connection.introspection.table_names())


def _installed(connection: BaseDatabaseWrapper) -> list[tuple[str, str]]:
    """(trigger, table) of every trigger of ours."""
    catalogue = {
        "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname, relname FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid"
        " WHERE NOT tgisinternal AND pg_table_is_visible(c.oid)",
    }
    with connection.cursor() as cursor:
        cursor.execute(catalogue[connection.vendor])
        return [(name, table) for name, table in cursor.fetchall() if name.startswith(PREFIX)]


def _expected(vendor: str) -> Iterator[str]:
    for logged in LOGGED:
        yield from (_name(logged.table, operation) for operation in OPERATIONS)
        if vendor == "postgresql":
            yield _name(logged.table, "truncate")
    yield from (_name(guarded.table, "guard") for guarded in GUARDED)


def _name(table: str, operation: str) -> str:
    return f"{PREFIX}{table.removeprefix('citations_')}_{operation}"


def _statements(vendor: str) -> Iterator[str]:
    log, guard = {
        "sqlite": (_sqlite_log, _sqlite_guard),
        "postgresql": (_postgresql_log, _postgresql_guard),
    }[vendor]
    for logged in LOGGED:
        yield from log(logged)
    for guarded in GUARDED:
        yield from guard(guarded)


def _sqlite_log(logged: Logged) -> Iterator[str]:
    for operation in OPERATIONS:
        rows = {"insert": ["NEW"], "update": ["OLD", "NEW"], "delete": ["OLD"]}[operation]
        values = " UNION ".join(f"SELECT '{logged.subject}', {row}.{logged.column}" for row in rows)
        yield (
            f"CREATE TRIGGER {_name(logged.table, operation)} AFTER {operation} ON {logged.table} "
            f"BEGIN INSERT INTO citations_change (subject, subject_id) {values}; END"
        )


def _sqlite_guard(guarded: Guarded) -> Iterator[str]:
    changed = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in guarded.columns)
    yield (
        f"CREATE TRIGGER {_name(guarded.table, 'guard')} BEFORE UPDATE ON {guarded.table} "
        f"WHEN {changed} BEGIN SELECT RAISE(ABORT, '{guarded.message}'); END"
    )


# The number of the transaction, by which rows become final in PostgreSQL.
_LOG_ROW = (
    "INSERT INTO citations_change (subject, subject_id, transaction_id)"
    " VALUES ('{subject}', {number}, pg_current_xact_id()::text::bigint);"
)


def _postgresql_log(logged: Logged) -> Iterator[str]:
    function = f"{PREFIX}{logged.table}"
    old = _LOG_ROW.format(subject=logged.subject, number=f"OLD.{logged.column}")
    new = _LOG_ROW.format(subject=logged.subject, number=f"NEW.{logged.column}")
    everything = _LOG_ROW.format(subject=Subject.ALL, number=0)
    yield (
        f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'TRUNCATE' THEN {everything} "
        f"ELSIF TG_OP = 'DELETE' THEN {old} "
        f"ELSIF TG_OP = 'UPDATE' AND OLD.{logged.column} <> NEW.{logged.column} THEN {old} {new} "
        f"ELSE {new} END IF; RETURN NULL; END $$"
    )
    for operation in (*OPERATIONS, "truncate"):
        each = "STATEMENT" if operation == "truncate" else "ROW"
        yield (
            f"CREATE TRIGGER {_name(logged.table, operation)} AFTER {operation} "
            f"ON {logged.table} FOR EACH {each} EXECUTE FUNCTION {function}()"
        )


def _postgresql_guard(guarded: Guarded) -> Iterator[str]:
    function = f"{PREFIX}{guarded.table}_guard"
    changed = " OR ".join(f"OLD.{c} IS DISTINCT FROM NEW.{c}" for c in guarded.columns)
    yield (
        f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"RAISE EXCEPTION '{guarded.message}' USING ERRCODE = 'integrity_constraint_violation'; "
        "END $$"
    )
    yield (
        f"CREATE TRIGGER {_name(guarded.table, 'guard')} BEFORE UPDATE ON {guarded.table} "
        f"FOR EACH ROW WHEN ({changed}) EXECUTE FUNCTION {function}()"
    )

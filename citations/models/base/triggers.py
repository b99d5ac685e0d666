"""Database triggers: they write the changelog, and refuse edits of records that never change.

They are part of the database because ORM signals miss bulk changes, fixtures and plain SQL. SQLite
drops a table's triggers whenever a migration rebuilds the table, so `citations.apps` drops all of
them before every migration and creates them again afterwards.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

from citations.models.base.changes import Subject

PREFIX = "citations_trigger_"
OPERATIONS = ("insert", "update", "delete")


@dataclass(frozen=True)
class LoggedTable:
    """A table whose changes the index follows; `column` holds the number of the `subject`.

    An update is logged if it changes one of the `shown` columns, so that checking a million
    appearances again logs nothing.
    """

    table: str
    subject: Subject
    column: str
    shown: tuple[str, ...]


QUOTE_SHOWN = (
    "speaker_id",
    "text",
    "original",
    "language",
    "mode",
    "occasion_id",
    "position_id",
    "state",
    "standing",
    "changed",
)
LOGGED = (
    LoggedTable("citations_quote", Subject.QUOTE, "id", QUOTE_SHOWN),
    LoggedTable("citations_quote_topics", Subject.QUOTE, "quote_id", ("quote_id", "topic_id")),
    LoggedTable(
        "citations_appearance",
        Subject.QUOTE,
        "quote_id",
        (
            "quote_id",
            "article_id",
            "snapshot_id",
            "segments",
            "exact",
            "prefix",
            "suffix",
            "verdict",
            "primary",
        ),
    ),
    LoggedTable("citations_speaker", Subject.SPEAKER, "id", ("slug", "name")),
    LoggedTable("citations_speakername", Subject.SPEAKER, "speaker_id", ("speaker_id", "name")),
    LoggedTable(
        "citations_position",
        Subject.SPEAKER,
        "speaker_id",
        ("speaker_id", "title", "organisation", "start", "end"),
    ),
    LoggedTable("citations_occasion", Subject.OCCASION, "id", ("date", "event", "place")),
    LoggedTable("citations_topic", Subject.TOPIC, "id", ("slug", "name")),
    LoggedTable(
        "citations_article", Subject.ARTICLE, "id", ("publication_id", "headline", "published")
    ),
    LoggedTable("citations_publication", Subject.PUBLICATION, "id", ("slug", "name")),
)


@dataclass(frozen=True)
class GuardedTable:
    """A table whose `columns` never change after a row is written, not even by SQLite's REPLACE.

    Rows may be deleted where foreign keys allow it: what is cited stays, and checks go only with
    the appearance that they checked.
    """

    table: str
    columns: tuple[str, ...]
    message: str


GUARDED = (
    GuardedTable(
        "citations_snapshot",
        ("article_id", "text", "sha256"),
        "A snapshot is never edited: add a new one.",
    ),
    GuardedTable(
        "citations_verification",
        ("appearance_id", "snapshot_id", "verdict", "method", "by_id", "at", "note"),
        "A verification is never edited: add a new one.",
    ),
)


def install_triggers(connection: BaseDatabaseWrapper) -> None:
    """Replace all triggers, and log that anything may have changed in the meantime."""
    drop_triggers(connection)
    with connection.cursor() as cursor:
        for statement in _create_statements(connection.vendor):
            cursor.execute(statement)
        cursor.execute(_log_row(connection.vendor, Subject.ALL, "0"))


def drop_triggers(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for name, table in _installed_triggers(connection):
            on_table = f' ON "{table}"' if connection.vendor == "postgresql" else ""
            cursor.execute(f'DROP TRIGGER "{name}"{on_table}')


def missing_triggers(connection: BaseDatabaseWrapper) -> set[str]:
    installed = {name for name, _ in _installed_triggers(connection)}
    return set(_expected_triggers(connection.vendor)) - installed


def tables_exist(connection: BaseDatabaseWrapper) -> bool:
    """Whether all tables that the triggers need exist: not after migrations were reversed."""
    needed = {each.table for each in (*LOGGED, *GUARDED)} | {"citations_change"}
    return needed <= set(connection.introspection.table_names())


def _installed_triggers(connection: BaseDatabaseWrapper) -> list[tuple[str, str]]:
    """(trigger, table) of each trigger of this application."""
    catalogue = {
        "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname, relname FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid"
        " WHERE NOT tgisinternal AND pg_table_is_visible(c.oid)",
    }
    with connection.cursor() as cursor:
        cursor.execute(catalogue[connection.vendor])
        return [(name, table) for name, table in cursor.fetchall() if name.startswith(PREFIX)]


def _expected_triggers(vendor: str) -> Iterator[str]:
    for logged in LOGGED:
        yield from (_trigger_name(logged.table, operation) for operation in OPERATIONS)
        if vendor == "postgresql":
            yield _trigger_name(logged.table, "truncate")
    for guarded in GUARDED:
        yield _trigger_name(guarded.table, "guard")
        if vendor == "sqlite":
            yield _trigger_name(guarded.table, "replace_guard")


def _trigger_name(table: str, operation: str) -> str:
    return f"{PREFIX}{table.removeprefix('citations_')}_{operation}"


def _create_statements(vendor: str) -> Iterator[str]:
    log, guard = {
        "sqlite": (_sqlite_log_triggers, _sqlite_guard_triggers),
        "postgresql": (_postgresql_log_triggers, _postgresql_guard_triggers),
    }[vendor]
    for logged in LOGGED:
        yield from log(logged)
    for guarded in GUARDED:
        yield from guard(guarded)


def _sqlite_log_triggers(logged: LoggedTable) -> Iterator[str]:
    changed = _change_condition(logged.shown, "IS NOT")
    for operation in OPERATIONS:
        rows = {"insert": ["NEW"], "update": ["OLD", "NEW"], "delete": ["OLD"]}[operation]
        notes = [_log_row("sqlite", logged.subject, f"{row}.{logged.column}") for row in rows]
        name = _trigger_name(logged.table, operation)
        yield (
            f"CREATE TRIGGER {name} AFTER {operation} ON {logged.table} "
            f"{f'WHEN {changed}' if operation == 'update' else ''} "
            f"BEGIN {' '.join(notes)} END"
        )


def _change_condition(columns: tuple[str, ...], differs: str) -> str:
    return " OR ".join(f'OLD."{column}" {differs} NEW."{column}"' for column in columns)


def _sqlite_guard_triggers(guarded: GuardedTable) -> Iterator[str]:
    changed = _change_condition(guarded.columns, "IS NOT")
    yield (
        f"CREATE TRIGGER {_trigger_name(guarded.table, 'guard')} BEFORE UPDATE ON {guarded.table} "
        f"WHEN {changed} BEGIN SELECT RAISE(ABORT, '{guarded.message}'); END"
    )
    # Before REPLACE inserts, the row with the same number still exists.
    same = f"FROM {guarded.table} OLD WHERE OLD.id = NEW.id"
    name = _trigger_name(guarded.table, "replace_guard")
    yield (
        f"CREATE TRIGGER {name} BEFORE INSERT ON {guarded.table} "
        f"WHEN EXISTS (SELECT 1 {same} AND ({changed})) "
        f"BEGIN SELECT RAISE(ABORT, '{guarded.message}'); END"
    )


def _log_row(vendor: str, subject: Subject, number: str) -> str:
    """The statement that logs a change; PostgreSQL orders the rows by transaction."""
    transaction = {"sqlite": "0", "postgresql": "pg_current_xact_id()::text::bigint"}[vendor]
    return (
        "INSERT INTO citations_change (subject, subject_id, transaction_id)"  # noqa: S608
        f" VALUES ('{subject}', {number}, {transaction});"
    )


def _postgresql_log_triggers(logged: LoggedTable) -> Iterator[str]:
    function = f"{PREFIX}{logged.table}"
    old = _log_row("postgresql", logged.subject, f"OLD.{logged.column}")
    new = _log_row("postgresql", logged.subject, f"NEW.{logged.column}")
    everything = _log_row("postgresql", Subject.ALL, "0")
    yield (
        f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'TRUNCATE' THEN {everything} "
        f"ELSIF TG_OP = 'DELETE' THEN {old} "
        f"ELSIF TG_OP = 'UPDATE' AND OLD.{logged.column} <> NEW.{logged.column} THEN {old} {new} "
        f"ELSE {new} END IF; RETURN NULL; END $$"
    )
    changed = _change_condition(logged.shown, "IS DISTINCT FROM")
    each = {"update": f"ROW WHEN ({changed})", "truncate": "STATEMENT"}
    for operation in (*OPERATIONS, "truncate"):
        name = _trigger_name(logged.table, operation)
        yield (
            f"CREATE TRIGGER {name} AFTER {operation} ON {logged.table} "
            f"FOR EACH {each.get(operation, 'ROW')} EXECUTE FUNCTION {function}()"
        )


def _postgresql_guard_triggers(guarded: GuardedTable) -> Iterator[str]:
    function = f"{PREFIX}{guarded.table}_guard"
    changed = _change_condition(guarded.columns, "IS DISTINCT FROM")
    yield (
        f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"RAISE EXCEPTION '{guarded.message}' USING ERRCODE = 'integrity_constraint_violation'; "
        "END $$"
    )
    yield (
        f"CREATE TRIGGER {_trigger_name(guarded.table, 'guard')} BEFORE UPDATE ON {guarded.table} "
        f"FOR EACH ROW WHEN ({changed}) EXECUTE FUNCTION {function}()"
    )

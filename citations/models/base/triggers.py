"""Database triggers: the change log, and records that are never edited.

They stand in the database because ORM signals miss bulk changes, fixtures and plain SQL. SQLite
drops a table's triggers whenever a migration rebuilds the table, so they are dropped before every
migration and made again after it (`citations.apps`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

from citations.models.base.changes import Subject

PREFIX = "citations_trigger_"
OPERATIONS = ("insert", "update", "delete")


@dataclass(frozen=True)
class Logged:
    """A table whose changes the index follows: `column` holds the number of the `subject`.

    An update counts when it changes one of the `shown` columns, so that a million appearances
    checked again are no news.
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
    Logged("citations_quote", Subject.QUOTE, "id", QUOTE_SHOWN),
    Logged("citations_quote_topics", Subject.QUOTE, "quote_id", ("quote_id", "topic_id")),
    Logged(
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
    Logged("citations_speaker", Subject.SPEAKER, "id", ("slug", "name")),
    Logged("citations_speakername", Subject.SPEAKER, "speaker_id", ("speaker_id", "name")),
    Logged(
        "citations_position",
        Subject.SPEAKER,
        "speaker_id",
        ("speaker_id", "title", "organisation", "start", "end"),
    ),
    Logged("citations_occasion", Subject.OCCASION, "id", ("date", "event", "place")),
    Logged("citations_topic", Subject.TOPIC, "id", ("slug", "name")),
    Logged("citations_article", Subject.ARTICLE, "id", ("publication_id", "headline", "published")),
    Logged("citations_publication", Subject.PUBLICATION, "id", ("slug", "name")),
)


@dataclass(frozen=True)
class Guarded:
    """A table whose `columns` are never changed once a row is written.

    SQLite's REPLACE is such a change too. Rows may be deleted, as far as foreign keys let them:
    what is cited stays, and checks go only with the appearance that was checked.
    """

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
        cursor.execute(_log_row(connection.vendor, Subject.ALL, "0"))


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
    for guarded in GUARDED:
        yield _name(guarded.table, "guard")
        if vendor == "sqlite":
            yield _name(guarded.table, "replace_guard")


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
    changed = _changed(logged.shown, "IS NOT")
    for operation in OPERATIONS:
        rows = {"insert": ["NEW"], "update": ["OLD", "NEW"], "delete": ["OLD"]}[operation]
        notes = [_log_row("sqlite", logged.subject, f"{row}.{logged.column}") for row in rows]
        yield (
            f"CREATE TRIGGER {_name(logged.table, operation)} AFTER {operation} ON {logged.table} "
            f"{f'WHEN {changed}' if operation == 'update' else ''} "
            f"BEGIN {' '.join(notes)} END"
        )


def _changed(columns: tuple[str, ...], differs: str) -> str:
    return " OR ".join(f'OLD."{column}" {differs} NEW."{column}"' for column in columns)


def _sqlite_guard(guarded: Guarded) -> Iterator[str]:
    changed = _changed(guarded.columns, "IS NOT")
    yield (
        f"CREATE TRIGGER {_name(guarded.table, 'guard')} BEFORE UPDATE ON {guarded.table} "
        f"WHEN {changed} BEGIN SELECT RAISE(ABORT, '{guarded.message}'); END"
    )
    # Before the insertion of REPLACE the row of the same number still stands.
    same = f"FROM {guarded.table} OLD WHERE OLD.id = NEW.id"
    yield (
        f"CREATE TRIGGER {_name(guarded.table, 'replace_guard')} BEFORE INSERT ON {guarded.table} "
        f"WHEN EXISTS (SELECT 1 {same} AND ({changed})) "
        f"BEGIN SELECT RAISE(ABORT, '{guarded.message}'); END"
    )


def _log_row(vendor: str, subject: Subject, number: str) -> str:
    """The statement that notes a change; in PostgreSQL with the transaction, which orders rows."""
    transaction = {"sqlite": "0", "postgresql": "pg_current_xact_id()::text::bigint"}[vendor]
    return (
        "INSERT INTO citations_change (subject, subject_id, transaction_id)"  # noqa: S608
        f" VALUES ('{subject}', {number}, {transaction});"
    )


def _postgresql_log(logged: Logged) -> Iterator[str]:
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
    changed = _changed(logged.shown, "IS DISTINCT FROM")
    each = {"update": f"ROW WHEN ({changed})", "truncate": "STATEMENT"}
    for operation in (*OPERATIONS, "truncate"):
        yield (
            f"CREATE TRIGGER {_name(logged.table, operation)} AFTER {operation} ON {logged.table} "
            f"FOR EACH {each.get(operation, 'ROW')} EXECUTE FUNCTION {function}()"
        )


def _postgresql_guard(guarded: Guarded) -> Iterator[str]:
    function = f"{PREFIX}{guarded.table}_guard"
    changed = _changed(guarded.columns, "IS DISTINCT FROM")
    yield (
        f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"RAISE EXCEPTION '{guarded.message}' USING ERRCODE = 'integrity_constraint_violation'; "
        "END $$"
    )
    yield (
        f"CREATE TRIGGER {_name(guarded.table, 'guard')} BEFORE UPDATE ON {guarded.table} "
        f"FOR EACH ROW WHEN ({changed}) EXECUTE FUNCTION {function}()"
    )

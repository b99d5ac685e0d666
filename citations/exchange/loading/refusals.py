"""Refused lines: the field, and the reason in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from django.apps import apps
from django.db import DatabaseError
from django.db.models import Model, UniqueConstraint

from citations.documents.json_lines import FileLine
from citations.exchange.schema import RECORDS, Record, type_name
from citations.exchange.values import InvalidValueError

NULL_CHARACTER = "This text contains a null character (U+0000): remove it."
_decoder: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)
_kinds = ", ".join(type_name(each) for each in RECORDS)


@dataclass(frozen=True)
class LineRefusal:
    """A line that was not loaded."""

    line: FileLine
    field: str
    reason: str

    def __str__(self) -> str:
        field = f"{self.field}: " if self.field else ""
        text = f"{self.line.file}:{self.line.number}: {field}{self.reason}"
        # Names of fields come from the file, and this text goes to a terminal.
        return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


def parse_record(line: FileLine) -> Record:
    """The record of a line. Raises `InvalidValueError`."""
    if line.reason:
        raise InvalidValueError("", line.reason)
    try:
        record = _decoder.decode(line.data)
    except msgspec.ValidationError as error:
        raise _invalid_value(error) from error
    except UnicodeDecodeError as error:
        raise InvalidValueError("", "This line is not UTF-8.") from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise InvalidValueError("", f"This line is not JSON: {error}.") from error
    # Escaped: JSON allows no plain one. After another backslash it is harmless, and passes.
    if b"\\u0000" in line.data:
        _refuse_null(msgspec.to_builtins(record))
    return record


def _invalid_value(error: msgspec.ValidationError) -> InvalidValueError:
    """The field and the reason in msgspec's `Expected ... - at `$.names[0]``."""
    reason, _, path = str(error).partition(" - at `$")
    field = path.strip("`").removeprefix(".")
    if isinstance(cause := error.__cause__, InvalidValueError):
        return InvalidValueError(f"{field}.{cause.field}" if field else cause.field, str(cause))
    if field == "type" or reason.endswith("required field `type`"):
        return InvalidValueError("type", f"A record's type is one of {_kinds}.")
    return InvalidValueError(field, f"{reason}.")


def _refuse_null(value: Any, path: str = "") -> None:
    if isinstance(value, str) and "\0" in value:
        raise InvalidValueError(path, NULL_CHARACTER)
    if isinstance(value, dict):
        for name, each in value.items():
            _refuse_null(each, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for at, each in enumerate(value):
            _refuse_null(each, f"{path}[{at}]")


def reason_of_database(error: DatabaseError) -> InvalidValueError:
    """The message of the constraint that the database names, else the database's own message."""
    message = str(error)
    for model in apps.get_app_config("citations").get_models():
        for name, reason in _constraint_messages(model):
            if re.search(rf"(?<![\w.]){re.escape(name)}(?![\w,])", message):
                return InvalidValueError("", reason)
    return InvalidValueError("", f"The database refused it: {message.splitlines()[0]}")


def _constraint_messages(model: type[Model]) -> Iterator[tuple[str, str]]:
    """The names that databases use for the constraints (SQLite: columns), and their messages."""
    table = model._meta.db_table
    fields = {each.name: each for each in model._meta.concrete_fields}
    for each in model._meta.constraints:
        reason = str(each.violation_error_message)
        yield each.name, reason
        if isinstance(each, UniqueConstraint):
            columns = (fields[name].column for name in each.fields)
            yield ", ".join(f"{table}.{column}" for column in columns), reason
    for field in model._meta.concrete_fields:
        if field.unique and not field.primary_key:
            reason = f"Another {model._meta.verbose_name} has this {field.verbose_name}."
            yield f"{table}.{field.column}", reason
            yield f"{table}_{field.column}_key", reason

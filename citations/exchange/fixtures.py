"""Django's fixtures, read strictly: an error message names the wrong record and gives the reason.

The module is also the serializer `json` of `loaddata` and `dumpdata`; it writes like Django's.
"""

from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Self, TypeGuard

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist, ObjectDoesNotExist, ValidationError
from django.core.serializers import json, python
from django.core.serializers.base import (
    DeserializationError,
    DeserializedObject,
    M2MDeserializationError,
)
from django.db import DatabaseError
from django.db.models import Model

from citations.models import Appearance, Quote
from citations.models.appearances import NEEDS_APPEARANCE
from citations.models.base.natural_keys import NaturalKeyModel

Serializer = json.Serializer

# Triggers write these rows, with transaction numbers of one database: no fixture has them.
DERIVED_MODEL = "citations.change"
NULL_CHARACTER = "This text contains a null character (U+0000): remove it."

Node = dict[str, Any]

FIXTURE_ERRORS = (
    DatabaseError,
    DeserializationError,
    FieldDoesNotExist,
    ObjectDoesNotExist,
    OverflowError,
    TypeError,
    ValidationError,
    ValueError,
)


class Deserializer(json.Deserializer):
    """Reads a fixture. Raises `DeserializationError` with the record and field it cannot read."""

    def __init__(self, stream_or_string: Any, **options: Any) -> None:
        try:
            super().__init__(stream_or_string, **options)
        except (DeserializationError, ValueError) as error:
            raise DeserializationError(f"This is not JSON: {error.__cause__ or error}") from error
        if not isinstance(self.stream, list):
            raise DeserializationError("This is not a list of records.")
        self.given = options
        self.records = self._records()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> DeserializedObject:
        return next(self.records)

    def _records(self) -> Iterator[DeserializedObject]:
        for node in self.stream:
            if not _is_record(node):
                raise DeserializationError(f"This has no model and fields: {str(node)[:100]}")
            try:
                yield from self._deserialize(node)
            except FIXTURE_ERRORS as error:
                reason = self._field_reason(node) or _reason_of(error)
                raise DeserializationError(f"{_name_of_node(node)}: {reason}") from error

    def _deserialize(self, node: Node) -> python.Deserializer:
        if any("\0" in text for text in _texts(node["fields"])):
            raise ValueError(NULL_CHARACTER)
        return python.Deserializer([node], **self.given)

    def _field_reason(self, node: Node) -> str:
        """The first field that fails when read alone, and why; or ""."""
        alone: list[Node] = [{}, *({name: value} for name, value in node["fields"].items())]
        for fields in alone:
            try:
                list(self._deserialize({**node, "fields": fields}))
            except FIXTURE_ERRORS as error:
                return ": ".join([*fields, _reason_of(error)])
        return ""


@contextmanager
def name_refused_record(record: DeserializedObject, place: str = "") -> Iterator[None]:
    """Raise errors of the block as `DeserializationError` with the place and the record's name."""
    # First: after a database error PostgreSQL answers no query.
    name = f"{place}{record_name(record)}"
    try:
        yield
    except FIXTURE_ERRORS as error:
        raise DeserializationError(f"{name}: {_reason_of(error)}") from error


def check_record(record: DeserializedObject, loaded: Container[tuple[type[Model], Any]]) -> None:
    """Raise `ValidationError` for a record that is a duplicate, invalid, or names a missing one.

    A reference to a record of the same model may be filled in later (`fill_references`).
    """
    if (type(record.object), record.object.pk) in loaded:
        raise ValidationError("The fixture has this key twice.")
    if not isinstance(record.object, NaturalKeyModel):
        return  # of another application
    # Django loads rows without history, but their topics would add rows of it.
    record.object.skip_history_when_saving = True  # type: ignore[attr-defined]
    if isinstance(record.object, Appearance):  # only `verify` sets a verdict
        record.object.verdict, record.object.checked_at = "", None
    waiting = record.deferred_fields or {}
    for field, value in waiting.items():
        if field.related_model is not type(record.object):
            raise ValidationError({field.name: f"There is no {value} before this record."})
    _clean(record.object, exclude={field.name for field in waiting})


def fill_references(record: DeserializedObject) -> None:
    """Fill in references to later records of the same model. Raises like `check_record`."""
    if not isinstance(record.object, NaturalKeyModel):
        return
    try:
        record.save_deferred_fields()
    except DeserializationError as error:
        fields = ", ".join(field.name for field in record.deferred_fields)
        raise ValidationError(f"{fields}: {_reason_of(error)}") from error
    _clean(record.object)


def check_together(loaded: Iterable[tuple[type[Model], Any]]) -> None:
    """Raise `DeserializationError` if a published quote has no appearance after loading.

    `loaded` has the model and id of each loaded record. All quotes are checked: an appearance may
    have moved away from a quote that is not in the fixture.
    """
    if not {Quote, Appearance} & {model for model, _ in loaded}:
        return
    for quote in Quote.objects.published().filter(appearances=None).order_by("pk")[:1]:
        name = _name(quote._meta.label_lower, quote.natural_key())
        raise DeserializationError(f"{name}: {NEEDS_APPEARANCE}")


def record_name(record: DeserializedObject) -> str:
    """The record's model and natural key, or its number if the model has no natural key."""
    row = record.object
    key = row.natural_key() if isinstance(row, NaturalKeyModel) else [row.pk]
    return _name(row._meta.label_lower, key)


def _name(label: str, key: Iterable[Any]) -> str:
    return f"{label} {', '.join('?' if part is None else str(part) for part in key)}"


def _name_of_node(node: Node) -> str:
    try:
        paths = getattr(apps.get_model(node["model"]), "natural_key_fields", ())
    except (LookupError, ValueError):
        paths = ()
    key = [node["fields"].get(path.partition("__")[0]) for path in paths]
    return _name(node["model"], key or [node.get("pk")])


def _is_record(node: object) -> TypeGuard[Node]:
    match node:
        case {"model": str(), "fields": dict()}:
            return True
    return False


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list() | dict():
            for each in value.values() if isinstance(value, dict) else value:
                yield from _texts(each)


def _reason_of(error: BaseException) -> str:
    """The message of the original error, which Django has wrapped."""
    while isinstance(error, DeserializationError | M2MDeserializationError) and error.__context__:
        error = error.__context__
    if not isinstance(error, ValidationError):
        return str(error)
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return " ".join(
        f"{field}: {' '.join(messages)}" if field != "__all__" else " ".join(messages)
        for field, messages in error.message_dict.items()
    )


def _clean(row: NaturalKeyModel, exclude: Iterable[str] = ()) -> None:
    """Run the model's checks.

    Django marks every row of a fixture as new; an existing one would be its own duplicate.
    """
    rows = type(row)._default_manager  # noqa: SLF001  documented
    row._state.adding = not rows.filter(pk=row.pk).exists()  # noqa: SLF001
    row.full_clean(exclude=exclude)

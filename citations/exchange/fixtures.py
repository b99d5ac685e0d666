"""Django's fixtures, read strictly: a record that is wrong is refused by its name, with the reason.

Also the serializer `json` of `loaddata` and `dumpdata`: it writes as Django's own does.
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

# Written by triggers alone, with the numbers of one database's transactions: in no fixture.
DERIVED_MODEL = "citations.change"

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
    """Reads a fixture; raises `DeserializationError` with the record and field it cannot read."""

    def __init__(self, stream_or_string: Any, **options: Any) -> None:
        try:
            super().__init__(stream_or_string, **options)
        except (DeserializationError, ValueError) as error:
            raise DeserializationError(f"this is not JSON: {error.__cause__ or error}") from error
        if not isinstance(self.stream, list):
            raise DeserializationError("this is not a list of records")
        self.given = options
        self.records = self._records()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> DeserializedObject:
        return next(self.records)

    def _records(self) -> Iterator[DeserializedObject]:
        for node in self.stream:
            if not _is_record(node):
                raise DeserializationError(f"no model and fields in {str(node)[:100]}")
            try:
                yield from self._read(node)
            except FIXTURE_ERRORS as error:
                reason = self._reason(node) or _reason_of(error)
                raise DeserializationError(f"{_name_of_node(node)}: {reason}") from error

    def _read(self, node: Node) -> python.Deserializer:
        if any("\0" in text for text in _texts(node["fields"])):
            raise ValueError("A null character (U+0000) stands in this text: take it out.")
        return python.Deserializer([node], **self.given)

    def _reason(self, node: Node) -> str:
        """What fails first when the fields are read one by one, with its name; or nothing."""
        alone: list[Node] = [{}, *({name: value} for name, value in node["fields"].items())]
        for fields in alone:
            try:
                list(self._read({**node, "fields": fields}))
            except FIXTURE_ERRORS as error:
                return ": ".join([*fields, _reason_of(error)])
        return ""


@contextmanager
def name_refused_record(record: DeserializedObject, place: str = "") -> Iterator[None]:
    """What is refused inside is refused by place and record's name: `DeserializationError`."""
    name = f"{place}{record_name(record)}"  # now: after a database error PostgreSQL would not tell
    try:
        yield
    except FIXTURE_ERRORS as error:
        raise DeserializationError(f"{name}: {_reason_of(error)}") from error


def check_record(record: DeserializedObject, loaded: Container[tuple[type[Model], Any]]) -> None:
    """Refuse a record that is loaded twice, names what is not there, or its own model refuses.

    Raises `ValidationError`. A reference to a record of the same model may wait (`settle`).
    """
    if (type(record.object), record.object.pk) in loaded:
        raise ValidationError("This key is loaded twice.")
    if not isinstance(record.object, NaturalKeyModel):
        return  # another application's: its own matter
    # Django loads rows without history; their topics would make lines of it, and double a dump's.
    record.object.skip_history_when_saving = True  # type: ignore[attr-defined]
    if isinstance(record.object, Appearance):  # only a check gives a verdict
        record.object.verdict, record.object.checked_at = "", None
    waiting = record.deferred_fields or {}
    for field, value in waiting.items():
        if field.related_model is not type(record.object):
            raise ValidationError({field.name: f"Nothing before it is named {value}."})
    _clean(record.object, exclude={field.name for field in waiting})


def fill_references(record: DeserializedObject) -> None:
    """Fill in the references that had to wait; raises like `check`."""
    if not isinstance(record.object, NaturalKeyModel):
        return
    try:
        record.save_deferred_fields()
    except DeserializationError as error:
        fields = ", ".join(field.name for field in record.deferred_fields)
        raise ValidationError(f"{fields}: {_reason_of(error)}") from error
    _clean(record.object)


def check_together(loaded: Iterable[tuple[type[Model], Any]]) -> None:
    """Refuse a published quote that stands nowhere, now that its appearances are loaded too.

    Takes model and number of all that was loaded; raises `DeserializationError`. An appearance
    may have left a quote that was not loaded, so that all are looked at.
    """
    if not {Quote, Appearance} & {model for model, _ in loaded}:
        return
    for quote in Quote.objects.published().filter(appearances=None).order_by("pk")[:1]:
        name = _name(quote._meta.label_lower, quote.natural_key())
        raise DeserializationError(f"{name}: {NEEDS_APPEARANCE}")


def record_name(record: DeserializedObject) -> str:
    """The record by its model and natural key, or by its number where it has none."""
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
    """Every text in a value, however deep."""
    match value:
        case str():
            yield value
        case list() | dict():
            for each in value.values() if isinstance(value, dict) else value:
                yield from _texts(each)


def _reason_of(error: BaseException) -> str:
    """What went wrong first, in words, without Django's wrapping."""
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
    """The model's own checks. Django takes every row it reads for a new one: an old one is told,
    or it would be refused as its own duplicate.
    """
    rows = type(row)._default_manager  # noqa: SLF001  documented, whatever its name
    row._state.adding = not rows.filter(pk=row.pk).exists()  # noqa: SLF001
    row.full_clean(exclude=exclude)

"""The exchange format and the models say the same."""

import io
import json
from typing import Any

import msgspec
import pytest
from django.core.management import call_command
from django.db.models import CharField, Model

from citations import models
from citations.exchange import schema
from citations.exchange.loading.row_writes import RecordTable

STRUCTS: list[tuple[type[msgspec.Struct], type[Model], set[str]]] = [
    (schema.Publication, models.Publication, set()),
    (schema.Topic, models.Topic, set()),
    (schema.Speaker, models.Speaker, set()),
    (schema.Name, models.SpeakerName, {"speaker"}),
    (schema.Position, models.Position, {"speaker"}),
    (schema.Occasion, models.Occasion, set()),
    (schema.Article, models.Article, set()),
    (schema.Snapshot, models.Snapshot, {"article", "sha256"}),
    (schema.Quote, models.Quote, set()),
    (schema.Appearance, models.Appearance, {"quote"}),
    (schema.Relation, models.QuoteRelation, set()),
]
NESTED = {"names", "positions", "snapshots", "appearances", "topics"}
FIELDS = [
    pytest.param(struct, model, each.name, id=f"{model.__name__}.{each.name}")
    for struct, model, _ in STRUCTS
    for each in msgspec.structs.fields(struct)
    if each.name not in NESTED
]


@pytest.mark.parametrize(
    ("struct", "model", "outside"), STRUCTS, ids=[each[0].__name__ for each in STRUCTS]
)
def test_every_field_that_is_data_stands_in_the_schema(
    struct: type[msgspec.Struct], model: type[Model], outside: set[str]
) -> None:
    columns = set(RecordTable(model).columns)
    names = {each.name for each in model._meta.concrete_fields if each.attname in columns}
    assert names - outside == set(struct.__struct_fields__) - NESTED


@pytest.mark.parametrize(("struct", "model", "name"), FIELDS)
def test_lengths_choices_and_defaults_agree(
    struct: type[msgspec.Struct], model: type[Model], name: str
) -> None:
    field = model._meta.get_field(name)
    shown = described(struct, name)
    if field.choices:
        assert set(shown["enum"]) == {value for value, _ in field.choices}
    elif isinstance(field, CharField) and name != "key":
        assert shown["maxLength"] == field.max_length
    if "default" in shown and shown["default"] is not None:
        default = field.get_default()
        assert shown["default"] == ("" if default is None else default)


def described(struct: type[msgspec.Struct], name: str) -> dict[str, Any]:
    whole = msgspec.json.schema(struct, schema_hook=schema.schema_of_choices)
    shown: dict[str, Any] = whole["$defs"][struct.__name__]["properties"][name]
    return shown | next((each for each in shown.get("anyOf", ()) if "type" in each), {})


def test_the_command_prints_it() -> None:
    out = io.StringIO()
    call_command("load", schema=True, stdout=out)
    assert json.loads(out.getvalue())["discriminator"]["propertyName"] == "type"

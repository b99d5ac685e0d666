"""EDTF dates as model fields: the text, and its first and last day as columns.

EDTF is ISO 8601-2:2019, the Library of Congress's Extended Date/Time Format.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.core.exceptions import FieldError, ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.indexes import IndexExpression
from django.db.models.query_utils import DeferredAttribute
from django.utils.deconstruct import deconstructible
from django.utils.translation import gettext_lazy as _

from citations.edtf.parsing import parse_edtf
from citations.models.base.natural_keys import NaturalKeyModel, NaturalKeyQuerySet, Record

if TYPE_CHECKING:
    NullableDateField = models.DateField[date | None, date | None]
    TextField = models.CharField[str, str]
else:  # Django's fields take their types only in the stubs
    NullableDateField, TextField = models.DateField, models.CharField

EDGES = ("earliest", "latest")
LONGEST_EDTF = 100
LONGEST_LANGUAGE = 35  # RFC 5646, section 4.4.1

# Only the shape. The grammar allows longer first parts, but none has ever been registered.
validate_language = RegexValidator(
    r"\A([A-Za-z]{2,3}|[xX](?=-))(-[A-Za-z0-9]{1,8})*\Z",
    _("Write a BCP 47 language tag, like en, ja or pt-BR."),
)


class DerivedBound(DeferredAttribute):
    """Computes a bound from the EDTF text, so that the two can never disagree."""

    field: "EdtfBound"

    def __get__(self, instance: models.Model | None, cls: Any = None) -> Any:
        if instance is None:
            return self
        text: str = getattr(instance, self.field.of)
        try:
            return getattr(parse_edtf(text), self.field.edge) if text else None
        except ValueError:
            return None  # the validation of the text reports the error

    def __set__(self, instance: models.Model, value: object) -> None:
        """Ignore the value, except that its presence tells Django to save the column."""
        instance.__dict__[self.field.attname] = value


class EdtfBound(NullableDateField):
    """The first or last day (inclusive) that an EDTF field covers; null when open or unknown."""

    descriptor_class = DerivedBound

    def __init__(self, *args: Any, of: str, edge: str, **options: Any) -> None:
        self.of, self.edge = of, edge
        super().__init__(*args, **options)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, options = super().deconstruct()
        return name, path, args, options | {"of": self.of, "edge": self.edge}

    def contribute_to_class(  # type: ignore[override]  # the stubs of Field and DateField disagree
        self, cls: type[models.Model], name: str, **options: Any
    ) -> None:
        # Migrations and history models list the bounds too, after the EDTF field added them.
        if name not in {field.name for field in cls._meta.local_fields}:
            super().contribute_to_class(cls, name, **options)


class EdtfField(TextField):
    """A date of any precision as EDTF text, blank when unknown.

    It adds two indexed columns, `<name>_earliest` and `<name>_latest`.
    """

    description = _("EDTF date")

    def __init__(self, *args: Any, **options: Any) -> None:
        preset: dict[str, Any] = {"max_length": LONGEST_EDTF, "blank": True, "default": ""}
        super().__init__(*args, **(preset | options))

    def contribute_to_class(
        self, cls: type[models.Model], name: str, private_only: bool = False
    ) -> None:
        super().contribute_to_class(cls, name, private_only)
        for edge in EDGES:
            bound = EdtfBound(
                of=name, edge=edge, null=True, editable=False, serialize=False, db_index=True
            )
            bound.contribute_to_class(cls, f"{name}_{edge}")

    def to_python(self, value: Any) -> str:
        text: str = super().to_python(value) or ""
        try:
            return parse_edtf(text.strip()).text if text.strip() else ""
        except ValueError as error:
            raise ValidationError(str(error), code="edtf") from error


class LanguageField(TextField):
    description = _("BCP 47 language tag")
    default_validators = [validate_language]

    def __init__(self, *args: Any, **options: Any) -> None:
        preset: dict[str, Any] = {
            "max_length": LONGEST_LANGUAGE,
            "help_text": _("BCP 47, like en or ja."),
        }
        super().__init__(*args, **(preset | options))


def names_with_bounds(model: type[models.Model], names: Iterable[str]) -> list[str]:
    """The names of these fields, and those of the bounds of EDTF dates among them."""
    edtf = _edtf_names(model)
    bounds = (f"{name}_{edge}" for name in names if name in edtf for edge in EDGES)
    return list(dict.fromkeys([*names, *bounds]))


def _edtf_names(model: type[models.Model]) -> set[str]:
    return {field.name for field in model._meta.concrete_fields if isinstance(field, EdtfField)}


class EdtfQuerySet(NaturalKeyQuerySet[Record]):
    """Rows whose bounds follow their EDTF text in bulk updates too, and filters by range."""

    def update(self, **values: Any) -> int:
        """Like Django's, but takes a date as its text only; raises `FieldError` otherwise."""
        return super().update(**values, **self._bounds_of(values))

    def bulk_create(self, objs: Any, *args: Any, **options: Any) -> list[Record]:
        if names := options.get("update_fields"):
            options["update_fields"] = names_with_bounds(self.model, names)
        return super().bulk_create(objs, *args, **options)

    def bulk_update(self, objs: Any, fields: Any, batch_size: int | None = None) -> int:
        # Django updates with expressions of the rows' values, which our `update` refuses.
        rows: models.QuerySet[Any] = models.QuerySet(self.model, self.query.chain(), self.db)
        return rows.bulk_update(objs, names_with_bounds(self.model, fields), batch_size)

    def latest_first(
        self,
        bound: str,
        until: date | None = None,
        *,
        undated: bool = False,
        after: models.Model | None = None,
    ) -> Self:
        """By the day in a column, the latest first, rows without a day last; then by key.

        `until` limits the days, `undated` selects rows without one, `after` those after a row.
        """
        rows = self.filter(**{bound: None}) if undated else self
        day = getattr(after, bound) if after else None
        # Only one upper limit: given two, SQLite may start at the later one.
        if after and not (day and until and day > until):
            rows = rows.further_back(after, bound)
        elif until:
            rows = rows.filter(**{f"{bound}__lte": until})
        return rows.order_by(LatestFirst(bound), *self.model.natural_key_fields)  # type: ignore[attr-defined]

    def further_back(self, row: models.Model, bound: str) -> Self:
        """The rows after a row in the order of `latest_first`; after a dated row, dated ones."""
        [name] = self.model.natural_key_fields  # type: ignore[attr-defined]
        day, key = getattr(row, bound), models.Q(**{f"{name}__gt": getattr(row, name)})
        if day is None:
            return self.filter(key, **{bound: None})
        earlier = models.Q(**{f"{bound}__lt": day})
        return self.filter(earlier | key, **{f"{bound}__lte": day})

    def _bounds_of(self, values: dict[str, Any]) -> dict[str, date | None]:
        bounds: dict[str, date | None] = {}
        for name in _edtf_names(self.model):
            if given := values.keys() & {f"{name}_{edge}" for edge in EDGES}:
                raise FieldError(f"{min(given)} is computed from {name}: update only {name}.")
            if name not in values:
                continue
            if not isinstance(text := values[name], str):
                raise FieldError(
                    f"Update {name} with an EDTF text; its bounds are computed from it."
                )
            edtf = parse_edtf(text) if text else None
            bounds |= {f"{name}_{edge}": getattr(edtf, edge) if edtf else None for edge in EDGES}
        return bounds


@deconstructible
class LatestFirst(models.expressions.OrderBy):
    """An order, also for indexes: the latest day first, rows without a day last."""

    def __init__(self, bound: str | models.F) -> None:
        super().__init__(models.F(bound) if isinstance(bound, str) else bound, descending=True)
        self.nulls_last = True

    def as_sqlite(self, *args: Any, **options: Any) -> Any:
        # SQLite orders like this by default, and its indexes refuse to have it spelled out.
        plain = self.copy()
        plain.nulls_last = False
        return plain.as_sql(*args, **options)


IndexExpression.register_wrappers(*IndexExpression.wrapper_classes, LatestFirst)


class EdtfModel(NaturalKeyModel):
    """A model with EDTF dates; saving a date saves its bounds."""

    class Meta:
        abstract = True

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **options: Any) -> None:
        if update_fields is not None:
            update_fields = names_with_bounds(type(self), list(update_fields))
        super().save(*args, update_fields=update_fields, **options)


def overlaps(path: str, earliest: date | None, latest: date | None) -> models.Q:
    """Rows whose EDTF date at `path` shares a day with [earliest, latest]; None means no limit.

    An unknown date matches nothing; a date with an open end matches everything on that side.
    """
    condition = models.Q(**{f"{path}__gt": ""})  # neither blank nor past a missing relation
    if latest:
        condition &= models.Q(**{f"{path}_earliest": None}) | models.Q(
            **{f"{path}_earliest__lte": latest}
        )
    if earliest:
        condition &= models.Q(**{f"{path}_latest": None}) | models.Q(
            **{f"{path}_latest__gte": earliest}
        )
    return condition

"""Natural keys: what names a record in a fixture, instead of its number in one database."""

from functools import reduce
from typing import Any, ClassVar, TypeVar

from django.db import models

Record = TypeVar("Record", bound=models.Model, covariant=True)


class NaturalKeyQuerySet(models.QuerySet[Record]):
    """Rows that can be looked up by their model's natural key."""

    def get_by_natural_key(self, *values: Any) -> Record:
        """The row with this natural key. Raises the model's `DoesNotExist`.

        Raises `ValueError` if the key has too few or too many parts.
        """
        fields: tuple[str, ...] = self.model.natural_key_fields  # type: ignore[attr-defined]
        if len(values) != len(fields):
            noun, parts = self.model._meta.verbose_name, ", ".join(fields)
            raise ValueError(f"The natural key of a {noun} is [{parts}], not {list(values)}.")
        return self.get(**dict(zip(fields, values, strict=True)))


class NaturalKeyModel(models.Model):
    """A model named in fixtures by `natural_key_fields`, which may follow relations (`a__b`)."""

    natural_key_fields: ClassVar[tuple[str, ...]]

    class Meta:
        abstract = True

    def natural_key(self) -> tuple[Any, ...]:
        """The values of the natural key's fields, in order; None past a missing relation."""
        return tuple(reduce(_attribute, name.split("__"), self) for name in self.natural_key_fields)


def _attribute(record: Any, name: str) -> Any:
    return getattr(record, name, None)

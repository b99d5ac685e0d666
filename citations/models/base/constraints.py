"""Database constraints that several models share, each with a message for people."""

from collections.abc import Iterable
from enum import StrEnum
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from django.db import models
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def one_of(field: str, choices: Iterable[StrEnum | models.TextChoices]) -> models.CheckConstraint:
    """The column holds one of the choices."""
    values = [each.value for each in choices]
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__in": values}),
        name=f"%(class)s_{field}_known",
        violation_error_message=format_lazy(
            _("{field} is one of {values}."), field=field.capitalize(), values=", ".join(values)
        ),
    )


def never_blank(field: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=~models.Q(**{field: ""}),
        name=f"%(class)s_{field}_not_blank",
        violation_error_message=format_lazy(
            _("{field} must not be empty."), field=field.capitalize()
        ),
    )


def web_address(field: str) -> models.CheckConstraint:
    """The column is empty or an address that is safe to follow: never `javascript:`."""
    schemes = (models.Q(**{f"{field}__istartswith": f"{each}://"}) for each in ("http", "https"))
    return models.CheckConstraint(
        condition=reduce(or_, schemes, models.Q(**{field: ""})),
        name=f"%(class)s_{field}_is_web",
        violation_error_message=_("A web address begins with http:// or https://."),
    )


def unique_values(fields: Iterable[str], message: "StrOrPromise") -> models.UniqueConstraint:
    """No two rows share these values."""
    return models.UniqueConstraint(
        fields=list(fields),
        name=f"%(class)s_unique_{'_'.join(fields)}",
        violation_error_message=message,
    )


def constraint_message(model: type[models.Model], name: str) -> str:
    """The message of one of the model's constraints."""
    each = next(each for each in model._meta.constraints if each.name == name)
    return str(each.violation_error_message)

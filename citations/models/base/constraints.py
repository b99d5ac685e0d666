"""What must always be true, as database constraints with a message for people."""

from collections.abc import Iterable
from enum import StrEnum
from functools import reduce
from operator import or_

from django.db import models


def one_of(field: str, choices: Iterable[StrEnum | models.TextChoices]) -> models.CheckConstraint:
    """The column holds one of the choices, whoever writes it."""
    values = [each.value for each in choices]
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__in": values}),
        name=f"%(class)s_{field}_known",
        violation_error_message=f"{field.capitalize()} is one of {', '.join(values)}.",
    )


def never_blank(field: str) -> models.CheckConstraint:
    """The column is not an empty text."""
    return models.CheckConstraint(
        condition=~models.Q(**{field: ""}),
        name=f"%(class)s_{field}_not_blank",
        violation_error_message=f"{field.capitalize()} must not be empty.",
    )


def web_address(field: str) -> models.CheckConstraint:
    """The column is empty or an address that is safe to follow: never `javascript:`."""
    schemes = (models.Q(**{f"{field}__istartswith": f"{each}://"}) for each in ("http", "https"))
    return models.CheckConstraint(
        condition=reduce(or_, schemes, models.Q(**{field: ""})),
        name=f"%(class)s_{field}_is_web",
        violation_error_message="A web address begins with http:// or https://.",
    )


def together(fields: Iterable[str], message: str) -> models.UniqueConstraint:
    """No two rows share these values."""
    return models.UniqueConstraint(
        fields=list(fields),
        name=f"%(class)s_unique_{'_'.join(fields)}",
        violation_error_message=message,
    )


def message_of(model: type[models.Model], name: str) -> str:
    """What a constraint of the model says to people."""
    each = next(each for each in model._meta.constraints if each.name == name)
    return str(each.violation_error_message)

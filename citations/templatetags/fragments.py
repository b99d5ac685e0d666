"""Renders the macros of Jinja2 fragments for Django's templates."""

from typing import Any, cast

from django.template import engines
from django.template.backends.jinja2 import Jinja2
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from jinja2 import Environment


def render_macro(template: str, name: str, *values: Any) -> SafeString:
    """What the macro makes of the values, which it escapes."""
    return SafeString(getattr(_environment().get_template(template).module, name)(*values))


def render_filter(name: str, value: str) -> SafeString:
    """What a cached filter of the fragments makes of the value, in the active language."""
    return SafeString(_environment().filters[name](value, get_language()))


def _environment() -> Environment:
    return cast(Jinja2, engines["jinja2"]).env

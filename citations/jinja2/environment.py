"""The Jinja2 environment of the fragments that a page shows by the dozen.

Django's template engine takes several times as long for them. Everything is escaped.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.template.defaultfilters import truncatewords
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext
from jinja2 import Environment

from citations.jinja2.escaping import EscapingEnvironment
from citations.models.base.verdicts import verdict_label
from citations.pages.dates import written_date


def environment(**options: Any) -> Environment:
    """What the settings name: Django passes the loader, autoescape and the like."""
    extensions = ["jinja2.ext.i18n"]
    made = EscapingEnvironment(
        trim_blocks=True, lstrip_blocks=True, extensions=extensions, **options
    )
    made.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]  # by the extension
    made.globals |= {"url": reverse, "active_language": get_language}
    made.filters |= {
        "date": cached_macro(made, "date.jinja", "date"),
        "thousands": "{:,}".format,
        "truncatewords": truncatewords,
        "verdict_label": verdict_label,
        "verdict_sign": cached_macro(made, "seal.jinja", "verdict_sign"),
        "written_date": written_date,
    }
    return made


def cached_macro(
    environment: Environment, template: str, name: str
) -> Callable[[str, str | None], SafeString]:
    """A macro of one value as a filter that remembers its results, in each language.

    Callers name the active language: to ask for it takes longer than all the rest of a line.
    """

    @lru_cache(maxsize=8192)
    def render(value: str, language: str | None) -> SafeString:
        return SafeString(getattr(environment.get_template(template).module, name)(value))

    return render

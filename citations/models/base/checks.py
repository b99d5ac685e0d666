"""System checks: what would go wrong silently."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import connections


@register(Tags.database)
def triggers_are_installed(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **_: Any
) -> list[CheckMessage]:
    """Without its triggers the change log stays empty and the index never learns of a change."""
    from citations.models.base import triggers

    return [
        # No error: migrate itself runs this check, and is the way to put them back.
        Warning(
            f"The change log's triggers are missing: {', '.join(sorted(lost))}.",
            hint="Run manage.py migrate.",
            id="citations.W002",
        )
        for alias in databases or ()
        if triggers.tables_are_there(connections[alias])
        and (lost := triggers.missing(connections[alias]))
    ]


@register(Tags.staticfiles)
def fonts_are_installed(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """The pages read on without their fonts, but not as they should look."""
    if settings.STATICFILES_DIRS:
        return []
    return [Warning("The fonts are not installed.", hint="Run make install.", id="citations.W001")]

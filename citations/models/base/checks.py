"""System checks for faults that would otherwise go unnoticed."""

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
    """Without its triggers the changelog stays empty, and the index misses every change."""
    from citations.models.base import triggers

    return [
        # Not an error: `migrate` runs this check too, and is the way to restore the triggers.
        Warning(
            f"These triggers of the changelog are missing: {', '.join(sorted(lost))}.",
            hint="Run manage.py migrate.",
            id="citations.W002",
        )
        for alias in databases or ()
        if triggers.tables_exist(connections[alias])
        and (lost := triggers.missing_triggers(connections[alias]))
    ]


@register(Tags.staticfiles)
def fonts_are_installed(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """Without the fonts the pages work, but look different."""
    if settings.STATICFILES_DIRS:
        return []
    return [Warning("The fonts are not installed.", hint="Run make install.", id="citations.W001")]

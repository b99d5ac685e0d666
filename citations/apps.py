"""The Django application: its translator, and what happens around migrations."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate


class CitationsConfig(AppConfig):
    name = "citations"
    verbose_name = "Citations"

    def ready(self) -> None:
        from django.utils.translation import gettext, ngettext

        from citations.models.base import checks  # noqa: F401  registers the system checks
        from citations.text.translation import install_translator

        install_translator(gettext, ngettext)

        pre_migrate.connect(drop_triggers, sender=self)
        post_migrate.connect(install_triggers, sender=self)


def drop_triggers(using: str, plan: Any = None, **_: Any) -> None:
    """SQLite would lose them silently while it rebuilds a table, PostgreSQL refuse to."""
    from citations.models.base import triggers

    if plan:
        triggers.drop(connections[using])


def install_triggers(using: str, plan: Any = None, **_: Any) -> None:
    from citations.models.base import triggers

    connection = connections[using]
    if triggers.tables_are_there(connection) and (plan or triggers.missing(connection)):
        triggers.install(connection)

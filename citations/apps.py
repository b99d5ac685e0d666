"""The Django application: its translations, and the triggers around migrations."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class CitationsConfig(AppConfig):
    name = "citations"
    verbose_name = _("Citations")

    def ready(self) -> None:
        from django.utils.translation import gettext, ngettext

        from citations.models.base import checks  # noqa: F401  registers the system checks
        from citations.models.labels import translate_labels
        from citations.text.translation import install_translator

        install_translator(gettext, ngettext)
        translate_labels(self.get_models())

        pre_migrate.connect(before_migrating, sender=self)
        post_migrate.connect(after_migrating, sender=self)


def before_migrating(using: str, plan: Any = None, **options: Any) -> None:
    """Drop the triggers: SQLite would silently lose them when a migration rebuilds a table."""
    from citations.models.base import triggers

    if plan:
        triggers.drop_triggers(connections[using])


def after_migrating(using: str, plan: Any = None, **options: Any) -> None:
    from citations.models.base import triggers

    connection = connections[using]
    if triggers.tables_exist(connection) and (plan or triggers.missing_triggers(connection)):
        triggers.install_triggers(connection)

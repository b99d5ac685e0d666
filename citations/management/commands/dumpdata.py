"""`manage.py dumpdata`: Django's own, without rows that mean nothing in another database."""

from typing import Any

from django.apps import apps
from django.core.management.commands import dumpdata
from simple_history.models import HistoricalChanges

from citations.exchange import fixtures
from citations.models import WantedSearch


class Command(dumpdata.Command):
    def handle(self, *app_labels: str, **options: Any) -> None:
        # What readers of this site search for is not part of the record.
        excluded = {fixtures.DERIVED_MODEL, WantedSearch._meta.label, *options["exclude"]}
        if options["use_natural_foreign_keys"] or options["use_natural_primary_keys"]:
            # History has ids, also of deleted rows, which have no natural key.
            historical = (m for m in apps.get_models() if issubclass(m, HistoricalChanges))
            excluded |= {model._meta.label for model in historical}
        super().handle(*app_labels, **options | {"exclude": excluded})

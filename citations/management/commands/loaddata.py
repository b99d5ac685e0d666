"""`manage.py loaddata`: Django's own, but it names the wrong record, and loads all or nothing."""

from typing import Any

from django.core import serializers
from django.core.management import CommandError
from django.core.management.commands import loaddata
from django.core.serializers.base import DeserializedObject
from django.db.models import Model

from citations.exchange import fixtures


class Command(loaddata.Command):
    def handle(self, *fixture_labels: str, **options: Any) -> None:
        serializers.register_serializer("json", fixtures.__name__)
        self.loaded: set[tuple[type[Model], Any]] = set()
        options["exclude"] = [*options["exclude"], fixtures.DERIVED_MODEL]
        try:
            super().handle(*fixture_labels, **options)
        except fixtures.FIXTURE_ERRORS as error:
            raise CommandError(f"{error}\nNothing was loaded.") from error

    def loaddata(self, fixture_labels: Any) -> None:
        super().loaddata(fixture_labels)
        fixtures.check_together(self.loaded)

    def load_label(self, fixture_label: str) -> None:
        super().load_label(fixture_label)
        place = f"Problem installing fixture '{fixture_label}': "
        for record in self.objs_with_deferred_fields:
            with fixtures.name_refused_record(record, place):
                fixtures.fill_references(record)

    def save_obj(self, obj: DeserializedObject) -> bool:
        with fixtures.name_refused_record(obj):
            fixtures.check_record(obj, self.loaded)
            if saved := bool(super().save_obj(obj)):
                self.loaded.add((type(obj.object), obj.object.pk))
        return saved

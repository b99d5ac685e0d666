"""The Django application: triggers around migrations, and the translator of the pure rooms."""

import pytest
from django.apps import apps
from django.db import connection
from django.utils import translation

from citations.apps import after_migrating, before_migrating
from citations.models import Change, Subject
from citations.models.base.triggers import drop_triggers, missing_triggers
from citations.text.translation import gettext


@pytest.mark.django_db
def test_triggers_are_dropped_for_a_migration_and_restored_after_it() -> None:
    before_migrating("default", plan=[])
    assert not missing_triggers(connection)
    before_migrating("default", plan=["a migration"])
    assert missing_triggers(connection)
    Change.objects.all().delete()
    after_migrating("default", plan=["a migration"])
    assert not missing_triggers(connection)
    assert Change.objects.get().subject == Subject.ALL


@pytest.mark.django_db
def test_lost_triggers_are_restored_without_a_migration() -> None:
    drop_triggers(connection)
    after_migrating("default", plan=[])
    assert not missing_triggers(connection)
    Change.objects.all().delete()
    after_migrating("default", plan=[])
    assert not Change.objects.exists()


def test_pure_rooms_use_djangos_translations(translations: None) -> None:
    assert str(apps.get_app_config("citations").verbose_name) == "Citations"
    with translation.override("de"):
        assert gettext("Yes") == translation.gettext("Yes") != "Yes"

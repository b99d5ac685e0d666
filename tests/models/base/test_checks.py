"""System checks: missing triggers and fonts."""

import pytest
from django.apps import apps
from django.core.checks import run_checks
from django.db import connection
from pytest_django import Settings

from citations.models.base.checks import fonts_are_installed, triggers_are_installed
from citations.models.base.triggers import drop_triggers, missing_triggers


@pytest.mark.django_db
def test_missing_triggers_are_named_with_what_to_do() -> None:
    assert triggers_are_installed(None, databases=["default"]) == []
    names = missing_triggers(connection)
    assert names == set()
    drop_triggers(connection)
    [warning] = triggers_are_installed(None, databases=["default"])
    assert "citations_trigger_quote_update" in warning.msg
    assert (warning.id, warning.hint) == ("citations.W002", "Run manage.py migrate.")


def test_without_a_database_the_triggers_are_not_looked_for() -> None:
    assert triggers_are_installed(None) == []


def test_missing_fonts_are_a_warning(settings: Settings) -> None:
    settings.STATICFILES_DIRS = []
    [warning] = fonts_are_installed(None)
    assert (warning.id, warning.hint) == ("citations.W001", "Run make install.")
    settings.STATICFILES_DIRS = ["fonts"]
    assert fonts_are_installed(None) == []


def test_the_checks_run_with_those_of_django() -> None:
    found = {each.id for each in run_checks(app_configs=apps.get_app_configs())}
    assert not {each for each in found if each and each.startswith("models.")}

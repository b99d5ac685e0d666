"""Fixtures: loaded, dumped, and loaded again."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.management import call_command

from citations.curation.verification import verify_appearances
from citations.models import Appearance, Occasion, Quote, QuoteRelation, Speaker, Topic
from tests.support.checkout import SEED
from tests.support.dumped import everything


def history() -> int:
    return sum(
        model._default_manager.count()
        for model in apps.get_app_config("citations").get_models()
        if model.__name__.startswith("Historical")
    )


def empty() -> None:
    """Delete all, each record before what it stands on."""
    Speaker.objects.update(merged_into=None)
    for model in (QuoteRelation, Appearance, Quote, Occasion, Topic, Speaker):
        model.objects.all().delete()


def test_loading_again_changes_nothing(db: None) -> None:
    call_command("loaddata", *SEED, verbosity=0)
    before, lines = everything(), history()
    call_command("loaddata", *SEED, verbosity=0)
    assert everything() == before
    assert history() == lines


def test_a_dump_loads_into_an_empty_database(seed: None, tmp_path: Path) -> None:
    Quote.objects.first().relations.create(kind="restates", other=Quote.objects.last())
    merged, kept = (Speaker.objects.create(slug=slug, name=slug) for slug in ("one", "other"))
    Speaker.objects.filter(pk=merged.pk).update(merged_into=kept)  # points forward
    dump = everything()
    (tmp_path / "dump.json").write_text(dump)
    empty()
    call_command("loaddata", tmp_path / "dump.json", verbosity=0)
    assert everything() == dump


@pytest.mark.parametrize("by_key", [True, False])
def test_a_dump_of_everything_loads_into_an_empty_database(
    seed: None, tmp_path: Path, by_key: bool
) -> None:
    verify_appearances(Appearance.objects.all())
    Quote.objects.first().save()
    Topic.objects.create(slug="gone", name="Gone").delete()  # its history stays
    Speaker.objects.create(slug="gone", name="Gone").names.create(name="Gone")
    Speaker.objects.get(slug="gone").delete()

    def dump() -> str:
        out = StringIO()
        keys = {"natural_foreign": by_key, "natural_primary": by_key}
        call_command("dumpdata", "citations", stdout=out, **keys)
        # Times are cut to milliseconds, and a time of no milliseconds is then written without.
        return out.getvalue().replace(".000Z", "Z")

    before = dump()
    (tmp_path / "dump.json").write_text(before)
    for model in apps.get_app_config("citations").get_models(include_auto_created=True):
        model._base_manager.all()._raw_delete("default")
    call_command("loaddata", tmp_path / "dump.json", verbosity=0)
    assert dump() == before
    assert ("citations.historicalspeakername" in before) is not by_key


def test_loading_again_brings_back_what_the_files_say(seed: None) -> None:
    Quote.objects.update(text="Something else")
    call_command("loaddata", *SEED, verbosity=0)
    assert not Quote.objects.filter(text="Something else").exists()


def test_loading_warns_of_nothing(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("loaddata", *SEED)  # a warning is an error here
    assert capsys.readouterr().out == "Installed 69 object(s) from 6 fixture(s)\n"


def test_fixtures_of_other_applications_load_as_ever(db: None, tmp_path: Path) -> None:
    nodes = [{"model": "auth.group", "pk": 77, "fields": {"name": "Readers", "permissions": []}}]
    (tmp_path / "groups.json").write_text(json.dumps(nodes))
    call_command("loaddata", tmp_path / "groups.json", verbosity=0)
    assert Group.objects.get(pk=77).name == "Readers"


def test_fixtures_of_other_applications_may_name_what_comes_later(db: None, tmp_path: Path) -> None:
    nodes = [
        {"model": "auth.user", "fields": {"username": "reader", "groups": [["Readers"]]}},
        {"model": "auth.group", "fields": {"name": "Readers", "permissions": []}},
    ]
    (tmp_path / "users.json").write_text(json.dumps(nodes))
    call_command("loaddata", tmp_path / "users.json", verbosity=0)
    assert Group.objects.get(name="Readers").user_set.get().username == "reader"

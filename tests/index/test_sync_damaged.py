"""An index that is missing, damaged, of another version or read-only."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings as site
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from citations.index import generations, sync
from citations.models import Quote
from citations.query.parser import parse_query
from citations.search.find import find_quotes
from citations.search.request import Search
from tests.support.asking_process import found

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("synced_index")]


def test_a_missing_index_is_built_automatically(settings: Settings) -> None:
    settings.INDEX_DIR = site.INDEX_DIR / "elsewhere"
    assert found("unacceptable") == {"unacceptable"}


def damage_only_the_link(folder: Path) -> None:
    (folder.parent / "current").unlink()


def damage_the_sync_position(folder: Path) -> None:
    (folder / "followed.json").write_text("{")


def damage_the_list_of_segments(folder: Path) -> None:
    (folder / "meta.json").write_text("not json")


def damage_by_removing_a_segment(folder: Path) -> None:
    for path in folder.glob("*.term"):
        path.unlink()


def damage_by_cutting_a_segment_short(folder: Path) -> None:
    for path in folder.glob("*.idx"):
        whole = path.read_bytes()
        path.unlink()  # a file of its own: the engine may still look at the old one
        path.write_bytes(whole[:20])


def damage_by_removing_the_positions(folder: Path) -> None:
    for path in folder.glob("*.pos"):
        path.unlink()


def damage_by_an_older_version(folder: Path) -> None:
    (folder.parent / "current").unlink()
    folder.rename(folder.parent / "v0-older")
    (folder.parent / "current").symlink_to("v0-older")


DAMAGES = [
    damage_only_the_link,
    damage_the_sync_position,
    damage_the_list_of_segments,
    damage_by_removing_a_segment,
    damage_by_cutting_a_segment_short,
    damage_by_removing_the_positions,
    damage_by_an_older_version,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_is_rebuilt(
    damage: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    folder = generations.current_generation().folder
    generations.close_generations()
    damage(folder)
    assert found('"peace treaty"') == {"Regrettably,", "Under curren"}
    assert "has to be rebuilt" in caplog.text
    assert sync.generation_to_search()[1]


def test_a_rebuild_leaves_nothing_behind_and_swaps_at_once() -> None:
    before = generations.current_generation().folder
    call_command("index", "--rebuild", verbosity=0)
    assert generations.current_generation().folder != before
    assert not before.exists()
    assert found("unacceptable") == {"unacceptable"}


def test_an_index_that_cannot_be_written_is_still_searched(
    monkeypatch: pytest.MonkeyPatch, client: Client
) -> None:
    def refused(*_: object) -> None:
        raise OSError("Read-only file system")

    monkeypatch.setattr(sync, "MAX_WAIT", 0)
    generation = generations.current_generation()
    engine = type("Engine", (), {"writer": refused, "reload": generation.engine.reload})
    engine.searcher = generation.engine.searcher  # type: ignore[attr-defined]
    monkeypatch.setattr(generation, "engine", engine)
    Quote.objects.filter(text="unacceptable").update(text="unseen")
    behind = find_quotes(Search(query=parse_query("unacceptable")))
    assert (behind.total, behind.catching_up) == (1, True)
    assert client.get("/readyz").json()["problems"] == ["the index is behind the database"]


def test_a_rebuild_that_fails_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    root = sync.rebuild_index().folder.parent
    (root / "v0-left-by-one-that-was-killed").mkdir()

    def fail(_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(sync, "index_documents", fail)
    with pytest.raises(OSError, match="No space"):
        sync.rebuild_index()
    assert [each.name for each in root.glob("v*")] == [generations.current_generation().folder.name]


def test_an_index_that_cannot_be_written_is_reported(
    client: Client, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    settings.INDEX_DIR = tmp_path / "file"
    for address in ("/quotes/", "/quotes.csv", "/quotes.atom", "/speakers/", "/"):
        response = client.get(address)
        assert response.status_code == 503
        assert "The search index is not ready" in response.content.decode()

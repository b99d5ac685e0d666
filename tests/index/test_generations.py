"""The sync position, damage, and the generation that is searched."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from pytest_django import Settings

from citations.index import generations
from citations.index.generations import (
    Generation,
    IndexBusyError,
    IndexDamagedError,
    SyncPosition,
    TooManyWordsError,
    current_generation,
    report_damage,
)
from citations.models.base.changes import ChangelogPosition


@dataclass
class Row:
    """Stands for a row of the change log."""

    pk: int
    is_final: bool = True

    @property
    def position(self) -> ChangelogPosition:
        return ChangelogPosition(1, self.pk, "now")


START = SyncPosition(ChangelogPosition(1, 3, "now"), frozenset({5}))


def test_changes_ahead_are_applied_already() -> None:
    rows = [Row(4), Row(5), Row(6)]
    assert [row.pk for row in START.unapplied(rows)] == [4, 6]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rows", "last", "ahead"),
    [
        ([], 3, set()),
        ([Row(4), Row(5)], 5, set()),
        ([Row(4), Row(5, is_final=False)], 4, {5}),
        ([Row(4, is_final=False), Row(5, is_final=False)], 3, {4, 5}),
    ],
)
def test_the_position_waits_for_rows_that_are_not_final(
    rows: list[Row], last: int, ahead: set[int]
) -> None:
    after = START.after_applying(rows)  # type: ignore[arg-type]
    assert (after.last_change.id, after.ahead) == (last, ahead)


@pytest.mark.parametrize("error", [OSError("x"), ValueError("x"), KeyError("x"), TypeError("x")])
def test_an_error_of_the_engine_is_damage(error: Exception) -> None:
    with pytest.raises(IndexDamagedError), report_damage():
        raise error


def test_a_panic_of_the_engine_is_damage_and_an_interruption_is_not() -> None:
    panic = type("PanicException", (BaseException,), {})
    with pytest.raises(IndexDamagedError), report_damage():
        raise panic("called unwrap on None")
    with pytest.raises(KeyboardInterrupt), report_damage():
        raise KeyboardInterrupt


def test_a_prefix_that_matches_too_many_words_is_no_damage() -> None:
    with pytest.raises(TooManyWordsError), report_damage():
        raise ValueError("Phrase exceeded max expansions 16384")


def test_without_a_link_there_is_no_index(settings: Settings, tmp_path: Path) -> None:
    settings.INDEX_DIR = tmp_path
    with pytest.raises(IndexDamagedError, match="no search index"):
        current_generation()
    (tmp_path / "current").symlink_to("v1-old")
    with pytest.raises(IndexDamagedError, match="different version: v1-old"):
        current_generation()


def test_only_one_process_writes(tmp_path: Path) -> None:
    (tmp_path / "v").mkdir()
    generation = Generation(tmp_path / "v", new=True)
    with generation.open_writer(), pytest.raises(IndexBusyError), generation.open_writer():
        pass


def test_a_position_is_saved_and_read_again(tmp_path: Path) -> None:
    generation = Generation(tmp_path, new=True)
    generation.save_sync_position(START)
    assert generation.sync_position() == START
    (tmp_path / "followed.json").write_text("{}")
    with pytest.raises(IndexDamagedError):
        generation.sync_position()


def test_a_new_generation_replaces_the_old_one_and_what_was_left_behind(
    settings: Settings, tmp_path: Path
) -> None:
    settings.INDEX_DIR = tmp_path
    (tmp_path / "v1-left").mkdir()
    for _ in range(2):
        with generations.build_generation(0) as build:
            assert build.commit_size == generations.MIN_COMMIT_SIZE
            build.generation.commit(build.writer, START)
        assert current_generation().sync_position() == START
        assert [path.name for path in tmp_path.glob("v*")] == [build.generation.folder.name]
    generations.discard_generation(current_generation())
    with pytest.raises(IndexDamagedError):
        current_generation()


def test_a_large_index_is_built_in_eight_commits(settings: Settings, tmp_path: Path) -> None:
    settings.INDEX_DIR = tmp_path
    with generations.build_generation(8_000_000) as build:
        assert build.commit_size == 1_000_001
        build.generation.commit(build.writer, START)


def test_a_build_that_fails_changes_nothing(settings: Settings, tmp_path: Path) -> None:
    settings.INDEX_DIR = tmp_path
    with pytest.raises(RuntimeError), generations.build_generation(0):
        raise RuntimeError
    assert list(tmp_path.glob("v*")) == []

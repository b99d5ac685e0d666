"""What the worker reports after it has brought the index up to date."""

from collections.abc import Callable

import pytest

from citations.index import sync, worker
from citations.index.generations import IndexBusyError, IndexDamagedError


def answering(answer: int | Exception) -> Callable[[], int]:
    def sync_index() -> int:
        if isinstance(answer, Exception):
            raise answer
        return answer

    return sync_index


@pytest.mark.parametrize(
    ("answer", "report"),
    [
        (0, "The index is up to date: 0 changes applied."),
        (1, "The index is up to date: 1 change applied."),
        (2, "The index is up to date: 2 changes applied."),
        (IndexBusyError("locked"), "Another process is bringing the index up to date."),
        (
            IndexDamagedError("There was no search index."),
            "There was no search index. The index was rebuilt: 0 quotes.",
        ),
    ],
)
def test_it_says_what_was_done(
    answer: int | Exception, report: str, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sync, "sync_index", answering(answer))
    monkeypatch.setattr(sync, "rebuild_index", lambda: None)
    assert worker.bring_up_to_date() == report


def test_a_rebuilt_index_is_reported_with_its_quotes(
    seed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sync, "rebuild_index", lambda: None)
    assert worker.rebuild_from_scratch() == "The index was rebuilt: 13 quotes."

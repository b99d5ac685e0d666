"""The configuration of gunicorn's workers."""

from threading import Thread

import pytest

from project import workers


def test_limits_leave_room_for_long_addresses_and_downloads() -> None:
    assert workers.limit_request_line == 8190
    assert workers.timeout >= 60


def test_a_worker_loads_the_default_style_without_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Thread] = []

    def start(thread: Thread) -> None:
        started.append(thread)

    monkeypatch.setattr(Thread, "start", start)
    workers.post_worker_init(object())
    [thread] = started
    assert thread.daemon
    thread.run()  # fails if the default style cannot be loaded

"""A connection is cut at its deadline, even if the other side still sends."""

import socket
import time

import pytest

from citations.fetching.timeouts import ConnectionDeadline


def test_a_connection_is_cut_at_its_deadline() -> None:
    ours, theirs = socket.socketpair()
    deadline = ConnectionDeadline(time.monotonic() + 0.1)
    deadline.watch(ours)

    def send_without_end() -> None:
        while True:
            theirs.sendall(b"x")
            ours.recv(1)

    with pytest.raises(BrokenPipeError):
        send_without_end()
    assert ours.recv(2) in {b"", b"x"}
    assert ours.recv(1) == b""  # nothing more comes, and nothing waits
    deadline.close()
    for each in (ours, theirs):
        each.close()


def test_a_deadline_in_the_past_cuts_at_once() -> None:
    ours, theirs = socket.socketpair()
    deadline = ConnectionDeadline(time.monotonic() - 1)
    deadline.watch(ours)
    assert ours.recv(1) == b""
    deadline.close()
    for each in (ours, theirs):
        each.close()


def test_a_connection_that_is_done_is_not_cut() -> None:
    ours, theirs = socket.socketpair()
    deadline = ConnectionDeadline(time.monotonic() + 60)
    deadline.watch(ours)
    ((timer, _),) = deadline.cuts
    deadline.close()
    assert not timer.is_alive()
    theirs.sendall(b"x")
    assert ours.recv(1) == b"x"
    for each in (ours, theirs):
        each.close()

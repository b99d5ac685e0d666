"""A connection is cut at its deadline, even if the other side still sends."""

import socket
import time

from citations.fetching.timeouts import ConnectionDeadline


def test_a_connection_is_cut_at_its_deadline() -> None:
    ours, theirs = socket.socketpair()
    deadline = ConnectionDeadline(time.monotonic() + 0.1)
    deadline.watch(ours)
    theirs.sendall(b"x")
    assert ours.recv(1) == b"x"
    start = time.monotonic()
    assert ours.recv(1) == b""  # nothing more comes, but nothing waits either
    assert time.monotonic() - start < 5
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
    deadline = ConnectionDeadline(time.monotonic() + 0.2)
    deadline.watch(ours)
    deadline.close()
    time.sleep(0.3)
    theirs.sendall(b"x")
    assert ours.recv(1) == b"x"
    for each in (ours, theirs):
        each.close()

"""Builds the index in a second process while this one loads data: there are at least two cores."""

import multiprocessing
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from threading import Event, Thread
from warnings import catch_warnings, simplefilter

from django.db import DatabaseError, connection, connections

from citations.index import sync
from citations.index.generations import IndexDamagedError

# Seconds between checks whether the index has to be built.
PAUSE_SECONDS = 1.0
END_MESSAGE = "all is written"


@contextmanager
def index_in_parallel(wanted: bool) -> Iterator[None]:
    """Inside, a second process builds the index if necessary, as rows are committed.

    Pass `wanted=False` when all rows are committed only at the end. On leaving, waits until the
    other process has seen every row. If this process fails or is killed, the other ends at once
    and leaves the index, which is derived data, to whoever syncs it next.
    """
    if not wanted or connection.in_atomic_block:  # nobody else would see what is written here
        yield
        return
    connections.close_all()  # two processes must not share a connection
    fork = multiprocessing.get_context("fork")
    receiver, sender = fork.Pipe(duplex=False)
    # A daemon, because otherwise this process would wait for it at exit.
    indexer = fork.Process(target=_run_indexer, args=(receiver, sender), daemon=True)
    with catch_warnings():
        # Python 3.12 and newer warn of threads, which the other process does not have. The search
        # engine's are idle here, and it makes its own.
        simplefilter("ignore", DeprecationWarning)
        indexer.start()
    receiver.close()
    try:
        yield
        with suppress(OSError):  # it may have been killed: then the index is built later
            sender.send(END_MESSAGE)
    finally:
        sender.close()
        indexer.join()


def _run_indexer(receiver: Connection, sender: Connection) -> None:
    """The second process, until the first one says that it is done, or has ended."""
    sender.close()  # otherwise the end of the first process would never be noticed
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process handles an interruption
    done = Event()
    Thread(target=_wait_for_end, args=(receiver, done), daemon=True).start()
    # Whatever goes wrong here goes wrong in the first process too, which reports it.
    with suppress(OSError, DatabaseError, IndexDamagedError):
        while not sync.build_if_needed(lambda: not done.is_set()):
            if done.wait(PAUSE_SECONDS):
                break
    connections.close_all()


def _wait_for_end(receiver: Connection, done: Event) -> None:
    try:
        receiver.recv()
    except (EOFError, OSError):
        os._exit(1)  # whatever it is doing: nothing counts before it is committed
    done.set()

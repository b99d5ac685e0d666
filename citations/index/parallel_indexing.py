"""The index is built by a second process while this one loads: there are two cores at least."""

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

# Seconds after which it is looked again whether the index has to be built.
PAUSE = 1.0
END = "all is written"


@contextmanager
def indexing_beside(wanted: bool) -> Iterator[None]:
    """Inside, a second process builds the index where it has to be built, as rows are committed.

    It is not `wanted` when they are committed at the end alone.

    At the end it is waited for until it has seen all. When this process fails or is killed, the
    other one ends at once, and leaves what is derived data to whoever follows the log next.
    """
    if not wanted or connection.in_atomic_block:  # nobody else would see what is written here
        yield
        return
    connections.close_all()  # no two processes share one
    fork = multiprocessing.get_context("fork")
    there, here = fork.Pipe(duplex=False)
    # A daemon, because at exit this process would wait for another one.
    other = fork.Process(target=_index, args=(there, here), daemon=True)
    with catch_warnings():
        # Python 3.12 and newer warn of threads, which the other process does not have. The search
        # engine's are idle here, and it makes its own.
        simplefilter("ignore", DeprecationWarning)
        other.start()
    there.close()
    try:
        yield
        with suppress(OSError):  # it may have been killed: then the index is built after all
            here.send(END)
    finally:
        here.close()
        other.join()


def _index(there: Connection, here: Connection) -> None:
    """The second process, until the first one has said that it is done, or is no more."""
    here.close()  # or the end of the first one would never be seen
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first one says what an interruption means
    ended = Event()
    Thread(target=_listen, args=(there, ended), daemon=True).start()
    # Whatever it is, the first one meets it too, and says so.
    with suppress(OSError, DatabaseError, IndexDamagedError):
        while not sync.build_where_needed(lambda: not ended.is_set()):
            if ended.wait(PAUSE):
                break
    connections.close_all()


def _listen(there: Connection, ended: Event) -> None:
    try:
        there.recv()
    except (EOFError, OSError):
        os._exit(1)  # whatever it is at: nothing of it counts before it is committed
    ended.set()

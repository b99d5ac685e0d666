"""Connections that are cut when their time is over."""

import time
from contextlib import suppress
from socket import SHUT_RDWR, socket
from threading import Timer

from urllib3.connection import HTTPConnection, HTTPSConnection


class Deadline:
    """Cuts connections at a moment, however slowly the other side goes on."""

    def __init__(self, ends: float) -> None:
        self.ends = ends
        self.cuts: list[tuple[Timer, socket]] = []

    def holds(self, connection: socket) -> None:
        twin = connection.dup()  # for the connection itself is handed on to TLS
        timer = Timer(max(0.0, self.ends - time.monotonic()), _cut, [twin])
        timer.daemon = True
        timer.start()
        self.cuts.append((timer, twin))

    def close(self) -> None:
        for timer, twin in self.cuts:
            timer.cancel()
            timer.join()
            twin.close()


def _cut(connection: socket) -> None:
    with suppress(OSError):
        connection.shutdown(SHUT_RDWR)


class Timed(HTTPConnection):
    """A connection that its deadline holds from the first moment, TLS's included."""

    deadline: Deadline

    def _new_conn(self) -> socket:
        made = super()._new_conn()
        self.deadline.holds(made)
        return made


class TimedTLS(Timed, HTTPSConnection):
    """The same with TLS."""

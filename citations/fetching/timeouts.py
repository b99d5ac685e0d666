"""HTTP connections that are cut at a deadline."""

import time
from contextlib import suppress
from socket import SHUT_RDWR, socket
from threading import Timer

from urllib3.connection import HTTPConnection, HTTPSConnection


class ConnectionDeadline:
    """Cuts its connections at `ends` (monotonic seconds), even if the server still sends."""

    def __init__(self, ends: float) -> None:
        self.ends = ends
        self.cuts: list[tuple[Timer, socket]] = []

    def watch(self, connection: socket) -> None:
        twin = connection.dup()  # because TLS takes over the original
        timer = Timer(max(0.0, self.ends - time.monotonic()), _cut_connection, [twin])
        timer.daemon = True
        timer.start()
        self.cuts.append((timer, twin))

    def close(self) -> None:
        for timer, twin in self.cuts:
            timer.cancel()
            timer.join()
            twin.close()


def _cut_connection(connection: socket) -> None:
    with suppress(OSError):
        connection.shutdown(SHUT_RDWR)


class TimedHTTPConnection(HTTPConnection):
    """A connection that its deadline watches from the start, during the TLS handshake too."""

    deadline: ConnectionDeadline

    def _new_conn(self) -> socket:
        connection = super()._new_conn()
        self.deadline.watch(connection)
        return connection


class TimedHTTPSConnection(TimedHTTPConnection, HTTPSConnection):
    """A `TimedHTTPConnection` with TLS."""

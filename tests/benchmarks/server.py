"""A site of its own to measure: its folder, its commands, its web server."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
WORKERS = 2
LOOKED_AT = 0.1  # seconds from one look at a command's memory to the next
PATIENCE = 60  # seconds until the server must have answered


class BenchError(Exception):
    """The measurement cannot go on, or would not be one."""


@dataclass(frozen=True)
class Usage:
    """What a command took; its memory and that of its children without mapped files, at most."""

    seconds: float
    peak_mb: float


@dataclass(frozen=True)
class Answer:
    """What the server said, and the milliseconds until all of it was there."""

    status: int
    timing: str
    length: int
    milliseconds: float


@dataclass(frozen=True)
class Site:
    """A site whose data lies in a folder of its own; its database there or where the URL says."""

    folder: Path
    database_url: str = ""

    @property
    def index(self) -> Path:
        return self.folder / "index" / "current"

    @property
    def environment(self) -> Mapping[str, str]:
        url = self.database_url or f"sqlite:///{self.folder / 'citations.sqlite3'}"
        own = {"DATA_DIR": str(self.folder), "DATABASE_URL": url, "SERVER_TIMING": "1"}
        unset = {"INDEX_DIR", "SECURE", "ALLOWED_HOSTS", "DEBUG"}
        return {k: v for k, v in os.environ.items() if k not in unset} | own

    def manage(self, *arguments: str) -> Usage:
        """Run a command of manage.py; raises `BenchError` when it fails."""
        command = [sys.executable, "manage.py", *arguments]
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, env=self.environment)
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, sum(map(own_memory, [process.pid, *children_of(process.pid)])))
            time.sleep(LOOKED_AT)
        if process.returncode:
            raise BenchError(f"manage.py {' '.join(arguments)} failed.")
        return Usage(time.perf_counter() - began, peak)

    def told(self, name: str) -> str:
        """The answer of a function of the module `inside`."""
        code = f"from tests.benchmarks.inside import {name}; print({name}())"
        command = [sys.executable, "manage.py", "shell", "--verbosity", "0", "--command", code]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment, stdout=subprocess.PIPE, text=True, check=True
        )
        return done.stdout.strip()

    def index_bytes(self) -> int:
        return sum(path.stat().st_size for path in self.index.resolve().iterdir())


@dataclass(frozen=True)
class Server:
    """A running server, asked one thing after another."""

    port: int
    process: int
    session: str  # a curator's

    def ask(self, path: str, *, as_curator: bool = False) -> Answer:
        headers = {"Cookie": f"sessionid={self.session}"} if as_curator else {}
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        began = time.perf_counter()
        try:
            connection.request("GET", path, headers=headers)
            response = connection.getresponse()
            length = 0
            while piece := response.read(65_536):
                length += len(piece)
            took = (time.perf_counter() - began) * 1000
            return Answer(response.status, response.getheader("Server-Timing", ""), length, took)
        finally:
            connection.close()

    def memory(self, *, peak: bool = False) -> float:
        """Megabytes of the larger worker: now, or at most since the peaks were forgotten."""
        line = "VmHWM:" if peak else "VmRSS:"
        told = ((worker / "status").read_text() for worker in self._workers())
        return max(int(status.partition(line)[2].split()[0]) for status in told) / 1024

    def forget_peaks(self) -> None:
        for worker in self._workers():
            (worker / "clear_refs").write_text("5")  # proc(5): the peak is what it is now

    def _workers(self) -> list[Path]:
        return [Path("/proc", str(worker)) for worker in children_of(self.process)]


def children_of(process: int) -> list[int]:
    try:
        return list(map(int, Path(f"/proc/{process}/task/{process}/children").read_text().split()))
    except OSError:  # it has just ended
        return []


def own_memory(process: int) -> float:
    """Megabytes that belong to a process alone (proc(5): RssAnon); 0 when it has ended."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    return int(f"{status.partition('RssAnon:')[2]} 0".split()[0]) / 1024


@contextmanager
def serving(site: Site) -> Iterator[Server]:
    """The site behind gunicorn on a free port of this machine, until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "project.wsgi",
        "--bind",
        f"127.0.0.1:{port}",
        "--config",
        "project/workers.py",
    ]
    command += ["--workers", str(WORKERS), "--log-level", "warning"]
    session = site.told("curator_session")
    process = subprocess.Popen(command, cwd=ROOT, env=site.environment)
    try:
        server = Server(port, process.pid, session)
        _await(server, process)
        yield server
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _await(server: Server, process: subprocess.Popen[bytes]) -> None:
    """Return when the site says that it is ready; raises `BenchError` when it does not."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError):  # it does not listen yet
            if server.ask("/readyz").status == 200:
                return
        time.sleep(0.2)
    raise BenchError("The server does not become ready.")

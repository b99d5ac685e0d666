"""Make a corpus, load it into a site of its own, and time the pages of that site.

    .venv/bin/python -m tests.benchmarks.run --size 1000000

The database is SQLite in .cache/bench, or the empty one that DATABASE_URL names.
"""

import argparse
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from tests.benchmarks.corpus import Corpus
from tests.benchmarks.drawn import Drawn
from tests.benchmarks.engine import Engine
from tests.benchmarks.report import Line, Sample, figures, read, sample, table
from tests.benchmarks.scenarios import SCENARIOS, Request, Scenario
from tests.benchmarks.server import ROOT, BenchError, Server, Site, serving

FOLDER = ROOT / ".cache" / "bench"
MADE = "made.jsonl"  # in the site's folder once it is loaded: what that took
SEED = 1
OK = 200
MEGA = 1_000_000
SMALLEST = 1000


def corpus_file(size: int, keep: bool) -> Path:
    """The corpus as a file."""
    path = FOLDER / f"corpus-{size}.jsonl"
    if keep and path.exists():
        return path
    FOLDER.mkdir(parents=True, exist_ok=True)
    say("Making the corpus ...")
    beside = path.with_suffix(".new")
    with beside.open("wb") as written:
        command = [sys.executable, "-m", "tests.benchmarks.corpus", "--size", str(size)]
        subprocess.run(command, cwd=ROOT, stdout=written, check=True)
    return beside.replace(path)


def made(site: Site, size: int, keep: bool) -> list[Line]:
    """Load the corpus into the site: what that took, or with `keep` what it took the last time."""
    noted = site.folder / MADE
    if keep and noted.exists():
        return read([noted])
    corpus = corpus_file(size, keep)
    shutil.rmtree(site.folder, ignore_errors=True)
    site.folder.mkdir(parents=True)
    if site.told("has_tables") == "True":
        raise BenchError("DATABASE_URL names a database that is not empty: name an empty one.")
    site.manage("migrate", "--verbosity", "0")
    lines = list(filled(site, corpus, size))
    noted.write_text("".join(map(as_line, lines)))
    return lines


def filled(site: Site, corpus: Path, size: int) -> Iterator[Line]:
    say("Loading ...")
    load = site.manage("load", str(corpus))
    yield {
        "name": "load and index",
        "seconds": round(load.seconds, 1),
        "quotes_per_second": round(size / load.seconds),
        "peak_mb": round(load.peak_mb),
    }
    say("Building the index anew ...")
    index = site.manage("index", "--rebuild")
    yield {
        "name": "index",
        "seconds": round(index.seconds, 1),
        "peak_mb": round(index.peak_mb),
        "mb": round(site.index_bytes() / MEGA, 1),
    }
    yield {"name": "database", "mb": round(int(site.told("database_bytes")) / MEGA, 1)}


def timed(scenario: Scenario, request: Request, server: Server, engine: Engine) -> Sample:
    """One request, and the bare engine at the same search.

    Raises `BenchError` on any answer but 200, and where a search finds what it should not, or
    nothing: the figure would be of something else.
    """
    took, found = engine.ask(request.bare) if request.bare else (None, scenario.finds)
    if bool(found) != scenario.finds:
        raise BenchError(f"{request.path} finds {found} quotes.")
    answer = server.ask(request.path, as_curator=scenario.as_curator)
    if answer.status != OK:
        raise BenchError(f"{request.path} is answered {answer.status}.")
    timing = "" if scenario.streamed else answer.timing  # which ends before the body
    return sample(timing, answer.milliseconds, took)


def measured(scenario: Scenario, drawn: Drawn, server: Server, engine: Engine, most: int) -> Line:
    """The figures of one scenario, from at most so many requests."""
    warming, counting = scenario.asked(drawn, most)
    for request in warming:
        timed(scenario, request, server, engine)
    before = server.memory()
    server.forget_peaks()
    line = figures(scenario.name, [timed(scenario, each, server, engine) for each in counting])
    if scenario.streamed:
        line |= {"before_mb": round(before), "after_mb": round(server.memory(peak=True))}
    return line


def visited(site: Site, asked: argparse.Namespace, failures: list[str]) -> Iterator[Line]:
    """The figures of every scenario whose name holds `only`; of those that fail, the reason."""
    site.manage("collectstatic", "--no-input", "--verbosity", "0")
    drawn, engine = Drawn(Corpus(asked.size, SEED)), Engine(site.index)
    with serving(site) as server:
        for scenario in SCENARIOS:
            if asked.only not in scenario.name:
                continue
            try:
                yield measured(scenario, drawn, server, engine, asked.times)
            except (BenchError, OSError) as error:
                failures.append(f"{scenario.name}: {error}")


def machine() -> Line:
    models = re.findall(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text())
    return {"name": "machine", "cores": os.cpu_count(), "processor": models[0] if models else ""}


def as_line(line: Line) -> str:
    return json.dumps(line, ensure_ascii=False) + "\n"


def write(results: Path, lines: Iterable[Line]) -> None:
    """Write each line as soon as it is there."""
    with results.open("w") as written:
        for line in lines:
            written.write(as_line(line))
            written.flush()
            if "p50" in line:
                say(f"{line['name']:32} p50 {line['p50']:8.2f}  p95 {line['p95']:8.2f} ms")


def say(what: str) -> None:
    sys.stderr.write(f"{what}\n")


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1_000_000, help="how many quotes")
    parser.add_argument("--keep", action="store_true", help="do not make again what is there")
    parser.add_argument("--only", default="", help="scenarios whose name holds this")
    parser.add_argument("--times", type=int, default=100, help="how often a page is asked at most")
    parser.add_argument("--results", type=Path, help="the file for the results")
    asked = parser.parse_args()
    if asked.size < SMALLEST:
        parser.error(
            f"--size is {SMALLEST} or more: fewer quotes do not have the words to ask for."
        )
    if asked.times < 1:
        parser.error("--times is 1 or more.")
    return asked


def main() -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the server ends as well
    asked, url, failures = options(), os.environ.get("DATABASE_URL", ""), list[str]()
    database = "postgresql" if url.startswith("postgres") else "sqlite"
    site = Site(FOLDER / f"{database}-{asked.size}", url)
    part = "-part" if asked.only else ""
    results = asked.results or FOLDER / f"results-{database}-{asked.size}{part}.jsonl"
    about = {"database": database, "size": asked.size}
    try:
        built = made(site, asked.size, asked.keep)
        pages = visited(site, asked, failures)
        write(results, (line | about for line in chain([machine()], built, pages)))
    except BenchError as error:
        raise SystemExit(str(error)) from error
    sys.stdout.write(f"{table(read([results]))}\n\nResults: {results}\n")
    if failures:
        raise SystemExit("\n".join(["Failed:", *failures]))


if __name__ == "__main__":
    main()

"""Measures what the tests of a pure room notice: how many changed decisions make one of them fail.

    make mutants ROOM=comparison COUNT=200

The mutants are drawn from all modules of the room, always the same ones for the same code. Each is
tested in a process of its own, with the tests at its module's path first, until one test fails. An
import that fails, too much time and too much memory count as caught.
"""

import argparse
import os
import resource
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from io import StringIO
from itertools import groupby, islice
from pathlib import Path
from types import CodeType
from typing import Never

import pytest

from tests.mutation.mutants import Mutant, draw_mutants, mutated_tree

SEED = 20260801
PROCESSES = 2
# CPU seconds that one test may take, and bytes that all may. Together the tests may take twice the
# time of the unchanged room, and these seconds.
SECONDS = 5
MOST_MEMORY = 3 * 2**30
CAUGHT_BY_PYTEST = {pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.INTERRUPTED}


class BrokenRoomError(Exception):
    """The tests cannot judge mutants: they fail, or do not run, on the unchanged code."""


@dataclass(frozen=True)
class Room:
    """A folder with modules and the folder with their tests, below `root`.

    `seconds`: of CPU time, after which a test counts as one that does not end.
    """

    root: Path
    code: Path
    tests: Path
    seconds: int = SECONDS

    @property
    def modules(self) -> list[Path]:
        return sorted(self.code.rglob("*.py"))

    def name_of(self, module: Path) -> str:
        """The module's name as it is imported."""
        return ".".join(module.relative_to(self.root).with_suffix("").parts)

    def tests_of(self, module: Path) -> str:
        """How the paths of the tests of a module begin."""
        return str(self.tests / module.relative_to(self.code).parent / f"test_{module.stem}")


@dataclass
class Report:
    """The mutants that were tested, and those that no test noticed."""

    room: Room
    tested: Sequence[Mutant]
    survivors: list[Mutant] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """Yield the score of each module and of the room, then the survivors."""
        for path, group in groupby(self.tested, key=lambda mutant: mutant.path):
            yield _score(str(self._short(path)), list(group), self.survivors)
        yield _score("all", self.tested, self.survivors)
        for each in self.survivors:
            yield f"{self._short(each.path)}:{each.line}: {each.change}"

    def _short(self, path: Path) -> Path:
        return path.relative_to(self.room.root)


def _score(name: str, tested: Sequence[Mutant], survivors: Sequence[Mutant]) -> str:
    caught = sum(each not in survivors for each in tested)
    return f"{caught / len(tested):6.1%}  {caught:4} of {len(tested):4}  {name}"


def judge(room: Room, mutants: Sequence[Mutant]) -> Report:
    """Test each mutant. Raises BrokenRoomError."""
    _preload(room)
    limit = round(2 * _seconds_unchanged(room)) + room.seconds
    report = Report(room, mutants)
    waiting = iter(mutants)
    running = [_Child(room, mutant, limit) for mutant in islice(waiting, PROCESSES)]
    while running:
        time.sleep(0.01)
        for child in [child for child in running if child.has_ended()]:
            running.remove(child)
            running += [_Child(room, mutant, limit) for mutant in islice(waiting, 1)]
            if not child.has_caught():
                report.survivors.append(child.mutant)
    report.survivors.sort(key=mutants.index)
    return report


def _preload(room: Room) -> None:
    """Import once what the room and its tests import from elsewhere, for all processes."""
    sys.dont_write_bytecode = False  # nor shall they compile the tests again
    with redirect_stdout(StringIO()):
        _run_pytest(room, ["--collect-only"])
    folders = [room.root / each.relative_to(room.root).parts[0] for each in (room.code, room.tests)]
    for name, module in list(sys.modules.items()):
        path = Path(getattr(module, "__file__", None) or "/")
        is_own = any(map(path.is_relative_to, folders))
        if is_own and not path.is_relative_to(Path(__file__).parent):
            del sys.modules[name]  # each process imports these again


def _seconds_unchanged(room: Room) -> float:
    """CPU seconds that the tests take on the unchanged code."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    child = _Child(room, None, limit=3600)
    while not child.has_ended():
        time.sleep(0.01)
    if child.status != pytest.ExitCode.OK:
        raise BrokenRoomError(f"The tests in {room.tests} fail on the unchanged code.")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


class _Child:
    """A process that runs the tests of a room on a mutant, or on the code as it is."""

    def __init__(self, room: Room, mutant: Mutant | None, limit: int) -> None:
        """`limit`: in CPU seconds. A process that sleeps is killed after 20 times as long."""
        self.mutant = mutant
        self.end = time.monotonic() + 20 * limit
        self.status = 0
        self.number = os.fork()
        if self.number == 0:
            self._run(room, limit)

    def has_ended(self) -> bool:
        ended, status = os.waitpid(self.number, os.WNOHANG)
        if ended:
            self.status = os.waitstatus_to_exitcode(status)
        elif time.monotonic() > self.end:
            os.kill(self.number, signal.SIGKILL)
        return bool(ended)

    def has_caught(self) -> bool:
        """Whether a test failed, or the limits were reached (a signal: a negative status)."""
        if self.status >= 0 and self.status not in {pytest.ExitCode.OK, *CAUGHT_BY_PYTEST}:
            raise BrokenRoomError(f"pytest ended with {self.status} for {self.mutant}.")
        return self.status != pytest.ExitCode.OK

    def _run(self, room: Room, limit: int) -> Never:
        status = 70  # none of pytest's
        try:
            if self.mutant:
                _silence()
            _set_limits(limit)
            status = int(_run_tests(room, self.mutant))
        except MemoryError:
            status = int(pytest.ExitCode.TESTS_FAILED)
        finally:
            os._exit(status)


def _silence() -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nothing, stream)


def _set_limits(seconds: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _run_tests(room: Room, mutant: Mutant | None) -> int:
    plugins: list[object] = [_Clock(room.seconds)]
    if mutant:
        sys.meta_path.insert(0, _Finder(room.name_of(mutant.path), mutant))
        plugins.append(_Order(room.tests_of(mutant.path)))
    return _run_pytest(room, ["--exitfirst"], plugins)


def _run_pytest(room: Room, options: list[str], plugins: Sequence[object] = ()) -> int:
    os.environ["HYPOTHESIS_PROFILE"] = "mutants"
    usual = ["--disable-plugin-autoload", "--quiet", "-o", "cache_dir=.cache/mutants"]
    return pytest.main([*usual, *options, str(room.tests)], plugins)


class _Clock:
    """A pytest plugin: ends the process when a test takes too long."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds

    def pytest_runtest_setup(self) -> None:
        signal.setitimer(signal.ITIMER_PROF, self.seconds)


class _Order:
    """A pytest plugin: the tests of the changed module come first."""

    def __init__(self, beginning: str) -> None:
        self.beginning = beginning

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items.sort(key=lambda item: not str(item.path).startswith(self.beginning))


class _Finder(MetaPathFinder):
    """Imports one module as the mutant has it."""

    def __init__(self, name: str, mutant: Mutant) -> None:
        self.name = name
        self.mutant = mutant

    def find_spec(self, name: str, path: object, target: object = None) -> ModuleSpec | None:
        if name != self.name:
            return None
        return spec_from_file_location(
            name, self.mutant.path, loader=_Loader(name, str(self.mutant.path), self.mutant)
        )


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, mutant: Mutant) -> None:
        super().__init__(name, path)
        self.mutant = mutant

    def get_code(self, fullname: str) -> CodeType:
        return compile(mutated_tree(self.mutant), str(self.mutant.path), "exec")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("rooms", nargs="+", help="pure rooms, such as comparison or cite/formats")
    parser.add_argument("--count", type=int, default=200, help="how many mutants of each room")
    parser.add_argument("--seed", type=int, default=SEED, help="another seed draws others")
    parser.add_argument("--lists", action="store_true", help="only leave out entries of lists")
    parser.add_argument("--seconds", type=int, default=SECONDS, help="that one test may take")
    options = parser.parse_args()
    root = Path.cwd()
    sys.path.insert(0, str(root))
    for name in options.rooms:
        code, tests = root / "citations" / name, root / "tests" / name
        room = Room(root, code, tests, options.seconds)
        try:
            drawn = draw_mutants(room.modules, options.count, options.seed, options.lists)
            report = judge(room, drawn)
        except BrokenRoomError as problem:
            sys.exit(str(problem))
        sys.stdout.write("\n".join([*report.lines(), ""]))


if __name__ == "__main__":
    main()

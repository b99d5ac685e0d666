"""Citations by citeproc-js, unmodified, in a JavaScript engine inside this process."""

import atexit
import json
import os
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from py_mini_racer import JSEvalException, JSTimeoutException, MiniRacer, init_mini_racer

from citations.cite.csl import CslItem
from citations.cite.styles.catalogue import CitationStyle, locale_paths

CITEPROC_FOLDER = Path(__file__).parents[3] / "node_modules" / "citeproc"
DRIVER = Path(__file__).parent / "driver.js"
# An item's id, with what is said before it and where in it (CSL's citationItem).
CitationItem = dict[str, str]

# Styles kept ready at once; the least used makes room.
MAX_ENGINES = 12
# Those for lists among them, which take several times the memory.
MAX_LIST_ENGINES = 3
# Seconds a call may take.
TIMEOUT_SECONDS = 5.0
# Citations made by one call, so that a long list of heavy notes is not cut.
CITATION_BATCH = 100


class CannotCiteError(Exception):
    """The style could not be run: its file is broken, or it took too long."""


@dataclass(frozen=True, slots=True)
class CiteprocOutput:
    """The entries in the style's order, as HTML, and each of the cites as it reads in the text."""

    entries: list[str]
    citations: list[str]


@dataclass
class Citeproc:
    """One context of the engine, for one process; calls wait for each other."""

    lock: Lock = field(default_factory=Lock)
    engines: OrderedDict[str, bool] = field(default_factory=OrderedDict)
    locales: set[str] = field(default_factory=set)
    context: MiniRacer | None = None

    def listing(
        self,
        style: CitationStyle,
        locale: str,
        items: Sequence[CslItem],
        cites: Sequence[CitationItem],
    ) -> CiteprocOutput:
        """A list of sources, and citations that go with it. Raises `CannotCiteError`.

        What is unclear between them is made clear (2022a, 2022b), and numbers are those of the
        list. A style that lists none of them gives a note for each source.
        """
        with self.lock:
            is_sorted = len(items) > 1
            engine = self._engine(style, locale, is_sorted=is_sorted)
            entries = json.loads(self._call("list", engine, list(items)))
            citations: list[str] = []
            for start in range(0, len(cites), CITATION_BATCH):
                some = list(cites[start : start + CITATION_BATCH])
                citations += json.loads(self._call("citeListed", engine, some))
            self._keep(engine, is_sorted=is_sorted)
        return CiteprocOutput(entries, citations)

    def _engine(self, style: CitationStyle, locale: str, *, is_sorted: bool) -> str:
        """The name of the style's engine, which is started where it is not ready.

        It is kept only when it has done its work: what failed is begun anew.
        """
        name = f"{style.name} {locale} {is_sorted}"
        if self.engines.pop(name, None) is None:
            for tag in json.loads(self._call("localesFor", locale)):
                self._add_locale(tag)
            self._call("open", name, style.sorted if is_sorted else style.unsorted, locale)
        return name

    def _keep(self, name: str, *, is_sorted: bool) -> None:
        """Have it ready for the next time; the least used make room."""
        self.engines[name] = is_sorted
        for_lists = [each for each, sorts in self.engines.items() if sorts]
        for each in (*for_lists[:-MAX_LIST_ENGINES], *list(self.engines)[:-MAX_ENGINES]):
            if self.engines.pop(each, None) is not None:
                self._call("drop", each)
                self._started().low_memory_notification()  # else its memory is kept for long

    def _add_locale(self, tag: str) -> None:
        if tag not in self.locales and (path := locale_paths().get(tag)):
            self._call("addLocale", tag, path.read_text(encoding="utf-8"))
            self.locales.add(tag)

    def _call(self, name: str, *arguments: Any) -> Any:
        try:
            return self._started().call(name, *arguments, timeout_sec=TIMEOUT_SECONDS)
        except JSEvalException as error:
            raise CannotCiteError(str(error).splitlines()[0]) from error
        except JSTimeoutException as error:
            self._forget()
            raise CannotCiteError("It took too long.") from error

    def _started(self) -> MiniRacer:
        if not self.context:
            # With threads of its own V8 translates what runs often while it runs: lists of many
            # sources take half the time.
            init_mini_racer(flags=(), ignore_duplicate_init=True)
            context = MiniRacer()
            # Later, its thread would be waited for when no thread runs any more.
            atexit.register(context.close)
            context.eval("var module = {};")
            context.eval((CITEPROC_FOLDER / "citeproc_commonjs.js").read_text(encoding="utf-8"))
            context.eval(f"{DRIVER.read_text(encoding='utf-8')}\n0")
            self.context = context
        return self.context

    def _forget(self) -> None:
        """Begin anew with the next call: what failed may have left anything behind."""
        if self.context:
            atexit.unregister(self.context.close)
            self.context.close()
        self.context = None
        self.engines.clear()
        self.locales.clear()


def shared_citeproc() -> Citeproc:
    """This process's engine: made on first use, for one made before a fork hangs in the child."""
    return _citeproc_of_process(os.getpid())


@lru_cache(maxsize=1)
def _citeproc_of_process(process: int) -> Citeproc:
    return Citeproc()

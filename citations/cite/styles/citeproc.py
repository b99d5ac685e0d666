"""Renders citations with citeproc-js, unmodified, in a JavaScript engine inside this process."""

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

from py_mini_racer import (
    JSEvalException,
    JSOOMException,
    JSTimeoutException,
    MiniRacer,
    init_mini_racer,
)

from citations.cite.csl import CslItem
from citations.cite.styles.catalogue import CitationStyle, locale_paths

CITEPROC_FOLDER = Path(__file__).parents[3] / "node_modules" / "citeproc"
DRIVER = Path(__file__).parent / "driver.js"
# CSL's citationItem: an item's id, with a prefix and a locator.
CitationItem = dict[str, str]

# Styles kept ready; the least recently used is dropped.
MAX_ENGINES = 12
# How many of them may sort lists, which takes several times the memory.
MAX_LIST_ENGINES = 3
# For one call.
TIMEOUT_SECONDS = 5.0
# Citations per call, so that a long list of complicated notes does not time out.
CITATION_BATCH = 100


class CannotCiteError(Exception):
    """The style could not be run: its file is invalid, or it took too long."""


@dataclass(frozen=True, slots=True)
class CiteprocOutput:
    """HTML: the entries in the style's order, and a citation for each request."""

    entries: list[str]
    citations: list[str]


@dataclass
class Citeproc:
    """A JavaScript context for one process; calls from several threads wait in turn."""

    lock: Lock = field(default_factory=Lock)
    engines: OrderedDict[str, bool] = field(default_factory=OrderedDict)
    locales: set[str] = field(default_factory=set)
    context: MiniRacer | None = None

    def render(
        self,
        style: CitationStyle,
        locale: str,
        items: Sequence[CslItem],
        cites: Sequence[CitationItem],
    ) -> CiteprocOutput:
        """A reference list and the citations that refer to it. Raises `CannotCiteError`.

        The style disambiguates (2022a, 2022b) and numbers across the list. A style without a list
        gives a note for each source.
        """
        with self.lock:
            is_sorted = len(items) > 1
            engine = self._take_engine(style, locale, is_sorted=is_sorted)
            entries = json.loads(self._call("list", engine, list(items)))
            citations: list[str] = []
            for start in range(0, len(cites), CITATION_BATCH):
                some = list(cites[start : start + CITATION_BATCH])
                citations += json.loads(self._call("citeListed", engine, some))
            self._keep_engine(engine, is_sorted=is_sorted)
        return CiteprocOutput(entries, citations)

    def _take_engine(self, style: CitationStyle, locale: str, *, is_sorted: bool) -> str:
        """The name of the style's engine, started if necessary.

        It is taken out until `_keep_engine` puts it back, so that a failed one is not used again.
        """
        name = f"{style.name} {locale} {is_sorted}"
        if self.engines.pop(name, None) is None:
            for tag in json.loads(self._call("localesFor", locale)):
                self._add_locale(tag)
            self._call(
                "open", name, style.xml_for_lists if is_sorted else style.xml_for_one, locale
            )
        return name

    def _keep_engine(self, name: str, *, is_sorted: bool) -> None:
        """Keep the engine ready, and drop the least recently used ones."""
        self.engines[name] = is_sorted
        for_lists = [each for each, sorts in self.engines.items() if sorts]
        for each in (*for_lists[:-MAX_LIST_ENGINES], *list(self.engines)[:-MAX_ENGINES]):
            if self.engines.pop(each, None) is not None:
                self._call("drop", each)
                # Without this its memory would stay in use for long.
                self._running_context().low_memory_notification()

    def _add_locale(self, tag: str) -> None:
        if tag not in self.locales and (path := locale_paths().get(tag)):
            self._call("addLocale", tag, path.read_text(encoding="utf-8"))
            self.locales.add(tag)

    def _call(self, name: str, *arguments: Any) -> Any:
        try:
            return self._running_context().call(name, *arguments, timeout_sec=TIMEOUT_SECONDS)
        except (JSTimeoutException, JSOOMException) as error:  # kinds of JSEvalException, too
            self._discard_context()
            raise CannotCiteError("The style took too long or too much memory.") from error
        except JSEvalException as error:
            raise CannotCiteError(str(error).splitlines()[0]) from error

    def _running_context(self) -> MiniRacer:
        if not self.context:
            # Without flags V8 may use threads of its own to compile hot code, which halves the time
            # for long lists.
            init_mini_racer(flags=(), ignore_duplicate_init=True)
            context = MiniRacer()
            # Closed before the interpreter shuts down, which would wait for its thread for ever.
            atexit.register(context.close)
            context.eval("var module = {};")
            context.eval((CITEPROC_FOLDER / "citeproc_commonjs.js").read_text(encoding="utf-8"))
            context.eval(f"{DRIVER.read_text(encoding='utf-8')}\n0")
            self.context = context
        return self.context

    def _discard_context(self) -> None:
        """Start afresh with the next call, because a failure may leave any state behind."""
        if self.context:
            atexit.unregister(self.context.close)
            self.context.close()
        self.context = None
        self.engines.clear()
        self.locales.clear()


def shared_citeproc() -> Citeproc:
    """This process's engine, made on first use: one made before a fork hangs in the child."""
    return _citeproc_of_process(os.getpid())


@lru_cache(maxsize=1)
def _citeproc_of_process(process: int) -> Citeproc:
    return Citeproc()

"""CPU time of the text functions on 100,000 code points of hostile text, in milliseconds.

.venv/bin/python -m tests.benchmarks.hostile_text
"""

import time
from collections.abc import Callable

from citations.comparison.compare import compare
from citations.comparison.locate import locate, nearest_passage
from citations.query.parser import parse_query
from citations.text.folding import fold, fold_for_search

LENGTH = 100_000
UNITS = [
    "a",
    "a b ",
    "“",
    "e\u0301\u0323",
    "... ",
    "… a ",
    "[a",
    "[a] b ",
    "日本、",
    "\ufdfa",
    '"',
    "a OR ",
]
MEASURED: dict[str, Callable[[str], object]] = {
    "fold": fold,
    "fold_for_search": fold_for_search,
    "locate": lambda text: locate(text[:5000] + "#?!x", text, "aaa" * 1000, text, 7),
    "nearest_passage": lambda text: nearest_passage("abba gold is " * 300, text),
    "compare": lambda text: compare(text, text[: len(text) // 2] + " a"),
    "parse": parse_query,
}


def milliseconds(function: Callable[[str], object], text: str) -> float:
    began = time.process_time()
    function(text)
    return (time.process_time() - began) * 1000


for name, function in MEASURED.items():
    worst = max((milliseconds(function, (unit * LENGTH)[:LENGTH]), unit) for unit in UNITS)
    print(f"{name:16} {worst[0]:8.1f} ms at worst, on {worst[1]!r}")  # noqa: T201  its purpose

"""How long citing takes, and how much memory: `python -m tests.benchmarks.citing`.

A process of its own, as a worker is; every figure is of one call, in milliseconds or MB.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from citations.cite.cited_quote import CitedQuote
from citations.cite.clipboard import clipboard_texts
from citations.cite.csl import CslName, CslSource
from citations.cite.reference_list import make_reference_list
from citations.cite.styles.catalogue import COMMON_STYLES, load_style
from citations.cite.styles.citeproc import MAX_LIST_ENGINES

AUTHORS = 40
PAPERS = ("The Daily", "The Weekly", "An Agency", "A Broadcaster")


def drawn(number: int, chance: random.Random) -> Iterator[CitedQuote]:
    """Quotes, each of a source of its own: none to three authors, one of four papers, a day."""
    words = [f"word{n}" for n in range(200)]
    for at in range(number):
        names = chance.sample(range(AUTHORS), chance.choice((0, 1, 1, 1, 2, 3)))
        year, month, day = (chance.randint(*ends) for ends in ((2010, 2024), (1, 12), (1, 28)))
        source = CslSource(
            f"S{at}", "article-newspaper", " ".join(chance.choices(words, k=8)).capitalize(), "en",
            tuple(CslName(f"Given{n} Family{n}", f"Family{n}", f"Given{n}") for n in names),
            chance.choice(PAPERS), f"{year}-{month:02}-{day:02}", "", f"https://example.org/{at}",
        )  # fmt: skip
        yield CitedQuote(
            f"{at:08}", " ".join(chance.choices(words, k=20)), "en", CslName("A B", "B", "A"), "",
            str(year), True, False, "", f"https://example.org/quotes/{at:08}/", "2026-01-01",
            source, 3,
        )  # fmt: skip


def milliseconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return 1000 * (time.perf_counter() - start)


def memory() -> float:
    """Of this process, in MB."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024


def one_quote(name: str, quotes: list[CitedQuote]) -> tuple[float, float]:
    """The first quote in a style, and the median of the others."""
    chosen = load_style(name)
    tag = chosen.locale or "en-US"
    cold, *warm = [milliseconds(partial(clipboard_texts, quoted, chosen, tag)) for quoted in quotes]
    return cold, median(warm)


def one_list(name: str, quotes: list[CitedQuote]) -> list[float]:
    """A hundred sources, when the style is not ready for lists and when it is; then all."""
    chosen = load_style(name)
    tag = chosen.locale or "en-US"
    calls = [quotes[:100], quotes[100:200], quotes[200:300], quotes]
    cold, _, *warm = [
        milliseconds(partial(make_reference_list, some, chosen, tag)) for some in calls
    ]
    return [cold, *warm]


def main() -> None:
    quotes, line = list(drawn(500, random.Random(4))), "{:28} {:>8} {:>8} {:>8}\n"
    tell = sys.stdout.write
    started = milliseconds(lambda: clipboard_texts(quotes[0], load_style("apa"), "en-US"))
    tell(f"The engine, started, and its first style: {started:.0f} ms\n\n")
    tell(line.format("One quote, four copies", "cold ms", "warm ms", ""))
    for name in COMMON_STYLES:
        cold, warm = one_quote(name, quotes[1:22])
        tell(line.format(name, round(cold), round(warm, 1), ""))
    tell(f"Memory with these {len(COMMON_STYLES)} styles: {memory():.0f} MB\n\n")
    tell(line.format("Sources as one list, ms", "100 cold", "100 warm", "500 warm"))
    for name in COMMON_STYLES:
        tell(line.format(name, *map(round, one_list(name, quotes))))
    tell(f"Memory with these styles, and {MAX_LIST_ENGINES} ready for lists: {memory():.0f} MB\n")


if __name__ == "__main__":
    main()

"""Shows a load on a terminal: a progress bar for each file, with refused lines above it."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Never

from tqdm import tqdm

from citations.documents.json_lines import FileLine, check_readable, read_lines
from citations.exchange.loading.refusals import LineRefusal


class LoadProgress:
    """Reads files and shows the progress; `write` takes a line of text."""

    def __init__(self, write: Callable[[str], object]) -> None:
        self.write = write
        self.bar: tqdm[Never] | None = None

    def files(self, names: Sequence[str]) -> Iterator[Iterator[FileLine]]:
        """The lines of each file. Raises `OSError` before reading any if one is unreadable."""
        for name in names:
            check_readable(name)
        for name in names:
            size = Path(name).stat().st_size if name != "-" else None
            # None: no bar without a terminal.
            with tqdm(desc=name, total=size, unit="B", unit_scale=True, disable=None) as bar:
                self.bar = bar
                yield self._lines(name, bar)

    def _lines(self, name: str, bar: "tqdm[Never]") -> Iterator[FileLine]:
        for line, reached in read_lines(name):
            yield line
            bar.update(reached - bar.n)

    def report(self, refusal: LineRefusal) -> None:
        if self.bar is not None:
            self.bar.clear()
        self.write(str(refusal))

"""Counts verdicts, and prints them as tables."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from tests.evaluation.judging import Verdict

# The confidences that are counted together, each with the lowest of them.
_BINS = (
    (0.95, "0.95–1"),
    (0.85, "0.85–0.95"),
    (0.75, "0.75–0.85"),
    (0.6, "0.6–0.75"),
    (0, "0–0.6"),
)


@dataclass(frozen=True)
class Tally:
    """Numbers of verdicts; those that the gold data does not allow are counted apart."""

    right: int = 0
    wrong: int = 0
    open: int = 0
    unjudged: int = 0

    @classmethod
    def of(cls, verdict: Verdict) -> Self:
        return cls(**{verdict: 1})

    @property
    def judged(self) -> int:
        return self.right + self.wrong + self.open

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.right + other.right,
            self.wrong + other.wrong,
            self.open + other.open,
            self.unjudged + other.unjudged,
        )


def tallies(entries: Iterable[tuple[str, Tally]]) -> dict[str, Tally]:
    """The sum for each key, in the order of the keys."""
    sums: dict[str, Tally] = defaultdict(Tally)
    for key, tally in entries:
        sums[key] += tally
    return dict(sorted(sums.items()))


def verdict_table(title: str, sums: dict[str, Tally]) -> str:
    """A line for each key: how many were judged, and how many of them were what."""
    rows = [
        (
            key,
            tally.judged,
            tally.right,
            tally.wrong,
            tally.open,
            percent(tally.right, tally.judged),
        )
        for key, tally in sums.items()
    ]
    return table((title, "judged", "right", "wrong", "open", "right %"), rows)


def confidence_table(measured: Iterable[tuple[float, Tally]]) -> str:
    """Of the speakers with about the same confidence, how many are right?"""
    bins: dict[str, list[tuple[float, Tally]]] = {label: [] for _, label in _BINS}
    for confidence, tally in measured:
        if tally.judged:
            label = next(label for lowest, label in _BINS if confidence >= lowest)
            bins[label].append((confidence, tally))
    rows = []
    for label, entries in bins.items():
        right = sum(tally.right for _, tally in entries)
        mean = sum(confidence for confidence, _ in entries) / max(1, len(entries))
        rows.append((label, len(entries), f"{100 * mean:.1f}", right, percent(right, len(entries))))
    return table(("confidence", "speakers", "mean %", "right", "right %"), rows)


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "–"


def table(heading: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The first column to the left, numbers to the right."""
    lines = [heading, *(list(map(str, row)) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heading))]
    return (
        "\n".join(
            "  ".join([line[0].ljust(widths[0]), *map(str.rjust, line[1:], widths[1:])]).rstrip()
            for line in lines
        ).rstrip("\n")
        + "\n"
    )

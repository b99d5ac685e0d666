"""Counts how often each rule is right, and writes citations/extraction/calibration.toml.

.venv/bin/python -m tests.evaluation.fit_calibration GOLD.jsonl...

The files are as `tests/evaluation/gold.py` says. English texts count; only numbers are written. It
also prints how well confidences fit texts that were not counted (five parts, each measured with
the counts of the other four).
"""

import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import citations.extraction.calibration
from citations.extraction.calibration import Calibration, Observed, rule_key
from citations.extraction.quotations import find_with_doubtful_speakers
from tests.evaluation.finding import JudgedPair, find_in_files, judge_pairs
from tests.evaluation.tables import Tally, confidence_table

FILE = Path(citations.extraction.calibration.__file__).with_suffix(".toml")
PARTS = 5
HEADER = """\
# How often the speaker of a quotation was right: [right, all], by rule and by what showed whom the
# printed words mean (see calibration.py). Counted, not written by hand:
# .venv/bin/python -m tests.evaluation.fit_calibration GOLD.jsonl...
"""


def observe(pairs: Iterable[JudgedPair]) -> Calibration:
    observed: dict[tuple[str, str], Observed] = defaultdict(lambda: (0, 0))
    for pair in pairs:
        key = key_of(pair)
        right, number = observed[key]
        observed[key] = (right + (pair.verdict == "right"), number + 1)
    return Calibration(dict(observed))


def key_of(pair: JudgedPair) -> tuple[str, str]:
    return rule_key(pair.found.rule, pair.found.mode), pair.found.evidence


def is_counted(pair: JudgedPair) -> bool:
    """Whether the speaker is known, and found in English, where evidence is noted."""
    return pair.verdict != "unjudged" and bool(pair.found.evidence)


def write_toml(calibration: Calibration) -> str:
    lines = [HEADER]
    for rule in sorted({rule for rule, _ in calibration.observed}):
        lines.append(f"[{rule if ',' not in rule else repr(rule)}]")
        lines += [
            f"{evidence} = [{right}, {number}]"
            for (of, evidence), (right, number) in sorted(calibration.observed.items())
            if of == rule
        ]
        lines.append("")
    return "\n".join(lines)


def cross_validate(pairs: Iterable[JudgedPair]) -> list[tuple[float, Tally]]:
    """The confidence of each pair by the other parts, with what it turned out to be."""
    parts: dict[int, list[JudgedPair]] = defaultdict(list)
    numbers: dict[str, int] = {}
    for pair in pairs:
        number = numbers.setdefault(pair.text.id, len(numbers))
        parts[number % PARTS].append(pair)
    measured = []
    for number, part in parts.items():
        others = [pair for other in parts if other != number for pair in parts[other]]
        calibration = observe(others)
        measured += [
            (calibration.confidence(*key_of(pair)), Tally.of(pair.verdict)) for pair in part
        ]
    return measured


def fit_calibration(paths: Iterable[Path]) -> tuple[Calibration, str]:
    """The counts, and the table of how well they fit."""
    texts = find_in_files(paths, find_with_doubtful_speakers)
    pairs = list(filter(is_counted, judge_pairs(texts)))
    named = (pair for pair in pairs if pair.found.speaker)
    return observe(pairs), confidence_table(cross_validate(named))


if __name__ == "__main__":
    calibration, table = fit_calibration(map(Path, sys.argv[1:]))
    FILE.write_text(write_toml(calibration), "utf-8")
    sys.stdout.write(table)

"""Measures the finder on gold data.

.venv/bin/python -m tests.evaluation.run GOLD.jsonl [EVALUATE.py]

Prints what the data's own program says, if there is one (`evaluate.py` beside it, or the second
argument; it is called with `--persons`), and our tables. `tests/evaluation/gold.py` says what the
file holds.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from citations.extraction.quotation import Quotation
from tests.evaluation.finding import TextWithQuotations, find_in_files
from tests.evaluation.gold import GoldText, without_guesses
from tests.evaluation.matching import mode_of
from tests.evaluation.report import write_report


def evaluate(gold: Path, program: Path) -> str:
    """All that is measured. Raises `OSError` if the file cannot be read."""
    texts = list(find_in_files([gold]))
    parts = list(write_report(texts))
    if program.is_file():
        parts.insert(0, run_program(program, gold, texts))
    return "\n".join(parts)


def run_program(program: Path, gold: Path, texts: Sequence[TextWithQuotations]) -> str:
    """What the program prints of our quotations; a pronoun counts by whom people say it means."""
    with TemporaryDirectory() as folder:
        expected, found = Path(folder, "gold.jsonl"), Path(folder, "found.jsonl")
        lines = gold.read_text("utf-8").splitlines()
        entries = [json.loads(line) for line in lines if line.strip()]
        _write_lines(expected, [without_guesses(each) for each in entries])
        _write_lines(found, [prediction(*each) for each in texts])
        command = [sys.executable, str(program), str(expected), str(found), "--persons"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    return f"{program.name} --persons:\n{done.stdout}{done.stderr}"


def prediction(gold: GoldText, found: Sequence[Quotation]) -> dict[str, object]:
    """The quotations as the program reads them."""
    quotes = [
        {
            "start": segment.start,
            "end": segment.end,
            "type": mode_of(each),
            "speaker": each.speaker,
            "speaker_surface": each.attribution.text_in(gold.text) if each.attribution else "",
            "cue": each.cue.text_in(gold.text) if each.cue else "",
        }
        for each in found
        for segment in each.segments
    ]
    return {"id": gold.id, "quotes": quotes}


def _write_lines(path: Path, entries: Sequence[object]) -> None:
    path.write_text("".join(f"{json.dumps(each)}\n" for each in entries), "utf-8")


if __name__ == "__main__":
    file = Path(sys.argv[1])
    program = Path(sys.argv[2]) if len(sys.argv) > 2 else file.with_name("evaluate.py")
    sys.stdout.write(evaluate(file, program))

"""What a curator sees of every example of every language.

For each quotation, `shown/<language>.txt` has the rule, the words that name the speaker, the full
name, the verb and how sure the speaker is. After a change that means to alter them:

    python -m tests.extraction.multilingual.test_readers_shown
"""

import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from citations.extraction.quotations import find_quotations
from tests.extraction.multilingual.cased.test_alphabetic_reader import examples
from tests.support.checkout import ROOT

SHOWN = Path(__file__).with_name("shown")
CASELESS = {"ar": "arabic", "ja": "japanese", "ko": "korean", "zh": "chinese"}
KINDS = ("", "_several", "_partial", "_open")
HEAD = 24


def texts_of(language: str) -> list[str]:
    """The texts of the examples of a language, in order."""
    if language == "en":
        return english_texts()
    if language not in CASELESS:
        return [text for code, text, _ in examples() if code == language]
    name = CASELESS[language]
    start = f"tests.extraction.multilingual.caseless.{name}.test_{name}_reader"
    return [case.text for kind in KINDS for case in import_module(start + kind).CASES]


def english_texts() -> list[str]:
    """The golden texts, and single sentences: one on each line."""
    golden = (ROOT / "tests/golden/challenge.jsonl").read_text("utf-8").splitlines()
    sentences = (SHOWN / "en_sentences.txt").read_text("utf-8").splitlines()
    return [*(json.loads(line)["text"] for line in golden), *sentences]


def shown(text: str, language: str) -> Iterator[str]:
    """The beginning of the text, then a line for each quotation."""
    yield "# " + text[:HEAD].replace("\n", " ")
    for found in find_quotations(text, "", language):
        named = found.attribution.text_in(text) if found.attribution else ""
        verb = found.cue.text_in(text) if found.cue else ""
        line = f"{found.rule} | {named} | {found.speaker} | {verb} | {found.confidence:g}"
        yield line.replace("\n", " ")


LANGUAGES = sorted({code for code, _, _ in examples()} | {*CASELESS, "en"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rule_the_name_the_verb_and_the_confidence_are_shown(language: str) -> None:
    lines = [line for text in texts_of(language) for line in shown(text, language)]
    assert lines == (SHOWN / f"{language}.txt").read_text("utf-8").splitlines()


def write_all() -> None:
    SHOWN.mkdir(exist_ok=True)
    for language in LANGUAGES:
        lines = [line for text in texts_of(language) for line in shown(text, language)]
        (SHOWN / f"{language}.txt").write_text("\n".join([*lines, ""]), "utf-8")


if __name__ == "__main__":
    write_all()

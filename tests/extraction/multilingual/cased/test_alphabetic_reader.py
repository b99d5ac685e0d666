"""Examples of each language: who says what, and what is no quotation."""

from pathlib import Path

import pytest

from citations.extraction.quotations import find_quotations

EXAMPLES = Path(__file__).with_name("examples")


def examples() -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    """(language, text, [(first words, speaker, mode)]) of every block of the files."""
    found = []
    for path in sorted(EXAMPLES.glob("*.txt")):
        for block in path.read_text("utf-8").strip().split("\n\n"):
            text, *lines = block.split("\n")
            found.append(
                (path.stem, text.replace("\\n", "\n"), [_expected(each) for each in lines])
            )
    return found


def _expected(line: str) -> tuple[str, str, str]:
    words, speaker, *mode = (part.strip() for part in line.removeprefix(">").split("|"))
    return words, speaker, "partial" if mode else "direct"


@pytest.mark.parametrize(("language", "text", "expected"), examples())
def test_speakers_are_named_as_a_reader_of_the_language_would(
    language: str, text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = [
        (segment.text_in(text), each.speaker, each.mode)
        for each in find_quotations(text, "", language)
        for segment in each.segments
    ]
    assert len(found) == len(expected)
    for (words, *rest), (first_words, *others) in zip(found, expected, strict=True):
        assert words.startswith(first_words)
        assert rest == others

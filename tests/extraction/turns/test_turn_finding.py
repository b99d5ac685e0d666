"""Turns in texts of every kind, and texts that only look like transcripts."""

import re
from pathlib import Path

import pytest

from citations.extraction.turns.turn_finding import find_turns

EXAMPLES = [
    each.split("\n", 1)
    for each in re.split(
        r"^=== ", Path(__file__).with_name("turn_examples.txt").read_text(), flags=re.MULTILINE
    )
    if each
]


@pytest.mark.parametrize(("title", "example"), EXAMPLES, ids=[title for title, _ in EXAMPLES])
def test_each_turn_has_its_speaker_and_its_words(title: str, example: str) -> None:
    text, _, listed = re.split(r"^(---) *$", example, maxsplit=1, flags=re.MULTILINE)
    text = text.removesuffix("\n")
    shown = [
        f"{'= ' if at else ''}{turn.speaker} | {segment.text_in(text)}".strip().replace("\n", "⏎")
        for turn in find_turns(text)
        for at, segment in enumerate(turn.segments)
    ]
    assert shown == [line.strip() for line in listed.splitlines() if line.strip()]

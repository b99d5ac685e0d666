"""Transcripts: turns by label, and texts that only look like one."""

import pytest

from citations.extraction.transcripts import turns

TRANSCRIPT = "WATTS: I did not.\n\nMR. O’HARA-LEE:  You did!\n(Laughter)\nWATTS: No."


def test_each_line_has_its_speaker() -> None:
    found = [
        (turn.label.text_in(TRANSCRIPT), turn.words.text_in(TRANSCRIPT))
        for turn in turns(TRANSCRIPT)
    ]
    assert found == [("WATTS", "I did not."), ("MR. O’HARA-LEE", "You did!"), ("WATTS", "No.")]


@pytest.mark.parametrize(
    "text",
    [
        "WATTS: I did not.\nWATTS: No.",  # one speaker
        "WATTS: I did not.\nO'HARA: You did.\nIt rained.\nIt snowed.\nIt stopped.",  # mostly prose
        "UPDATE: It rained.\nNOTE: It snowed.",
        "WATTS: “I did not.”\nO'HARA: “You did.”",
        "Watts: I did not.\nO'Hara: You did.",
        "",
    ],
)
def test_these_are_no_transcripts(text: str) -> None:
    assert turns(text) == []

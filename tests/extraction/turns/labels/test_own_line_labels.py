"""Labels on a line of their own."""

import pytest

from citations.extraction.turns.labels.own_line_labels import own_line_labels
from citations.extraction.turns.transcript_lines import transcript_lines


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("0:01\nAda Quill\nNo.\n\n0:02\nJon Vane\nYes.", ["Ada Quill", "Jon Vane"]),
        ("Ada Quill 0:01\nNo.\n\nJon Vane 0:02\nYes.", ["Ada Quill", "Jon Vane"]),
        ("0:01 Ada Quill\nNo.\n\n0:02 Jon Vane\nYes.", ["Ada Quill", "Jon Vane"]),
        ("Mr Vane (Con)\n\nNo.\n\nMs Quill\n\nYes.", ["Mr Vane", "Ms Quill"]),
        ("      ADA\n  No.\n\n      JON\n  Yes.", ["ADA", "JON"]),
        ("INT. BAR\n\nADA\nNo.\n\nJON (V.O.)\nYes.", ["ADA", "JON"]),
        ("ADA\nNo.\n\nJON\nYes.\n\nADA\nNo.", ["ADA", "JON", "ADA"]),
        # Captions, and a list of members.
        ("0:01\nHello\nthere.\n\n0:02\nWelcome\nback.", []),
        ("Mr Vane\nMs Quill\nDr Nour", []),
        ("SUMMARY OF IT\nIt rained.\n\nOUTLOOK\nRain.", []),
        ("INT. BAR - NIGHT\nIt is dark.\n\nEXT. QUAY - DAY\nIt is wet.", []),
    ],
)
def test_names_above_words_are_labels(text: str, labels: list[str]) -> None:
    found = own_line_labels(text, transcript_lines(text))
    assert [each.span.text_in(text) for each in found] == labels


def test_the_time_is_a_landmark_of_the_turn() -> None:
    text = "0:01\nAda Quill\nNo.\n\n0:02\nJon Vane\nYes."
    found = own_line_labels(text, transcript_lines(text))
    assert [[mark.value for mark in each.landmarks] for each in found] == [["0:01"], ["0:02"]]

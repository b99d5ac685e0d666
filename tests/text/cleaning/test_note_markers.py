"""Note markers are no words; numbers that somebody put in are."""

import pytest

from citations.text.cleaning.clean_text import CleanText
from citations.text.cleaning.note_markers import note_marker_edits


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("concluded[^7]”.", "concluded”."),
        ("concluded [^note-a]”.", "concluded”."),
        ("\n[^7]: Tokyo, 2024.", "\n[^7]: Tokyo, 2024."),
        ("text\n[^7] at its line", "text\n[^7] at its line"),
        ("islanders² who", "islanders who"),
        ("in shock³,” said", "in shock,” said"),
        ("negotiations”.⁴ The hall", "negotiations”. The hall"),
        ("the end.¹²,¹³ More", "the end. More"),
        ("40 km² of land", "40 km² of land"),
        ("12 m² or x²", "12 m² or x²"),
        ("²H is", "²H is"),
        ("their ways of thinking”[31] and", "their ways of thinking” and"),
        ("of thinking [31]”.", "of thinking”."),
        ("of thinking[3, 4] and", "of thinking and"),
        ("of thinking[3–5], and", "of thinking, and"),
        ("beginning [75] years", "beginning [75] years"),  # put in, not a marker
        ("beginning [1975]", "beginning [1975]"),
        ("[3] begins", "[3] begins"),
        ("with Japan (Brandt 2023)”.", "with Japan”."),
        ("square one” (Okabe 2023, 12).", "square one”."),
        ("square one” (see Okabe and Li, 2023: 12–14).", "square one”."),
        ("square one” (Okabe et al. 1999a).", "square one”."),
        ("the treaty (Brandt 2023) was", "the treaty (Brandt 2023) was"),  # the writer's own words
        ("the treaty (in 2023)”", "the treaty (in 2023)”"),
    ],
)
def test_note_markers(text: str, read: str) -> None:
    assert CleanText.unchanged(text).with_edits(note_marker_edits(text)).text == read

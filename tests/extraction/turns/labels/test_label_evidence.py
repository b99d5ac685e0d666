"""Labels are believed if they come again and most of the text belongs to them."""

import pytest

from citations.extraction.turns.turn_finding import find_turns


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("WATTS: I did not.\n\nMR. O’HARA-LEE:  You did!\n(Laughter)\nWATTS: No.", 3),
        ("Watts: I did not.\nO'Hara: You did.\nWatts: No, you.", 3),
        # Names that nothing introduces, once each, and nobody speaks.
        ("Watts: a painter.\nHara: a town.", 0),
        ("Watts: I did not.", 0),
        ("UPDATE: It rained.\nNOTE: It snowed.", 0),
        ("WATTS: “I did not.”\nO'HARA: “You did.”", 0),
        # A field above the words.
        ("Topic: It rained.\nWatts: I did.\nLee: You?\nWatts: I.\nLee: Yes.", 4),
        # Somebody is addressed in the middle of a speech.
        ("Mr. Watts: It is, so\nMr. Speaker. Sir, it is.\nMs. Lee: You?\nMr. Watts: I.", 3),
        # Q without A.
        ("Q: Why?\n\nQ: When?", 0),
        # A dialogue in the middle of an article is not enough.
        ("WATTS: I did.\nLEE: You?\n" + "It rained all day.\n" * 6, 0),
        # Titles are sure, so that a turn may have several paragraphs.
        ("Mr Watts: I did.\n\nIt was late.\n\nMs Lee: You?\n\nIt was not.\n\nIt was.", 5),
    ],
)
def test_how_many_segments_are_turns(text: str, count: int) -> None:
    assert sum(len(each.segments) for each in find_turns(text)) == count

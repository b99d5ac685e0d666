"""Texts that are one person's words, and those that are not."""

import pytest

from citations.extraction.turns.turn_finding import find_turns

WORDS = "I was asked to be brief. I shall try.\n\nOur harbour is shallow, and so are my notes."


@pytest.mark.parametrize(
    ("head", "speaker"),
    [
        ("Speech at the quay\n\nby Dame Rosamund Tey", "Rosamund Tey"),
        ("The quay\n\nRemarks by Rosamund Tey, Minister for Ports", "Rosamund Tey"),
        ("Address delivered by Dr. Rosamund Tey at the opening", "Rosamund Tey"),
        ("Statement on the quay\nDelivered by: The Rt Hon Rosamund Tey", "Rosamund Tey"),
        ("My harbour\nBy ROSAMUND TEY", "Rosamund Tey"),
        ("Sermon at the quay\nRev. Rosamund Tey", "Rosamund Tey"),
        ("My harbour\nPosted by Rosamund Tey | 4 May 2019", "Rosamund Tey"),
    ],
)
def test_the_byline_names_the_speaker(head: str, speaker: str) -> None:
    text = f"{head}\n\n{WORDS}"
    [turn] = find_turns(text)
    assert (turn.speaker, turn.kind) == (speaker, "byline")
    assert [each.text_in(text) for each in turn.segments] == WORDS.split("\n\n")


@pytest.mark.parametrize(
    ("farewell", "speaker"),
    [
        ("Yours sincerely,\n\nRosamund Tey", "Rosamund Tey"),
        ("Your loving sister\nRosamund", "Rosamund"),
        ("With best wishes,\nDame Rosamund Tey\nHarbour House", "Rosamund Tey"),
        ("Rosamund Tey, Sundhaven", "Rosamund Tey"),
        ("ROSAMUND TEY\nSundhaven", "Rosamund Tey"),
    ],
)
def test_a_letter_is_its_writers(farewell: str, speaker: str) -> None:
    text = f"Dear Mr. Okoro,\n\n{WORDS}\n\n{farewell}"
    [turn] = find_turns(text)
    assert (turn.speaker, turn.kind) == (speaker, "signature")
    assert [each.text_in(text) for each in turn.segments] == WORDS.split("\n\n")


@pytest.mark.parametrize(
    "text",
    [
        # Whose words they are, nothing says.
        WORDS,
        # A reporter's article, and one with somebody else's words.
        "Minister's speech angers pilots\nBy Jon Vane\n\nThe minister spoke.\n\nPilots left.",
        "My day\nBy Jon Vane\n\nI met her. “I am tired,” she said.\n\nI left.",
        # Two authors.
        f"Speech at the quay\nby Jon Vane and Rosamund Tey\n\n{WORDS}",
        # A signature without a letter.
        f"{WORDS}\n\nRosamund Tey, Sundhaven",
    ],
)
def test_these_are_nobodys_own_words(text: str) -> None:
    assert find_turns(text) == []

"""Each label gets the fullest name of the person it means, or none."""

import pytest

from citations.extraction.turns.turn_finding import find_turns


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Mr Hugh Lorne: I do.\n\nMr Lorne: I did.", ["Hugh Lorne", "Hugh Lorne"]),
        ("Mr Lorne: I do.\n\nMr Hugh Lorne: I did.", ["Hugh Lorne", "Hugh Lorne"]),
        # Another form of address is another person.
        ("Mr Hugh Lorne: I do.\n\nMrs Lorne: I did.", ["Hugh Lorne", "Lorne"]),
        # Two of that name.
        (
            "Mr Hugh Lorne: I do.\n\nMr Ivo Lorne: I did.\n\nMr Lorne: Who?",
            ["Hugh Lorne", "Ivo Lorne", "Lorne"],
        ),
        # Somebody who is named only later is not meant.
        ("MR. LORNE: I do.\n\nMS. PELL: Do you know Ada Lorne?", ["Lorne", "Pell"]),
        # A capital may only begin the sentence.
        ("MS. PELL: I see. Perhaps Lorne knows.\n\nMR. LORNE: I do.", ["Pell", "Lorne"]),
        (
            "ADA LORNE, HOST: I do.\n\nIVO LORNE, GUEST: I do.\n\nA. LORNE: You?\n\nLORNE: Us.",
            ["Ada Lorne", "Ivo Lorne", "Ada Lorne", "Lorne"],
        ),
        ("MAYOR ODUYA: I do.\n\nHOST: You do?\n\nODUYA: We do.", ["Oduya", "HOST", "Oduya"]),
        # Letters of people whom nothing names.
        ("I: Did you?\nR: I did.\nI: Oh.", ["", "", ""]),
        (
            "Ada van Lorne and Ivo Pell talk.\n\nAvL: Do you?\n\nIP: I do.",
            ["Ada van Lorne", "Ivo Pell"],
        ),
        # Initials of nobody.
        ("XY: Do you?\n\nZW: I do.\n\nXY: Oh.", ["XY", "ZW", "XY"]),
        (">> WATTS: I do.\n\n>> You do?", ["WATTS", ""]),
    ],
)
def test_speakers(text: str, speakers: list[str]) -> None:
    assert [each.speaker for each in find_turns(text)] == speakers


def test_an_unsure_speaker_has_less_confidence() -> None:
    text = "We met Ida Kern.\n\nQ: Why?\n\nA: Why not?"
    question, answer = find_turns(text)
    assert question.confidence < answer.confidence < 0.9
    assert answer.named_at
    assert answer.named_at.text_in(text) == "Ida Kern"

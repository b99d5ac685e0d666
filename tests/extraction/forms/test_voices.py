"""Nouns that say afterwards whose words they were."""

import pytest

from citations.extraction.quotations import find_quotations


def last_speaker(text: str) -> tuple[str, str]:
    """The name in the last quotation’s attribution, and the rule."""
    found = find_quotations(text, language="en")[-1]
    return found.speaker, found.rule


@pytest.mark.parametrize(
    "text",
    [
        "“Stop!”\n\nThe voice belonged to Ana Duarte, the guard, and the tram stopped.",
        "“It came in by the door.” That’s Ana Duarte, who runs a café, speaking to us by phone.",
        "“Stop the tram!” The voice was that of conductor Ana Duarte.",
        "“Let her finish!” was the advice of Ana Duarte, who had said nothing.",
        "“Never lend a ladder” was the verdict of her neighbour, Ana Duarte.",
        "“A good fence is a short talk”: the words are those of Ana Duarte.",
        "“Who is that?” The question came from Ana Duarte.",
        "“All aboard,” came the cry from guard Ana Duarte.",
        "“Of course not.” This from Ana Duarte, who once ate a candle.",
        "“Boots, not speeches,” was the message from Ana Duarte.",
        "“Like a wardrobe.” That was the verdict of wrestler Ana Duarte on the chair.",
        "“It is over” was Ana Duarte’s verdict on the match.",
        "“Would you?” Bo Lindt asked the steeplejack Ana Duarte. “Only down,” came the reply.",
        "“Is it safe?” asked the inspector. “Define safe,” came the answer from Ana Duarte.",
        "Asked if she would run again, Ana Duarte laughed. “For a train,” came the reply.",
    ],
)
def test_the_noun_leads_to_the_speaker(text: str) -> None:
    assert last_speaker(text) == ("Ana Duarte", "voice")


def test_a_sentence_after_a_dash_sums_up() -> None:
    text = "“Forty years, and no card” — that is how the sexton, Ana Duarte, sums it up."
    assert last_speaker(text) == ("Ana Duarte", "is-how")


def test_a_reply_of_nobody_named_stays_open() -> None:
    text = "Ana Duarte knocked on the door. “Go away,” came the reply."
    assert last_speaker(text) == ("", "unattributed")

"""Speakers beside a quotation whose verb no list holds."""

import pytest

from citations.extraction.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "speaker", "verb"),
    [
        ("“We go,” purred Ana Duarte.", "Ana Duarte", "purred"),
        ("“We go,” spat Ana Duarte.", "Ana Duarte", "spat"),
        ("“We go,” ran Ana Duarte’s dispatch.", "Ana Duarte", "ran"),
        ("“We go,” broke in Ana Duarte.", "Ana Duarte", "broke"),
        ("“We go,” purred softly Ana Duarte.", "Ana Duarte", "purred"),
        ("“We go,” rumbled the mayor.", "", "rumbled"),
        ("“We go,” Ana Duarte rumbled.", "Ana Duarte", "rumbled"),
        ("“We go,” Ana Duarte softly rumbled.", "Ana Duarte", "rumbled"),
        ("“We go,” Ana Duarte rumbled back.", "Ana Duarte", "rumbled"),
        ("“We go,” Ana Duarte rumbled softly.", "Ana Duarte", "rumbled"),
        ("“We go,” Ana Duarte rumbled at the crowd.", "Ana Duarte", "rumbled"),
        ("Ana Duarte rumbled, “We go.”", "Ana Duarte", "rumbled"),
        ("Ana Duarte volleyed: “We go.”", "Ana Duarte", "volleyed"),
        ("Ana Duarte sat down. “We go,” she rumbled.", "Ana Duarte", "rumbled"),
    ],
)
def test_any_verb_beside_a_comma_names_the_speaker(text: str, speaker: str, verb: str) -> None:
    (found,) = find_quotations(text, language="en")
    assert (found.speaker, found.rule) == (speaker, "any-verb")
    assert found.cue is not None
    assert found.cue.text_in(text) == verb


@pytest.mark.parametrize(
    "text",
    [
        "“We go,” published in London by Ana Duarte.",  # what happens to words
        "“We go.” Rumbled Ana Duarte.",  # a sentence of its own
        "“We go.” Ana Duarte rumbled off.",
        "“We go,” rumbled Blarney.",  # a place, as likely as a person
        "“We go,” rumbled the engine.",
        "“We go,” Ana Duarte rumbled seven verses of it.",
        "The rumbled, “We go.”",
    ],
)
def test_other_words_there_name_nobody(text: str) -> None:
    assert "any-verb" not in {each.rule for each in find_quotations(text, language="en")}

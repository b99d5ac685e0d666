"""Nouns of speech that lead to a few quoted words."""

import pytest

from citations.extraction.quotations import find_quotations


def attributed(text: str) -> list[tuple[str, str, str]]:
    """The mode, the speaker as printed and the noun of each quotation."""
    return [
        (
            found.mode,
            found.attribution.text_in(text) if found.attribution else "",
            found.cue.text_in(text) if found.cue else "",
        )
        for found in find_quotations(text, language="en")
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "noun"),
    [
        ("Few believed her claim that she “never opened the safe”.", "her", "claim"),
        ("He was forgiven for his remark that bells “are clocks with opinions”.", "his", "remark"),
        ("Nobody forgot economist Ana Duarte's prediction that prices would “rise like a lark”.",
         "Ana Duarte", "prediction"),
        ("They ignored a warning from Ana Duarte that the cliff was “held by ivy”, and sold it.",
         "Ana Duarte", "warning"),
        ("Few shared the view of the harbour master, Ana Duarte, that it was “a bit of weather”.",
         "the harbour master, Ana Duarte", "view"),
        ("There was dismay at the claim, made by Ana Duarte, that the poor “eat too well”.",
         "Ana Duarte", "claim"),
        ("The historian Ana Duarte's phrase for it, “the long yawn”, has stuck.",
         "Ana Duarte", "phrase"),
        ("The minister's promise to “leave no pothole behind” has been broken.",
         "The minister", "promise"),
        ("The union rejected the company's description of the cuts as “a gentle haircut”.",
         "the company", "description"),
        ("Critics seized on Ana Duarte's admission that she had “never opened the file”.",
         "Ana Duarte", "admission"),
    ],
)  # fmt: skip
def test_the_owner_of_the_noun_speaks(text: str, speaker: str, noun: str) -> None:
    assert attributed(text) == [("partial", speaker, noun)]


def test_both_parts_of_a_sentence_belong_to_one_noun() -> None:
    text = "Few accept the insistence of Ana Duarte that dust is “weather” and “was always grey”."
    assert attributed(text) == [("partial", "Ana Duarte", "insistence")] * 2


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Bo Lindt said his remarks were misread and that he was “for peace”.", "Bo Lindt"),
        ("On his claim to the land, Bo Lindt called it “a swamp with a gate”.", "Bo Lindt"),
    ],
)  # fmt: skip
def test_a_verb_that_is_nearer_decides(text: str, speaker: str) -> None:
    assert attributed(text)[0][1] == speaker


def test_a_list_of_words_is_not_said() -> None:
    assert attributed("They searched for his words such as “swan” and “duck” in the mail.") == []

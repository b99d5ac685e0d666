"""Speakers of quotations that stand alone."""

import pytest

from citations.extraction.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "speaker", "rule"),
    [
        ("“We go,” said Ana Duarte.\n\n“We stay.”", "Ana Duarte", "carried"),
        ("Ana Duarte said that it rained. “We stay.”", "Ana Duarte", "sentence-before"),
        ("Ana Duarte called it “a gift to all”, while a neighbour of hers was blunter. “We stay.”",
         "", "unattributed"),
        ("“We go,” Ana Duarte said on the quay, while the band played. “We stay.”", "Ana Duarte",
         "after"),
        ("Ana Duarte left in the rain. “We stay.”", "Ana Duarte", "subject-before"),
        ("“We go.” — Ana Duarte\n\n“We stay.”", "", "unattributed"),
        ("“We go.”\nAna Duarte, mayor of Marsh\n\n“We stay.”", "", "unattributed"),
        ("“We go.” — Ana Duarte\n\nBo Lindt left the hall. “We stay.”", "Bo Lindt",
         "subject-before"),
    ],
)  # fmt: skip
def test_the_sentences_before_name_the_speaker(text: str, speaker: str, rule: str) -> None:
    last = find_quotations(text, language="en")[-1]
    assert (last.speaker, last.rule) == (speaker, rule)

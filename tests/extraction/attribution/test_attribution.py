"""Attributions from elsewhere: other sentences, labels, block quotations."""

import pytest

from citations.extraction.quotations import find_quotations


def attributed(text: str) -> tuple[str, str, str]:
    """The speaker and the verb of the last quotation, as printed, and the rule."""
    last = find_quotations(text)[-1]
    speaker = last.attribution.text_in(text) if last.attribution else ""
    return speaker, last.cue.text_in(text) if last.cue else "", last.rule


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "rule"),
    [
        ("“We stay,” Ana Duarte said.\n\n“We go.”", "Ana Duarte", "said", "carried"),
        ("The plan is bad, Ana Duarte said. “We go.”", "Ana Duarte", "said", "sentence-before"),
        ("Ana Duarte shook her head. “We go.”", "Ana Duarte", "", "subject-before"),
        ("DUARTE: We stay.\n\nFINCH: We go.", "FINCH", "", "transcript"),
        ("Ana Duarte wrote:\n\n    We go.\n\nIt rained.", "Ana Duarte", "wrote", "before"),
        ("“We go.”", "", "", "unattributed"),
    ],
)  # fmt: skip
def test_it_reads_attributions_from_elsewhere(text: str, speaker: str, cue: str, rule: str) -> None:
    assert attributed(text) == (speaker, cue, rule)

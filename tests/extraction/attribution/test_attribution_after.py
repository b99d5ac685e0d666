"""Attributions after a quotation, rule by rule."""

import pytest

from citations.extraction.quotations import find_quotations


def attributed(text: str) -> tuple[str, str, str]:
    """The speaker and the verb of the last quotation, as printed, and the rule."""
    last = find_quotations(text)[-1]
    speaker = last.attribution.text_in(text) if last.attribution else ""
    return speaker, last.cue.text_in(text) if last.cue else "", last.rule


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“We go,” Ana Duarte said.", "Ana Duarte", "said"),
        ("“We go,” she later told reporters.", "she", "told"),
        ("“We go”, Duarte has said.", "Duarte", "said"),
        ("“We go,” GOP strategist Ana Duarte said.", "GOP strategist Ana Duarte", "said"),
        ("“We go,” Acme Capital portfolio manager Ana Duarte said.",
         "Acme Capital portfolio manager Ana Duarte", "said"),
        ("“We go,” Ana Duarte, a native of Rome, told NHK.", "Ana Duarte", "told"),
        ("“We go,” Ana Duarte, who is 81 and lives in Rome, said.", "Ana Duarte", "said"),
        ("“We go,” the union's secretary, Ana Duarte, told members.",
         "the union's secretary, Ana Duarte", "told"),
        ("“We go,” Sen. Ana Duarte (D-Wis.) said Friday.", "Sen. Ana Duarte", "said"),
        ("“We go,” Leader Ana Duarte, R-Ky., said.", "Leader Ana Duarte", "said"),
        ("“We go,” Secretary of State Ana Duarte said.", "Secretary of State Ana Duarte", "said"),
        ("“We go,” a spokesman for the ministry said.", "a spokesman for the ministry", "said"),
        ("“We go,” the Florida company said.", "the Florida company", "said"),
        ("“We go,” From said.", "From", "said"),  # a surname that is a common word
        ("“We go!” Duarte said.", "Duarte", "said"),
        ("“We go.” Duarte said on Monday.", "Duarte", "said"),  # a stop where a comma should be
        ("“We go” Duarte said.", "Duarte", "said"),  # nothing at all
    ],
)  # fmt: skip
def test_it_reads_a_subject_that_follows(text: str, speaker: str, cue: str) -> None:
    assert attributed(text) == (speaker, cue, "after")


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "rule"),
    [
        ("“We go,” said Ana Duarte, the mayor.", "Ana Duarte", "said", "after-inverted"),
        ("“We go,” said, after a pause, the mayor, Ana Duarte.", "the mayor, Ana Duarte", "said",
         "after-inverted"),
        ("“We go,” said a senior official who would not be named.", "a senior official", "said",
         "after-inverted"),
        ("“We go,” according to Ana Duarte.", "Ana Duarte", "according to", "according-to"),
        ("“We go.” — Ana Duarte, mayor", "Ana Duarte", "", "dash"),
        ("“A shame” is how Ana Duarte described it.", "Ana Duarte", "described", "is-how"),
        ("“We go.”\n\nThat was how Ana Duarte put it.", "Ana Duarte", "put", "is-how"),
    ],
)  # fmt: skip
def test_it_reads_every_other_attribution_after_it(
    text: str, speaker: str, cue: str, rule: str
) -> None:
    assert attributed(text) == (speaker, cue, rule)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We go,” said the man who ran it, Karl Weiss.", "the man who ran it, Karl Weiss"),
        ("“We go,” laughed the man who won, winger Karl Weiss.",
         "the man who won, winger Karl Weiss"),
        ("“We go,” said the man who ran it, and Karl Weiss left.", "the man"),
    ],
)  # fmt: skip
def test_a_name_may_end_the_sentence(text: str, speaker: str) -> None:
    assert attributed(text)[0] == speaker

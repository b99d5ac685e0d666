"""Attributions before a quotation, rule by rule."""

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
        ("Ana Duarte said: “We go.”", "Ana Duarte", "said", "before"),
        ("As he left the hall Duarte turned to the clerk and said “sorry”.", "Duarte", "said",
         "before"),
        ("Ana Duarte said a passing baker had heard “a bang like a drum”.", "a passing baker",
         "heard", "before"),
        ("SALEM CITY — The first man in told the crew that it was “a bit of a fall”.",
         "The first man", "told", "before"),
        ("On Monday, Ana Duarte wrote, “We go.”", "Ana Duarte", "wrote", "before"),
        ("Ana Duarte on Wednesday said “We go.”", "Ana Duarte", "said", "before"),
        ("Ana Duarte, 81, a farmer from Rome, said: “We go.”", "Ana Duarte", "said", "before"),
        ("Ana Duarte was blunt, saying, “We go.”", "Ana Duarte", "saying", "before"),
        ("There was footage of Ana Duarte saying: “We go.”", "Ana Duarte", "saying", "before"),
        ("The report pleased Ana Duarte, who said: “We go.”", "Ana Duarte", "said", "before"),
        ("Another said, “We go.”", "Another", "said", "before"),
        ("According to Duarte, “We go.”", "Duarte", "According to", "according-to"),
        ("Ana Duarte, Daily News: “We go.”", "Ana Duarte", "", "label"),
        ("It did not surprise the pollster Ana Duarte: “We go.”", "the pollster Ana Duarte", "",
         "colon"),
        ("They asked why. Ana Duarte's short reply: “We go.”", "Ana Duarte", "", "owner"),
        ("Ana Duarte’s plea runs over the page: “We go.”", "Ana Duarte", "", "owner"),
        ("From the minutes, as Ana Duarte gave it: “We go.”", "Ana Duarte", "gave", "before"),
        ("Ana Duarte is on record with “we go as we came”.", "Ana Duarte", "record", "before"),
        ("Said Ana Duarte, the mayor: “We go.”", "Ana Duarte", "Said", "before"),
        ("But, said grower Ana Duarte, “they are sick.”", "grower Ana Duarte", "said", "aside"),
        ("It was Ana Duarte, the youngest of the jurors, who said: “We go.”", "Ana Duarte", "said",
         "before"),
        ("The man who sold the pier to Karl Weiss, Ulf Mattick, told police: “We go.”",
         "Ulf Mattick", "told", "before"),
        ("Three weeks later Ana Duarte came back, telling them, “We go.”", "Ana Duarte", "telling",
         "before"),
        ("“We stay,” said Ana Duarte, while the insurer’s man, Karl Weiss, murmured, “We go.”",
         "the insurer’s man, Karl Weiss", "murmured", "any-verb"),
        ("Ana Duarte issued a statement, “We go.”", "Ana Duarte", "", "announced"),
    ],
)  # fmt: skip
def test_it_reads_attributions_before_it(text: str, speaker: str, cue: str, rule: str) -> None:
    assert attributed(text) == (speaker, cue, rule)

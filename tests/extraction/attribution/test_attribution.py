"""Who speaks, as printed: the phrase and the verb beside a quotation, rule by rule."""

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
        ("「行きます」と田中さんは記者団に語った。", "田中", "語った", "after-japanese"),
        ("Ana Duarte said: “We go.”", "Ana Duarte", "said", "before"),
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
        ("They asked why. Ana Duarte's short reply: “We go.”", "Ana Duarte's", "", "owner"),
        ("Ana Duarte issued a statement, “We go.”", "Ana Duarte", "", "announced"),
        ("“We stay,” Ana Duarte said.\n\n“We go.”", "Ana Duarte", "said", "carried"),
        ("The plan is bad, Ana Duarte said. “We go.”", "Ana Duarte", "said", "sentence-before"),
        ("Ana Duarte shook her head. “We go.”", "Ana Duarte", "", "subject-before"),
        ("DUARTE: We stay.\n\nFINCH: We go.", "FINCH", "", "transcript"),
        ("Ana Duarte wrote:\n\n    We go.\n\nIt rained.", "Ana Duarte", "wrote", "before"),
        ("“We go.”", "", "", "unattributed"),
    ],
)  # fmt: skip
def test_it_reads_every_other_attribution(text: str, speaker: str, cue: str, rule: str) -> None:
    assert attributed(text) == (speaker, cue, rule)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Duarte called the plan “a gift to the rich”.", "partial"),
        ("Duarte said that “nothing is decided.”", "partial"),
        ("Duarte said the talks were “hard” and long.", "partial"),
        ("Duarte protested to Russia its “unfair” approach.", "partial"),
        ("Instead, Duarte said, “we shall wait for the others to come.”", "direct"),
        ("Yet, “it is hard to make a link,” said Duarte.", "direct"),
        ("Duarte answered “No.”", "direct"),
        ("Duarte said that once the council rests, “I shall do what I can.”", "partial"),
        ("Duarte said it was hard because, “We do not vote against a man.”", "partial"),
        ("And with the others split in two, “Our share goes a long way,” says Duarte.", "partial"),
        ("Duarte said, “We shall look at breaking it up” if he were elected.", "partial"),
        ("Duarte said, “All of it commands one conclusion,” since it was law.", "partial"),
        ("The plan of a tariff - “I love the pears,” Duarte said - was dropped.", "direct"),
        ("They agreed to come back. (“We persuaded the makers,” Duarte said.)", "direct"),
        ("He claimed to be a son. (He was not.) “It was the old case,” Duarte said.", "direct"),
    ],
)
def test_it_tells_direct_from_partial(text: str, mode: str) -> None:
    assert [each.mode for each in find_quotations(text)] == [mode]


def test_it_joins_the_paragraphs_of_a_block_quotation() -> None:
    text = "Ana Duarte wrote:\n\n    We go.\n\n    We stay.\n\n  • It rained."
    (found,) = find_quotations(text)
    assert [segment.text_in(text) for segment in found.segments] == ["We go.", "We stay."]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “smart” meters failed.",
        "Her novel, “The Long Field,” won the prize.",
        "William “Bill” Tanner retired.",
        "The word “nice” once meant foolish.",
        "It was held on “Northern Territories Day,” which falls on Feb 7.",
        "They agreed to resolve the question of “the allocation of the islands” soon.",
        "Japan has revoked Russia’s “most favored nation” status.",
        "Protesters held signs that read “Hands off our river”.",
        "UPDATE: It rained.\n\nNOTE: It was wet.",
        "A bridge is closed.\n\n“Related:”\n\nIt rained.",
        "Duarte said nothing had been decided.",
    ],
)
def test_it_leaves_out_what_nobody_says(text: str) -> None:
    assert find_quotations(text) == []

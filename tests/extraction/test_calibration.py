"""Confidence is what was counted, and cautious where little was."""

import pytest

from citations.extraction.calibration import (
    EVIDENCE,
    LEAST_CONFIDENCE,
    Calibration,
    confidence_of,
    evidence_of_name,
    parse_calibration,
    rule_key,
)
from citations.extraction.quotations import find_with_doubtful_speakers

COUNTED = Calibration(
    {
        ("after", "full"): (98, 100),
        ("after", "subject"): (45, 50),
        ("before", "full"): (30, 50),
        ("before", "only"): (0, 1),
    }
)


@pytest.mark.parametrize(
    ("rule", "evidence", "lowest", "highest"),
    [
        ("after", "full", 0.94, 0.97),  # as counted
        ("after", "subject", 0.88, 0.92),
        ("before", "full", 0.58, 0.65),
        ("before", "subject", 0.58, 0.65),  # never seen: the less sure of rule and evidence
        ("before", "only", 0.5, 0.62),  # one error is no proof
        ("owner", "full", 0.78, 0.82),  # an unknown rule
        ("owner", "speaker", 0.78, 0.82),
    ],
)
def test_it_is_the_share_that_was_right(
    rule: str, evidence: str, lowest: float, highest: float
) -> None:
    assert lowest <= COUNTED.confidence(rule, evidence) <= highest


def test_nothing_is_certain() -> None:
    always = Calibration({("after", "full"): (10_000, 10_000)})
    assert always.confidence("after", "full") == 0.97
    never = Calibration({("after", "full"): (0, 10_000)})
    assert never.confidence("after", "full") == 0


def test_the_counts_are_read_from_toml() -> None:
    read = parse_calibration("[after]\nfull = [3, 4]\n['before, partial']\nword = [0, 2]\n")
    assert read.observed == {("after", "full"): (3, 4), ("before, partial", "word"): (0, 2)}
    assert read.by_rule["before, partial"] == read.by_evidence["word"] == (0, 2)


def test_words_quoted_in_part_are_counted_apart() -> None:
    assert rule_key("after", "partial") != rule_key("after", "direct") == "after"


def test_a_name_in_full_is_surer_than_a_pronoun_and_that_than_an_unknown_word() -> None:
    name = confidence_of("after", "full", "direct")
    pronoun = confidence_of("after", "far-subject", "direct")
    word = confidence_of("before", "word", "partial")
    assert name > pronoun > word
    assert pronoun > LEAST_CONFIDENCE


@pytest.mark.parametrize(
    ("printed", "full", "kind", "evidence"),
    [
        ("Ana Duarte", "Ana Duarte", "person", "full"),
        ("Duarte", "Ana Duarte", "person", "filled"),
        ("Duarte", "Duarte", "person", "bare"),
        ("Port Board", "Port Board", "body", "organisation"),
        ("Embers", "Embers", "", "word"),
        ("Duarte", "", "", "several"),
        ("Long Reach", "Long Reach", "place", "words"),
    ],
)
def test_names_differ_by_what_shows_them(printed: str, full: str, kind: str, evidence: str) -> None:
    assert evidence_of_name(printed, full, kind) == evidence


MET = "Ana Duarte opened the quay. "


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("“We go,” Ana Duarte said.", "full"),
        (f"{MET}“We go,” Duarte said.", "filled"),
        (f"{MET}“We go,” she said.", "subject"),
        (f"{MET}It rained. The sea rose. “We go,” she said.", "far-subject"),
        ("Pavel Weiss asked Ana Duarte about the quay. “We go,” she said.", "asked"),
        ("“We go,” she said.", "open"),
    ],
)
def test_a_quotation_says_what_shows_whom_it_means(text: str, evidence: str) -> None:
    (found,) = find_with_doubtful_speakers(text, "", "en")
    assert found.evidence == evidence
    assert evidence in EVIDENCE
    assert found.confidence == confidence_of(found.rule, evidence, found.mode)

"""Verdicts: which of them comparisons and findings can have."""

from citations.comparison.compare import compare
from citations.comparison.verdict import (
    COMPARISON_VERDICTS,
    FINDING_VERDICTS,
    SOUND_VERDICTS,
    Verdict,
)


def test_every_verdict_is_of_a_comparison_or_a_finding() -> None:
    assert {*COMPARISON_VERDICTS, *FINDING_VERDICTS} == set(Verdict)


def test_a_comparison_finds_words_absent_and_a_finding_calls_them_unknown() -> None:
    assert Verdict.ABSENT in COMPARISON_VERDICTS
    assert Verdict.ABSENT not in FINDING_VERDICTS
    assert Verdict.UNKNOWN in FINDING_VERDICTS
    assert compare("Something else", "entirely different words").verdict is Verdict.ABSENT


def test_sound_words_are_the_first_in_both_orders() -> None:
    assert set(COMPARISON_VERDICTS[:3]) == SOUND_VERDICTS == set(FINDING_VERDICTS[:3])


def test_verdicts_are_stored_as_plain_words() -> None:
    assert f"{Verdict.OVER_QUOTED}" == "over_quoted"
    assert Verdict("too_short") is Verdict.TOO_SHORT


def test_the_words_and_their_order_are_a_contract() -> None:
    comparison = ["verbatim", "typographic", "abridged", "altered", "absent"]
    assert [str(each) for each in COMPARISON_VERDICTS] == comparison
    assert [str(each) for each in FINDING_VERDICTS] == [
        "verbatim",
        "typographic",
        "abridged",
        "over_quoted",
        "altered",
        "paraphrase",
        "ambiguous",
        "unknown",
        "too_short",
        "unchecked",
    ]

"""The verdicts: their order, and which belong to what."""

from citations.comparison.verdict import (
    COMPARISON_VERDICTS,
    FINDING_VERDICTS,
    SOUND_VERDICTS,
    Verdict,
)


def test_a_comparison_has_five_verdicts_from_the_best_to_the_worst() -> None:
    names = ["verbatim", "typographic", "abridged", "altered", "absent"]
    assert [str(each) for each in COMPARISON_VERDICTS] == names


def test_a_finding_has_all_but_absent_in_the_order_of_the_summary() -> None:
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


def test_sound_quotations_have_the_words_of_the_source() -> None:
    assert {Verdict.VERBATIM, Verdict.TYPOGRAPHIC, Verdict.ABRIDGED} == SOUND_VERDICTS

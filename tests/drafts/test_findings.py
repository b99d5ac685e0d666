"""What of a finding the writer is shown, and whether it needs attention."""

import pytest

from citations.comparison.verdict import FINDING_VERDICTS, Verdict
from citations.drafts.findings import FLAG_NAMES, VERDICT_NAMES, DraftReport, Finding, Flag
from citations.text.spans import Span


def finding(verdict: Verdict, *flags: Flag) -> Finding:
    return Finding((Span(3, 5), Span(8, 12)), "of words", verdict, flags=flags)


def test_every_verdict_and_every_flag_has_a_name() -> None:
    assert set(VERDICT_NAMES) == set(FINDING_VERDICTS)
    assert set(FLAG_NAMES) == set(Flag)
    names = [str(name) for name in (*VERDICT_NAMES.values(), *FLAG_NAMES.values())]
    assert len(names) == len(set(names))


def test_a_finding_goes_from_its_first_segment_to_its_last() -> None:
    assert (finding(Verdict.ALTERED).start, finding(Verdict.ALTERED).end) == (3, 12)


def test_names_are_plain_strings_to_be_joined_and_written() -> None:
    shown = finding(Verdict.TYPOGRAPHIC, Flag.SPEAKER, Flag.GAP)
    assert shown.name == "Different punctuation"
    assert ", ".join(shown.flag_names) == "Different speaker, An omission that matters"


@pytest.mark.parametrize(
    ("verdict", "needs_attention"),
    [
        (Verdict.VERBATIM, False),
        (Verdict.TYPOGRAPHIC, False),
        (Verdict.ABRIDGED, False),
        (Verdict.TOO_SHORT, False),
        (Verdict.OVER_QUOTED, True),
        (Verdict.ALTERED, True),
        (Verdict.PARAPHRASE, True),
        (Verdict.AMBIGUOUS, True),
        (Verdict.UNKNOWN, True),
        (Verdict.UNCHECKED, True),
    ],
)
def test_sound_words_need_attention_only_when_flagged(
    verdict: Verdict, *, needs_attention: bool
) -> None:
    assert finding(verdict).needs_attention is needs_attention
    assert finding(verdict, Flag.DATE).needs_attention


def test_differences_are_shown_where_the_words_differ() -> None:
    shown = {each for each in FINDING_VERDICTS if finding(each).has_other_words}
    assert shown == {Verdict.ALTERED, Verdict.OVER_QUOTED, Verdict.PARAPHRASE}


def test_a_report_counts_what_needs_attention() -> None:
    findings = (finding(Verdict.VERBATIM), finding(Verdict.UNKNOWN), finding(Verdict.ALTERED))
    assert DraftReport("text", findings).attention_count == 2

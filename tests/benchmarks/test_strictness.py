"""No altered wording passes: every seed quotation, given rightly and spoiled in all ways."""

from random import Random

import pytest

from citations.drafts.check import check_draft
from citations.models import Quote
from tests.benchmarks.spoiled import KINDS, SOUND, SPOILED, WRONG_SPEAKER

LEAST_WORDS = 4


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_told_for_what_it_is(indexed: None, kind: str) -> None:
    spoil, right = KINDS[kind]
    chance, seen = Random(kind), 0
    for quote in Quote.objects.published().select_related("speaker"):
        if len(quote.text.split()) < LEAST_WORDS:
            continue
        words = spoil(quote.text, chance)
        speaker = "Ottokar Nyberg" if kind == WRONG_SPEAKER else quote.speaker.name
        (finding,) = check_draft(f"{speaker} said: “{words}”").findings
        seen += 1
        assert finding.verdict in right, (words, finding)
        assert finding.needs_attention is (kind not in SOUND)
        assert ("speaker" in finding.flags) is (kind == WRONG_SPEAKER)
        if kind in SPOILED:
            assert finding.edits
    assert seen > 8

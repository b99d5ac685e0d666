"""The labels of stored verdicts."""

import pytest
from django.utils.functional import Promise

from citations.comparison.verdict import COMPARISON_VERDICTS
from citations.models import Appearance, Verification
from citations.models.base.verdicts import VERDICT_CHOICES, VERDICT_LABELS, verdict_label


@pytest.mark.parametrize(
    ("verdict", "label"),
    [("verbatim", "Verbatim"), ("absent", "Not found"), ("", "Not checked")],
)
def test_a_verdict_has_a_label(verdict: str, label: str) -> None:
    assert verdict_label(verdict) == label


def test_what_no_comparison_answers_has_none() -> None:
    with pytest.raises(KeyError):
        verdict_label("paraphrase")
    with pytest.raises(ValueError, match="nonsense"):
        verdict_label("nonsense")


def test_the_record_stores_what_comparisons_answer() -> None:
    assert [value for value, _ in VERDICT_CHOICES] == list(COMPARISON_VERDICTS)
    for model in (Appearance, Verification):
        assert model._meta.get_field("verdict").choices == list(VERDICT_CHOICES)
    assert all(isinstance(label, Promise) for label in VERDICT_LABELS.values())
    assert Appearance(verdict="typographic").get_verdict_display() == "Typographic differences"

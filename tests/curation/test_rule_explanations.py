"""Curators read in plain words how a speaker was found; the names of rules are never shown."""

import ast
from pathlib import Path

import pytest

import citations.extraction
from citations.curation.rule_explanations import (
    EVIDENCE,
    EXPLANATIONS,
    explain_attribution,
    explain_rule,
    rule_with_evidence,
)
from citations.extraction.calibration import EVIDENCE as CALIBRATED
from citations.extraction.quotations import find_quotations
from citations.extraction.turns.turn_quotations import RULES
from citations.models import Proposal
from tests.support.rule_examples import RULE_EXAMPLES


def rules_in_the_code() -> set[str]:
    """Every rule that the extraction gives a quotation or an attribution."""
    rules = set()
    for path in Path(citations.extraction.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            values = [word.value for word in node.keywords if word.arg == "rule"]
            if name in {"Attribution", "Quotation"} and len(node.args) > 3:
                values.append(node.args[-2 if name == "Attribution" else -1])
            rules |= {
                each.value
                for each in values
                if isinstance(each, ast.Constant) and isinstance(each.value, str)
            }
    return rules


def test_every_rule_of_the_extraction_is_explained() -> None:
    rules = rules_in_the_code()
    assert {"after-inverted", "carried", "dash"} <= rules
    assert rules <= set(EXPLANATIONS)
    assert set(RULES.values()) <= set(EXPLANATIONS)


def test_every_rule_that_finds_a_speaker_has_an_example() -> None:
    """What the examples show: `tests/extraction/test_rules_needed.py`."""
    assert set(RULE_EXAMPLES) == set(EXPLANATIONS) - {"reworded", "added by hand"}


@pytest.mark.parametrize("rule", EXPLANATIONS)
def test_an_explanation_is_one_sentence_without_the_rules_name(rule: str) -> None:
    sentence = explain_rule(rule)
    assert sentence[0] in "ABCDEFGHIJKLMNOPQRSTUVWXYZ“"
    assert sentence.count(".") == 1
    assert sentence.endswith(".")
    assert "-" not in sentence


def test_an_unknown_rule_is_not_shown() -> None:
    assert explain_rule("after-martian") == ""
    assert explain_attribution(Proposal(rule="after-martian")) == ""


@pytest.mark.parametrize("evidence", sorted(CALIBRATED - {"full", "open"}))
def test_all_evidence_is_explained_in_a_sentence(evidence: str) -> None:
    sentence = str(EVIDENCE[evidence])
    assert sentence.count(".") == 1
    assert sentence.endswith(".")


def proposal_of(rule: str, printed: str, named: str = "", confidence: float = 0.9) -> Proposal:
    return Proposal(rule=rule, attribution=printed, named=named, confidence=confidence)


def test_a_pronoun_is_explained_with_what_shows_whom_it_means() -> None:
    assert explain_attribution(proposal_of("after+only", "She", "Ana Duarte")) == (
        "The speaker is named right after the quotation. “She” is taken to mean Ana Duarte. "
        "This is the last person of that gender. About 90 in 100 such proposals are right."
    )
    assert explain_attribution(proposal_of("after", "She")) == (
        "The speaker is named right after the quotation. It is unclear whom “She” means."
    )


def test_a_role_is_taken_to_mean_somebody_and_a_name_only_itself() -> None:
    role = explain_attribution(proposal_of("after+noun", "the minister", "Petra Lind"))
    assert "“the minister” is taken to mean Petra Lind. The text calls nobody else that." in role
    name = explain_attribution(proposal_of("after+filled", "Ms. Lind", "Petra Lind"))
    assert "taken to mean" not in name
    assert "The full name stands elsewhere in the text." in name
    dropped = explain_attribution(proposal_of("dropped-subject", "", "Petra Lind"), "es")
    assert "taken to mean" not in dropped


@pytest.mark.parametrize(
    ("language", "pronoun", "is_unclear"),
    [
        ("en", "He", True), ("de", "Sie", True), ("fr", "elle", True), ("es", "Él", True),
        ("it", "lui", True), ("pt", "ele", True), ("nl", "hij", True), ("pl", "Ona", True),
        ("ru", "Он", True), ("ja", "彼女", True), ("zh", "他", True), ("ko", "그", True),
        ("ar", "هي", True), ("sv", "he", True), ("en", "Lei", False), ("de", "He", False),
    ],
)  # fmt: skip
def test_the_pronouns_of_every_language_are_known(
    language: str, pronoun: str, is_unclear: bool
) -> None:
    explanation = explain_attribution(proposal_of("after", pronoun), language)
    assert (f"It is unclear whom “{pronoun}” means." in explanation) == is_unclear


def test_a_speaker_too_unsure_to_be_named_is_told_from_one_whom_nobody_names() -> None:
    unsure = explain_attribution(proposal_of("before+word", "Embers", "", 0.58))
    assert unsure == (
        "The speaker and the verb lead up to the quotation. The speaker is left open: only"
        " about 58 in 100 such names are right."
    )
    nobody = explain_attribution(proposal_of("unattributed", "", "", 0.3))
    assert nobody == "The text does not say who is speaking."
    trapper = explain_attribution(proposal_of("after", "a trapper", "", 0.9))
    assert trapper == "The speaker is named right after the quotation."
    several = explain_attribution(proposal_of("after+several", "Duarte", "", 0.3))
    assert several.endswith("The text has several people of this name.")
    reworded = explain_attribution(proposal_of("reworded", "Duarte", "", 0.5))
    assert "in 100" not in reworded


def test_a_proposal_keeps_the_evidence_with_its_rule() -> None:
    (named,) = find_quotations("Ana Duarte came. “We go,” Duarte said.")
    assert rule_with_evidence(named) == "after+filled"
    (in_full,) = find_quotations("“We go,” Ana Duarte said.")
    assert rule_with_evidence(in_full) == "after"

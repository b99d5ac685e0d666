"""Curators read in plain words how a speaker was found; the names of rules are never shown."""

import ast
from pathlib import Path

import pytest

import citations.extraction
from citations.curation.rule_explanations import EXPLANATIONS, explain_attribution, explain_rule
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


def test_a_pronoun_is_explained_as_well() -> None:
    proposal = Proposal(rule="after", attribution="She", named="Ana Duarte")
    assert explain_attribution(proposal) == (
        "The speaker is named right after the quotation. “She” is taken to mean Ana Duarte."
    )
    proposal.named = ""
    assert explain_attribution(proposal).endswith(" It is unclear whom “She” means.")
    proposal.attribution = "Ana Duarte"
    assert explain_attribution(proposal) == "The speaker is named right after the quotation."

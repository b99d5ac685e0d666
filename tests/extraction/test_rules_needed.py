"""Every rule is needed: without its finder, the example that it decides has another answer."""

import dataclasses
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from citations.extraction.attribution.attribution import Attribution
from citations.extraction.calibration import confidence_of
from citations.extraction.multilingual.cased.clause_grammar import Cue
from citations.extraction.multilingual.caseless.passage_reading import PassageCue
from citations.extraction.quotations import find_quotations
from citations.extraction.turns import turn_quotations
from citations.extraction.turns.turn_finding import find_turns
from tests.support.rule_examples import RULE_EXAMPLES

# Nobody finds these: they stand where no rule does.
LEFT_OVER = {"unattributed", "unsupported-language"}
NEEDED = sorted(set(RULE_EXAMPLES) - LEFT_OVER)

# What a curator sees of it: the words that name the speaker, the verb, and how sure that is.
SHOWN = {
    "after": ("Ana Duarte", "said"),
    "after-inverted": ("Ana Duarte", "said"),
    "after-japanese": ("白川瞳", "述べた"),
    "before": ("Ana Duarte", "said"),
    "according-to": ("Ana Duarte", "according to"),
    "dash": ("Ana Duarte", ""),
    "label": ("Ana Duarte", ""),
    "colon": ("Ana Duarte", ""),
    "owner": ("Ana Duarte", ""),
    "announced": ("Ana Duarte", "say"),
    "credit": ("Ana Duarte", ""),
    "handle": ("@ana_duarte", ""),
    "caption": ("Ana Duarte", "captioned"),
    "voice": ("Ana Duarte", "voice"),
    "speech-noun": ("Ana Duarte", "claim"),
    "stance": ("Ana Duarte", "thanked"),
    "aside": ("Ana Duarte", "said"),
    "agent": ("Ana Duarte", "dubbed"),
    "is-how": ("Ana Duarte", "described"),
    "wording": ("Ana Duarte", "called"),
    "sentence-before": ("Ana Duarte", "said"),
    "subject-before": ("Ana Duarte", ""),
    "carried": ("Ana Duarte", "said"),
    "any-verb": ("Ana Duarte", "purred"),
    "unknown-verb": ("Anna Duhme", "zwirbelte"),
    "dropped-subject": ("", "dijo"),
    "transcript": ("ANA DUARTE", ""),
    "question-answer": ("Ana Duarte", ""),
    "byline": ("ANA DUARTE", ""),
    "signature": ("Ana Duarte", ""),
    "unsupported-language": ("", ""),
    "unattributed": ("", ""),
}
# How sure it is where that is set by hand; all else is counted.
SET_BY_HAND = {
    "after-japanese": 0.95,
    "unknown-verb": 0.6,
    "dropped-subject": 0.75,
    "transcript": 0.9,
    "question-answer": 0.7,
    "byline": 0.75,
    "signature": 0.75,
    "unsupported-language": 0.3,
    "unattributed": 0.3,
}


def answers_to(text: str, language: str) -> list[tuple[str, str, str]]:
    """The words, the speaker and the rule of each quotation."""
    return [
        (each.segments[0].text_in(text), each.speaker, each.rule)
        for each in find_quotations(text, language=language)
    ]


def extraction_modules() -> Iterator[Any]:
    for name, module in list(sys.modules.items()):
        if name.startswith("citations.extraction"):
            yield module


def without(rule: str, make: Callable[..., Any], place: int) -> Callable[..., Any]:
    """`make`, but None for what would be of this rule; a finder then finds nothing."""

    def maker(*values: Any, **named: Any) -> Any:
        given = named.get("rule", values[place] if len(values) > place else None)
        return None if given == rule else make(*values, **named)

    return maker


def disable(rule: str, patch: pytest.MonkeyPatch) -> None:
    makers = [(Attribution, 2), (Cue, 0), (PassageCue, 0), (dataclasses.replace, 99)]
    for module in extraction_modules():
        for name, value in list(vars(module).items()):
            for make, place in makers:
                if value is make:
                    patch.setattr(module, name, without(rule, make, place))

    def other_turns(text: str) -> list[Any]:
        return [each for each in find_turns(text) if turn_quotations.RULES[each.kind] != rule]

    patch.setattr(turn_quotations, "find_turns", other_turns)


@pytest.mark.parametrize("rule", sorted(RULE_EXAMPLES))
def test_every_rule_decides_an_example(rule: str) -> None:
    text, speaker, language = RULE_EXAMPLES[rule]
    assert answers_to(text, language)[-1][1:] == (speaker, rule)


@pytest.mark.parametrize("rule", NEEDED)
def test_without_its_rule_the_example_has_another_answer(
    rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, _, language = RULE_EXAMPLES[rule]
    before = [answer[:2] for answer in answers_to(text, language)]
    disable(rule, monkeypatch)
    after = answers_to(text, language)
    assert rule not in {answer[2] for answer in after}
    assert [answer[:2] for answer in after] != before


@pytest.mark.parametrize("rule", sorted(RULE_EXAMPLES))
def test_the_name_the_verb_and_the_confidence_are_shown(rule: str) -> None:
    text, _, language = RULE_EXAMPLES[rule]
    found = find_quotations(text, language=language)[-1]
    named = found.attribution.text_in(text) if found.attribution else ""
    verb = found.cue.text_in(text) if found.cue else ""
    assert (named, verb) == SHOWN[rule]
    counted = confidence_of(found.rule, found.evidence, found.mode)
    assert found.confidence == SET_BY_HAND.get(rule, counted)

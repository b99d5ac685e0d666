"""Every rule is needed: without its finder, the example that it decides has another answer."""

import dataclasses
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from citations.extraction.attribution.attribution import Attribution
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
    "after": ("Ana Duarte", "said", 0.95),
    "after-inverted": ("Ana Duarte", "said", 0.95),
    "after-japanese": ("白川瞳", "述べた", 0.95),
    "before": ("Ana Duarte", "said", 0.8),
    "according-to": ("Ana Duarte", "according to", 0.9),
    "dash": ("Ana Duarte", "", 0.8),
    "label": ("Ana Duarte", "", 0.85),
    "colon": ("Ana Duarte", "", 0.75),
    "owner": ("Ana Duarte", "", 0.8),
    "announced": ("Ana Duarte", "say", 0.85),
    "credit": ("Ana Duarte", "", 0.8),
    "handle": ("@ana_duarte", "", 0.9),
    "caption": ("Ana Duarte", "captioned", 0.8),
    "voice": ("Ana Duarte", "voice", 0.85),
    "speech-noun": ("Ana Duarte", "claim", 0.85),
    "stance": ("Ana Duarte", "thanked", 0.75),
    "aside": ("Ana Duarte", "said", 0.85),
    "agent": ("Ana Duarte", "dubbed", 0.85),
    "is-how": ("Ana Duarte", "described", 0.9),
    "wording": ("Ana Duarte", "called", 0.7),
    "sentence-before": ("Ana Duarte", "said", 0.55),
    "subject-before": ("Ana Duarte", "", 0.5),
    "carried": ("Ana Duarte", "said", 0.6),
    "any-verb": ("Ana Duarte", "purred", 0.85),
    "unknown-verb": ("Anna Duhme", "zwirbelte", 0.6),
    "dropped-subject": ("", "dijo", 0.75),
    "transcript": ("ANA DUARTE", "", 0.9),
    "question-answer": ("Ana Duarte", "", 0.7),
    "byline": ("ANA DUARTE", "", 0.75),
    "signature": ("Ana Duarte", "", 0.75),
    "unsupported-language": ("", "", 0.3),
    "unattributed": ("", "", 0.3),
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
    assert (named, verb, found.confidence) == SHOWN[rule]

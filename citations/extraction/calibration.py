"""Confidence: how likely it is that the speaker of a quotation is right.

It is counted, not guessed: `calibration.toml` says how often each rule was right where the speakers
are known, by what showed whom the printed words mean. `tests/evaluation/fit_calibration.py` writes
that file. Few observations count for little: shares are drawn towards those of the rule and of the
evidence alone, whichever is lower, and these towards `_UNKNOWN`.
"""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Final

from citations.extraction.entities.coreference import Antecedent
from citations.extraction.quotation import Quotation

# Below it, a name is more likely to mislead than to help: the speaker is left open.
LEAST_CONFIDENCE: Final = 0.6
# What shows whom the printed words mean. Names of people: in full, filled up from elsewhere in the
# text, or a surname alone. Other names: of an organisation, or of unknown kind, in one word or
# several words; "several" if people share it, so that none is named. For pronouns and roles, what
# `coreference` says; "open" if they may mean several people.
EVIDENCE = frozenset(
    "full filled bare organisation words word several subject far-subject unknown-subject speaker"
    " only unknown-only noun body asked open".split()
)

# With these nobody is named, which says nothing about those whom the rule names.
_NAMELESS = frozenset({"open", "several"})
# The share of right speakers where nothing is known, and how many observations it is worth.
_UNKNOWN, _WEIGHT = 0.8, 10
# Texts of kinds that were not counted may be harder, so nothing is surer than this.
_HIGHEST = 0.97
# Sentences between a pronoun and the subject that it means, from which on the subject is far.
_FAR = 2
_FILE = Path(__file__).with_name("calibration.toml")

# How often the speaker was right, and the number of quotations.
Observed = tuple[int, int]


@dataclass(frozen=True)
class Calibration:
    """The observations by rule and evidence; the sums over each follow from them."""

    observed: Mapping[tuple[str, str], Observed]
    by_rule: dict[str, Observed] = field(init=False)
    by_evidence: dict[str, Observed] = field(init=False)

    def __post_init__(self) -> None:
        named = {key: each for key, each in self.observed.items() if key[1] not in _NAMELESS}
        object.__setattr__(self, "by_rule", _sums(named, 0))
        object.__setattr__(self, "by_evidence", _sums(self.observed, 1))

    def confidence(self, rule: str, evidence: str) -> float:
        """From 0 to 1; `rule` is a key as `rule_key` makes them."""
        nothing = (0, 0)
        of_rule = _share(self.by_rule.get(rule, nothing), _UNKNOWN)
        of_evidence = _share(self.by_evidence.get(evidence, nothing), _UNKNOWN)
        observed = self.observed.get((rule, evidence), nothing)
        return round(min(_share(observed, min(of_rule, of_evidence)), _HIGHEST), 3)


def _share(observed: Observed, expected: float) -> float:
    """The share of right ones after `_WEIGHT` more observations with the expected share."""
    right, number = observed
    return (right + _WEIGHT * expected) / (number + _WEIGHT)


def _sums(observed: Mapping[tuple[str, str], Observed], part: int) -> dict[str, Observed]:
    sums: dict[str, Observed] = defaultdict(lambda: (0, 0))
    for key, (right, number) in observed.items():
        before = sums[key[part]]
        sums[key[part]] = (before[0] + right, before[1] + number)
    return dict(sums)


def rule_key(rule: str, mode: str) -> str:
    """The rule's entry in the table. Words quoted in part are counted apart: they are harder."""
    return f"{rule}, partial" if mode == "partial" else rule


def confidence_of(rule: str, evidence: str, mode: str) -> float:
    """The confidence, 0 to 1, in a speaker that this rule and this evidence give."""
    return _calibration().confidence(rule_key(rule, mode), evidence)


@cache
def _calibration() -> Calibration:
    return parse_calibration(_FILE.read_text("utf-8"))


def parse_calibration(toml: str) -> Calibration:
    return Calibration(
        {
            (rule, evidence): (right, number)
            for rule, entries in tomllib.loads(toml).items()
            for evidence, (right, number) in entries.items()
        }
    )


def evidence_of_antecedent(found: Antecedent | None) -> str:
    """What shows whom a pronoun or a role means."""
    if found is None:
        return "open"
    is_far = found.evidence == "subject" and found.sentences >= _FAR
    return "far-subject" if is_far else found.evidence


def evidence_of_name(printed: str, full: str, kind: str) -> str:
    """What shows whom a name means; `kind` is that of the entity, "" if unknown.

    `full` is "" if several people of the text have the name.
    """
    if not full:
        return "several"
    if kind == "body":
        return "organisation"
    if kind != "person":
        return "words" if " " in full else "word"
    if full != printed:
        return "filled"
    return "full" if " " in full else "bare"


def without_doubtful_speaker(quotation: Quotation) -> Quotation:
    """The quotation, its speaker left open if the confidence is low.

    The words printed for the speaker and the verb stay, so that a curator sees why.
    """
    is_sure = quotation.confidence >= LEAST_CONFIDENCE
    return quotation if is_sure else replace(quotation, speaker="")

"""The syntax tree of a query.

Every node is a value: queries that mean the same have equal trees, and a tree can be a key of a
cache. The texts are as typed, after `scanner.normalise_query`, with straight apostrophes and
hyphens; folding case, accents and stems is left to the engine.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

DateField = Literal["said", "published"]


@dataclass(frozen=True, slots=True)
class Word:
    """One word. `visa-free` or `10:30` is one word, to be matched as the phrase of its parts."""

    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in this order, next to each other, without quotation marks; matched unstemmed."""

    text: str


Term = Word | Prefix | Phrase


@dataclass(frozen=True, slots=True)
class FieldMatch:
    field: str
    value: Term


@dataclass(frozen=True, slots=True)
class DateRange:
    """Days from `earliest` to `latest`, both included; one of them is None for an open end.

    `text` is the range as written, without its field: `2022..2024-02`.
    """

    field: DateField
    earliest: date | None
    latest: date | None
    text: str


@dataclass(frozen=True, slots=True)
class Not:
    node: "Term | FieldMatch | DateRange"


@dataclass(frozen=True, slots=True)
class AnyOf:
    nodes: "tuple[Term | FieldMatch | DateRange | Not, ...]"


@dataclass(frozen=True, slots=True)
class AllOf:
    """Everything that must match; empty if the query is."""

    nodes: "tuple[Term | FieldMatch | DateRange | Not | AnyOf, ...]"


Condition = Term | FieldMatch | DateRange
Operand = Condition | Not
Clause = Operand | AnyOf
Node = Clause | AllOf


def replace_terms(clause: Clause, change: Callable[[Term], Condition]) -> Clause:
    """The clause with `change` applied to each term outside fields, also inside OR and minus."""
    match clause:
        case AnyOf(nodes):
            return AnyOf(tuple(_replace_in_operand(node, change) for node in nodes))
        case _:
            return _replace_in_operand(clause, change)


def _replace_in_operand(operand: Operand, change: Callable[[Term], Condition]) -> Operand:
    match operand:
        case Not(node):
            return Not(change(node)) if isinstance(node, Term) else operand
        case _:
            return change(operand) if isinstance(operand, Term) else operand


@dataclass(frozen=True, slots=True)
class IgnoredPart:
    """A part of the query that was not used as written: `text`, why, and what to write instead.

    `reason` continues a sentence that begins with `text`.
    """

    text: str
    reason: str
    remedy: str = ""

    def __str__(self) -> str:
        sentence = f"{self.text} {self.reason}"
        return f"{sentence}; {self.remedy}" if self.remedy else sentence

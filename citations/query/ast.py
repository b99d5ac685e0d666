"""What a query is made of once it has been read.

Every node is a value: two queries that mean the same have equal trees, and a tree can be
a key of a cache. The texts are as the reader wrote them, `scanner.normalised`, with
straight apostrophes and hyphens; folding case, accents and stems is the engine's business.
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
    """The beginning of a word, without its star."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand together in this order, without marks; matched unstemmed."""

    text: str


Term = Word | Prefix | Phrase


@dataclass(frozen=True, slots=True)
class FieldMatch:
    """A term that must stand in one field: `speaker:kishida`."""

    field: str
    value: Term


@dataclass(frozen=True, slots=True)
class DateRange:
    """Days from `earliest` to `latest`, both included; None is an open end, never both.

    `text` is the range as written, without its field: `2022..2024-02`.
    """

    field: DateField
    earliest: date | None
    latest: date | None
    text: str


@dataclass(frozen=True, slots=True)
class Not:
    """What must not match."""

    node: "Term | FieldMatch | DateRange"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Two or more alternatives."""

    nodes: "tuple[Term | FieldMatch | DateRange | Not, ...]"


@dataclass(frozen=True, slots=True)
class AllOf:
    """Everything that must hold; empty when nothing was asked."""

    nodes: "tuple[Term | FieldMatch | DateRange | Not | AnyOf, ...]"


Condition = Term | FieldMatch | DateRange
Operand = Condition | Not
Clause = Operand | AnyOf
Node = Clause | AllOf


def with_terms(clause: Clause, change: Callable[[Term], Condition]) -> Clause:
    """A clause with each term that is of no field changed, also beside OR and behind a minus."""
    match clause:
        case AnyOf(nodes):
            return AnyOf(tuple(_operand_with_terms(node, change) for node in nodes))
        case _:
            return _operand_with_terms(clause, change)


def _operand_with_terms(operand: Operand, change: Callable[[Term], Condition]) -> Operand:
    match operand:
        case Not(node):
            return Not(change(node)) if isinstance(node, Term) else operand
        case _:
            return change(operand) if isinstance(operand, Term) else operand


@dataclass(frozen=True, slots=True)
class Ignored:
    """A piece of the query that was not taken as written, and why, as a sentence in parts."""

    text: str
    reason: str
    remedy: str = ""

    def __str__(self) -> str:
        sentence = f"{self.text} {self.reason}"
        return f"{sentence}; {self.remedy}" if self.remedy else sentence

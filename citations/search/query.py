"""The query language of the search box: any text in, a tree of conditions out.

Words (all must match), "exact phrase", -not, a OR b, prefix*, and fields such as
speaker:kishida or said:2022..2024-02. There is no text that cannot be read: what is not
part of the language is searched as plain words or left out, and `Query.ignored` says so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from citations.search import words
from citations.search.conditions import Note, conditions
from citations.search.nodes import (
    AllOf,
    AnyOf,
    Clause,
    Condition,
    DateRange,
    FieldMatch,
    Ignored,
    Not,
    Operand,
    Phrase,
    Prefix,
    Term,
    Word,
)
from citations.search.scanner import Token, normalised, scan

__all__ = [
    "MAX_CHARACTERS",
    "MAX_TERMS",
    "AllOf",
    "AnyOf",
    "Clause",
    "Condition",
    "DateRange",
    "FieldMatch",
    "Ignored",
    "Not",
    "Operand",
    "Phrase",
    "Prefix",
    "Query",
    "Term",
    "Word",
    "parse",
]

MAX_CHARACTERS = 512
MAX_TERMS = 32
NOTHING = AllOf(())
SHOWN = 40  # characters of an ignored piece that a note repeats

Operands = tuple[Operand, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked, and what of it was not taken as written."""

    root: AllOf = NOTHING
    ignored: tuple[Ignored, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.root.nodes

    @property
    def words(self) -> tuple[Term, ...]:
        """The terms to highlight in a quotation: positive, of no field, each once."""
        return tuple(dict.fromkeys(_terms(self.root.nodes)))

    def in_words(self) -> str:
        """The query for a heading; "" when nothing was asked."""
        return words.in_words(self.root)

    def to_text(self) -> str:
        """The canonical query, at most MAX_CHARACTERS long; it parses to the same root."""
        return words.to_text(self.root)

    def without(self, clause: Clause) -> "Query":
        """The query when one of its conditions is dropped."""
        kept = tuple(node for node in self.root.nodes if node != clause)
        return replace(self, root=AllOf(kept))


def parse(text: str) -> Query:
    """The query that a text stands for. Never raises, whatever the text."""
    ignored: dict[Ignored, None] = {}  # in order, each once

    def note(what: Ignored) -> None:
        ignored[replace(what, text=_shortened(what.text))] = None

    text = text.strip()
    if len(text) > MAX_CHARACTERS:
        note(_too_long(text[MAX_CHARACTERS:]))
    text = text[:MAX_CHARACTERS]
    clauses = chain.from_iterable(map(_clauses, _chains(scan(text), note)))
    kept = tuple(_within_limits(clauses, note))
    if not kept and not ignored and (visible := normalised(text).strip()):
        note(Ignored(visible, "holds nothing to search for", "write a word"))
    return Query(AllOf(kept), tuple(ignored))


def _shortened(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def _too_long(rest: str) -> Ignored:
    reason = f"and all after it was left out: a query has at most {MAX_CHARACTERS} characters"
    return Ignored(rest.strip(), f"{reason} and {MAX_TERMS} terms")


def _chains(tokens: Iterable[Token], note: Note) -> Iterator[list[Operands]]:
    """What stands between spaces, with what OR joins brought together; read as needed."""
    joined: list[Operands] = []
    joining = False
    for token in tokens:
        if token.kind == "unclosed":
            note(_unclosed(token.text))
        elif token.kind == "or":
            if joining or not joined:
                note(LONELY_OR)
            joining = bool(joined)
        elif token.kind != "and":  # a space means the same
            if not joining:
                yield joined
                joined = []
            joined.append(_operands(token, note))
            joining = False
    if joining:
        note(LONELY_OR)
    yield joined


LONELY_OR = Ignored("OR", "needs a word on either side and was left out", "write peace OR treaty")


def _unclosed(mark: str) -> Ignored:
    reason = "is never closed, so the words after it were searched one by one"
    return Ignored(mark, reason, 'write "exact phrase" with a mark at both ends')


def _operands(token: Token, note: Note) -> Operands:
    found = conditions(token, note)
    return (Not(_as_one(found)),) if token.negative and found else found


def _as_one(found: tuple[Condition, ...]) -> Condition:
    """What a minus or an OR takes hold of: the several words of `foo:bar` become a phrase."""
    terms = [term.text for term in found if isinstance(term, Term)]
    return found[0] if len(found) == 1 else Phrase(" ".join(terms))


def _clauses(joined: list[Operands]) -> tuple[Clause, ...]:
    filled = [operands for operands in joined if operands]
    if len(filled) < 2:
        return filled[0] if filled else ()
    return (AnyOf(tuple(_alternative(operands) for operands in filled)),)


def _alternative(operands: Operands) -> Operand:
    conditions = tuple(node for node in operands if not isinstance(node, Not))
    return _as_one(conditions) if conditions else operands[0]


def _within_limits(clauses: Iterable[Clause], note: Note) -> Iterator[Clause]:
    """Clauses until MAX_TERMS are counted or the canonical query is full."""
    terms, room = MAX_TERMS, MAX_CHARACTERS + 1
    for clause in clauses:
        operands = clause.nodes if isinstance(clause, AnyOf) else (clause,)
        kept: list[Operand] = []
        for operand in operands:
            terms -= 1
            room -= len(words.to_text(operand)) + len(" OR " if kept else " ")
            if terms < 0 or room < 0:
                break
            kept.append(operand)
        if kept:
            yield kept[0] if len(kept) == 1 else AnyOf(tuple(kept))
        if len(kept) < len(operands):
            note(_too_long(words.to_text(operands[len(kept)])))
            return


def _terms(nodes: Iterable[Clause]) -> Iterator[Term]:
    for node in nodes:
        if isinstance(node, AnyOf):
            yield from _terms(node.nodes)
        elif isinstance(node, Term):
            yield node

"""The query language of the search box: any text in, a tree of conditions out.

Words (all must match), "exact phrase", -not, a OR b, prefix*, and fields such as
speaker:kishida or said:2022..2024-02. There is no text that cannot be read: what is not
part of the language is searched as plain words or left out, and `Query.ignored` says so.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from citations.query import rendering
from citations.query.ast import (
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
    with_terms,
)
from citations.query.parentheses import spread
from citations.query.query_repair import mended
from citations.query.scanner import (
    Kind,
    Token,
    normalised,
    scan,
)
from citations.query.terms import Note, conditions

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
    """What was asked, and what of it was not taken as written.

    `repaired` is the query that was most probably meant, in full; "" when nothing was ignored,
    or nothing is left to ask.
    """

    root: AllOf = NOTHING
    ignored: tuple[Ignored, ...] = ()
    repaired: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.root.nodes

    @property
    def words(self) -> tuple[Term, ...]:
        """The terms to highlight in a quotation: positive, of no field, each once."""
        return tuple(dict.fromkeys(_terms(self.root.nodes)))

    @property
    def plain_words(self) -> tuple[Word, ...]:
        """Those of `words` that are neither a phrase nor a beginning: what can be misspelt."""
        return tuple(term for term in self.words if isinstance(term, Word))

    def in_words(self) -> str:
        """The query for a heading; "" when nothing was asked."""
        return rendering.in_words(self.root)

    def to_text(self) -> str:
        """The canonical query, at most MAX_CHARACTERS long; it parses to the same root."""
        return rendering.to_text(self.root)

    def without(self, clause: Clause) -> "Query":
        """The query when one of its conditions is dropped."""
        return of(node for node in self.root.nodes if node != clause)

    def in_context(self) -> "Query":
        """The query with its plain terms looked for around the quotations; fields stay.

        It is to be searched for and not to be written: it may be longer than one can be.
        """
        return self._with_terms(lambda term: FieldMatch("context", term))

    def with_word(self, old: str, new: str) -> "Query":
        """The query with a plain word replaced everywhere; it may be longer than one can be."""
        return self._with_terms(lambda term: Word(new) if term == Word(old) else term)

    def _with_terms(self, change: Callable[[Term], Condition]) -> "Query":
        return Query(AllOf(tuple(with_terms(clause, change) for clause in self.root.nodes)))


def of(clauses: Iterable[Clause]) -> Query:
    """The query for some conditions, as many of them as there is room for."""
    return Query(AllOf(tuple(_within_limits(clauses, _unsaid))))


def parse(text: str) -> Query:
    """The query that a text stands for. Never raises, whatever the text."""
    ignored: dict[Ignored, None] = {}  # in order, each once

    def note(what: Ignored) -> None:
        ignored[replace(what, text=_shortened(what.text))] = None

    text = text.strip()
    if len(text) > MAX_CHARACTERS:
        note(_too_long(text[MAX_CHARACTERS:]))
    text = text[:MAX_CHARACTERS]
    tokens = list(spread(list(scan(text)), note))
    root = _root(tokens, note)
    if not root.nodes and not ignored and (visible := normalised(text).strip()):
        note(Ignored(visible, "holds nothing to search for", "write a word"))
    repaired = rendering.to_text(_root(mended(tokens), _unsaid)) if ignored else ""
    return Query(root, tuple(ignored), repaired)


def _unsaid(ignored: Ignored) -> None:
    """No note: what reads a query again says nothing twice."""


def _root(tokens: Iterable[Token], note: Note) -> AllOf:
    clauses = chain.from_iterable(map(_clauses, _chains(tokens, note)))
    return AllOf(tuple(_within_limits(clauses, note)))


def _shortened(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def _too_long(rest: str) -> Ignored:
    reason = f"and all after it was left out: a query has at most {MAX_CHARACTERS} characters"
    return Ignored(rest.strip(), f"{reason} and {MAX_TERMS} terms", "leave some words out")


def _chains(tokens: Iterable[Token], note: Note) -> Iterator[list[Operands]]:
    """What stands between spaces, with what OR joins brought together; read as needed."""
    joined: list[Operands] = []
    operators: list[Kind] = []  # since the last operand
    for token in tokens:
        if token.kind in LEFT_OUT:
            note(LEFT_OUT[token.kind](token))
        elif token.kind in LONELY:
            if operators or not joined:
                note(LONELY[token.kind])
            operators += [token.kind] if joined else []
        else:
            if "or" not in operators:
                yield joined
                joined = []
            joined.append(_operands(token, note))
            operators = []
    if operators:
        note(LONELY[operators[0]])
    yield joined


def _lonely(operator: str) -> Ignored:
    reason = "needs a word on either side and was left out"
    return Ignored(operator, reason, f"write peace {operator} treaty")


LONELY: dict[Kind, Ignored] = {"or": _lonely("OR"), "and": _lonely("AND")}


def _minus(token: Token) -> Ignored:
    return Ignored(token.text, "stands alone and was left out", "write -war, without a space")


def _unclosed(token: Token) -> Ignored:
    reason = "is never closed, so the words beside it were searched one by one"
    return Ignored(token.text, reason, 'write "exact phrase" with a mark at both ends')


LEFT_OUT: dict[Kind, Callable[[Token], Ignored]] = {"unclosed": _unclosed, "minus": _minus}


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
            room -= len(rendering.to_text(operand)) + len(" OR " if kept else " ")
            if terms < 0 or room < 0:
                break
            kept.append(operand)
        if kept:
            yield kept[0] if len(kept) == 1 else AnyOf(tuple(kept))
        if len(kept) < len(operands):
            note(_too_long(rendering.to_text(operands[len(kept)])))
            return


def _terms(nodes: Iterable[Clause]) -> Iterator[Term]:
    for node in nodes:
        if isinstance(node, AnyOf):
            yield from _terms(node.nodes)
        elif isinstance(node, Term):
            yield node

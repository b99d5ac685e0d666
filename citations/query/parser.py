"""The query language of the search box: turns any text into a tree of conditions.

Words (all must match), "exact phrase", -not, a OR b, prefix*, and fields such as
speaker:kishida or said:2022..2024-02. Every text can be read: what is not part of the language
is searched as plain words or left out, and `Query.ignored` says so.
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
    FieldMatch,
    IgnoredPart,
    Not,
    Operand,
    Phrase,
    Term,
    Word,
    replace_terms,
)
from citations.query.parentheses import distribute_parentheses
from citations.query.query_repair import repair_tokens
from citations.query.scanner import QueryToken, TokenKind, normalise_query, scan_tokens
from citations.query.terms import NoteIgnored, conditions_of_token
from citations.text.translation import gettext

MAX_CHARACTERS = 512
MAX_TERMS = 32
NO_CONDITIONS = AllOf(())
MAX_NOTE_CHARACTERS = 40  # of an ignored part, as a note repeats it

Operands = tuple[Operand, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """The conditions of a query, and the parts of it that were not used as written.

    `repaired` is the whole query as it was probably meant; "" if nothing was ignored, or nothing
    remains.
    """

    root: AllOf = NO_CONDITIONS
    ignored: tuple[IgnoredPart, ...] = ()
    repaired: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.root.nodes

    @property
    def highlight_terms(self) -> tuple[Term, ...]:
        """The terms to highlight in a quotation: neither negated nor in a field, each once."""
        return tuple(dict.fromkeys(_positive_terms(self.root.nodes)))

    @property
    def plain_words(self) -> tuple[Word, ...]:
        """The highlight terms that are neither phrases nor prefixes: what can be misspelt."""
        return tuple(term for term in self.highlight_terms if isinstance(term, Word))

    def description(self) -> str:
        return rendering.describe_query(self.root)

    def to_text(self) -> str:
        """The canonical query, at most MAX_CHARACTERS long; it parses to the same root."""
        return rendering.format_query(self.root)

    def without(self, clause: Clause) -> "Query":
        return query_of_clauses(node for node in self.root.nodes if node != clause)

    def in_context(self) -> "Query":
        """The query with its plain terms searched around the quotations; fields stay.

        It is for searching only: written out, it may exceed the limits.
        """
        return self._replace_terms(lambda term: FieldMatch("context", term))

    def with_word(self, old: str, new: str) -> "Query":
        """The query with a plain word replaced everywhere; it may exceed the limits."""
        return self._replace_terms(lambda term: Word(new) if term == Word(old) else term)

    def _replace_terms(self, change: Callable[[Term], Condition]) -> "Query":
        return Query(AllOf(tuple(replace_terms(clause, change) for clause in self.root.nodes)))


def query_of_clauses(clauses: Iterable[Clause]) -> Query:
    return Query(AllOf(tuple(_within_limits(clauses, _discard_note))))


def parse_query(text: str) -> Query:
    """The query that a text stands for. Never raises, whatever the text."""
    ignored: dict[IgnoredPart, None] = {}  # in order, each once

    def note(part: IgnoredPart) -> None:
        ignored[replace(part, text=_shorten(part.text))] = None

    text = text.strip()
    if len(text) > MAX_CHARACTERS:
        note(_note_on_length(text[MAX_CHARACTERS:]))
    text = text[:MAX_CHARACTERS]
    tokens = list(distribute_parentheses(list(scan_tokens(text)), note))
    root = _tree_of(tokens, note)
    if not root.nodes and not ignored and (visible := normalise_query(text).strip()):
        note(_note_on_emptiness(visible))
    repaired = ""
    if ignored:
        repaired = rendering.format_query(_tree_of(repair_tokens(tokens), _discard_note))
    return Query(root, tuple(ignored), repaired)


def _discard_note(part: IgnoredPart) -> None:
    """For reading tokens a second time, when every note was already made."""


def _tree_of(tokens: Iterable[QueryToken], note: NoteIgnored) -> AllOf:
    clauses = chain.from_iterable(map(_clauses_of, _alternatives(tokens, note)))
    return AllOf(tuple(_within_limits(clauses, note)))


def _shorten(text: str) -> str:
    return text if len(text) <= MAX_NOTE_CHARACTERS else f"{text[: MAX_NOTE_CHARACTERS - 1]}…"


def _note_on_length(rest: str) -> IgnoredPart:
    reason = gettext(
        "and everything after it was left out: a query has at most %(characters)s characters"
        " and %(terms)s terms"
    ) % {"characters": MAX_CHARACTERS, "terms": MAX_TERMS}
    return IgnoredPart(rest.strip(), reason, gettext("leave some words out"))


def _note_on_emptiness(text: str) -> IgnoredPart:
    return IgnoredPart(text, gettext("contains nothing to search for"), gettext("write a word"))


def _alternatives(tokens: Iterable[QueryToken], note: NoteIgnored) -> Iterator[list[Operands]]:
    joined: list[Operands] = []
    operators: list[TokenKind] = []  # since the last operand
    for token in tokens:
        if token.kind == "unclosed":
            note(_note_on_unclosed_mark(token))
        elif token.kind == "minus":
            note(_note_on_minus(token))
        elif token.kind in LONELY_OPERATORS:
            if operators or not joined:
                note(_note_on_lonely_operator(token.kind))
            operators += [token.kind] if joined else []
        else:
            if "or" not in operators:
                yield joined
                joined = []
            joined.append(_operands_of(token, note))
            operators = []
    if operators:
        note(_note_on_lonely_operator(operators[0]))
    yield joined


LONELY_OPERATORS: dict[TokenKind, str] = {"or": "OR", "and": "AND"}


def _note_on_lonely_operator(kind: TokenKind) -> IgnoredPart:
    operator = LONELY_OPERATORS[kind]
    reason = gettext("needs a word on either side and was left out")
    remedy = gettext("write %(example)s") % {"example": f"peace {operator} treaty"}
    return IgnoredPart(operator, reason, remedy)


def _note_on_minus(token: QueryToken) -> IgnoredPart:
    reason = gettext("has no word right after it and was left out")
    remedy = gettext("write %(example)s, without a space") % {"example": "-war"}
    return IgnoredPart(token.text, reason, remedy)


def _note_on_unclosed_mark(token: QueryToken) -> IgnoredPart:
    reason = gettext("is never closed, so the words next to it were searched one by one")
    example = {"example": '"exact phrase"'}
    remedy = gettext("write %(example)s with a mark at both ends") % example
    return IgnoredPart(token.text, reason, remedy)


def _operands_of(token: QueryToken, note: NoteIgnored) -> Operands:
    conditions = conditions_of_token(token, note)
    return (Not(_merge_conditions(conditions)),) if token.negative and conditions else conditions


def _merge_conditions(conditions: tuple[Condition, ...]) -> Condition:
    """One condition for a minus or an OR: the several words of `foo:bar` become a phrase."""
    terms = [term.text for term in conditions if isinstance(term, Term)]
    return conditions[0] if len(conditions) == 1 else Phrase(" ".join(terms))


def _clauses_of(joined: list[Operands]) -> tuple[Clause, ...]:
    filled = [operands for operands in joined if operands]
    if len(filled) < 2:
        return filled[0] if filled else ()
    return (AnyOf(tuple(_alternative_of(operands) for operands in filled)),)


def _alternative_of(operands: Operands) -> Operand:
    conditions = tuple(node for node in operands if not isinstance(node, Not))
    return _merge_conditions(conditions) if conditions else operands[0]


def _within_limits(clauses: Iterable[Clause], note: NoteIgnored) -> Iterator[Clause]:
    terms, room = MAX_TERMS, MAX_CHARACTERS + 1
    for clause in clauses:
        operands = clause.nodes if isinstance(clause, AnyOf) else (clause,)
        fitting: list[Operand] = []
        for operand in operands:
            terms -= 1
            room -= len(rendering.format_query(operand)) + len(" OR " if fitting else " ")
            if terms < 0 or room < 0:
                break
            fitting.append(operand)
        if fitting:
            yield fitting[0] if len(fitting) == 1 else AnyOf(tuple(fitting))
        if len(fitting) < len(operands):
            note(_note_on_length(rendering.format_query(operands[len(fitting)])))
            return


def _positive_terms(nodes: Iterable[Clause]) -> Iterator[Term]:
    for node in nodes:
        if isinstance(node, AnyOf):
            yield from _positive_terms(node.nodes)
        elif isinstance(node, Term):
            yield node

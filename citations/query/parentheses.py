"""Round brackets, which are no part of the language but a habit from other engines.

Around words that must all match they change nothing. What stands right before one, a minus or a
field, holds for each word in it; beside an OR it would have to make several words one side.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from citations.query.ast import Ignored
from citations.query.scanner import Token
from citations.query.terms import Note

OPERATORS = ("or", "and")


def spread(tokens: Sequence[Token], note: Note) -> Iterator[Token]:
    """The tokens of `-(a b)` as those of `-a -b`, of `speaker:(a OR b)` as with the field twice."""
    at = 0
    while at < len(tokens):
        group = _group(tokens, at)
        at += len(group)
        first = group[0]
        if len(group) > 1 and (first.negative or first.field):
            note(_before_bracket(first))
            yield from _each_like(first, group)
        else:
            if len(group) > 1 and _is_side_of_or(tokens, at - len(group), at):
                note(SIDE_OF_OR)
            yield from group


def _group(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """The tokens from here to where the bracket closes; just one where none opens and closes.

    Brackets inside it group nothing more.
    """
    depth = 0
    for end in range(at, len(tokens) if tokens[at].opens else at):
        depth += tokens[end].opens
        depth -= 0 if tokens[end].kind == "unclosed" else tokens[end].closes
        if depth <= 0:
            return tokens[at : end + 1]
    return tokens[at : at + 1]


def _before_bracket(first: Token) -> Ignored:
    field = f"{first.field}:" if first.field else ""
    before = f"-{field}" if first.negative else field
    reason = "was taken to hold for each of the words in its brackets"
    return Ignored(f"{before}( )", reason, f"write {before}peace {before}war")


def _each_like(first: Token, group: Sequence[Token]) -> Iterator[Token]:
    for token in group:
        if token.kind in OPERATORS:
            # Without a or b is without a and without b.
            yield replace(token, kind="and") if first.negative else token
        else:
            field = token.field or first.field
            yield replace(token, field=field, negative=first.negative or token.negative)


def _is_side_of_or(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether OR stands beside a group of words that must all match."""
    inside = any(token.kind == "or" for token in tokens[start:end])
    beside = [*tokens[max(start - 1, 0) : start], *tokens[end : end + 1]]
    return not inside and any(token.kind == "or" for token in beside)


SIDE_OF_OR = Ignored(
    "( )",
    "groups nothing: OR takes only the words right beside it",
    'write "peace treaty" OR war for a phrase on one side',
)

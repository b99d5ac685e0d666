"""Round brackets: not part of the query language, but a habit from other search engines.

Around words that must all match they change nothing. A minus or a field right before one applies
to each word inside. Next to an OR they would have to make several words one alternative, which
the language cannot express.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from citations.query.ast import IgnoredPart
from citations.query.scanner import QueryToken
from citations.query.terms import NoteIgnored
from citations.text.translation import gettext

OPERATOR_KINDS = ("or", "and")


def distribute_parentheses(tokens: Sequence[QueryToken], note: NoteIgnored) -> Iterator[QueryToken]:
    """The tokens with groups resolved: `-(a b)` as `-a -b`, `speaker:(a OR b)` with two fields."""
    at = 0
    while at < len(tokens):
        group = _group_at(tokens, at)
        at += len(group)
        first = group[0]
        if len(group) > 1 and (first.negative or first.field):
            note(_note_on_prefix(first))
            yield from _distribute(first, group)
        else:
            if len(group) > 1 and _is_alternative(tokens, at - len(group), at):
                note(_note_on_alternative())
            yield from group


def _group_at(tokens: Sequence[QueryToken], at: int) -> Sequence[QueryToken]:
    """The tokens up to the closing bracket; a single one if none opens here, or it never closes.

    Brackets inside it have no effect of their own.
    """
    depth = 0
    for end in range(at, len(tokens) if tokens[at].opens else at):
        depth += tokens[end].opens
        depth -= 0 if tokens[end].kind == "unclosed" else tokens[end].closes
        if depth <= 0:
            return tokens[at : end + 1]
    return tokens[at : at + 1]


def _note_on_prefix(first: QueryToken) -> IgnoredPart:
    field = f"{first.field}:" if first.field else ""
    prefix = f"-{field}" if first.negative else field
    reason = gettext("was applied to each of the words in its brackets")
    remedy = gettext("write %(example)s") % {"example": f"{prefix}peace {prefix}war"}
    return IgnoredPart(f"{prefix}( )", reason, remedy)


def _distribute(first: QueryToken, group: Sequence[QueryToken]) -> Iterator[QueryToken]:
    for token in group:
        if token.kind in OPERATOR_KINDS:
            # Without a or b means without a and without b.
            yield replace(token, kind="and") if first.negative else token
        else:
            field = token.field or first.field
            yield replace(token, field=field, negative=first.negative or token.negative)


def _is_alternative(tokens: Sequence[QueryToken], start: int, end: int) -> bool:
    inside = any(token.kind == "or" for token in tokens[start:end])
    neighbours = [*tokens[max(start - 1, 0) : start], *tokens[end : end + 1]]
    return not inside and any(token.kind == "or" for token in neighbours)


def _note_on_alternative() -> IgnoredPart:
    reason = gettext("does not group words: OR applies only to the words right next to it")
    example = '"peace treaty" OR war'
    remedy = gettext("write %(example)s for a phrase on one side") % {"example": example}
    return IgnoredPart("( )", reason, remedy)

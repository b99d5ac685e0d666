"""A query written out again: in plain English, and in its own language."""

from citations.query.ast import (
    AllOf,
    AnyOf,
    DateRange,
    FieldMatch,
    Node,
    Not,
    Phrase,
    Prefix,
    Term,
    Word,
)

AS_TYPED = {Word: "{}", Prefix: "{}*", Phrase: '"{}"'}
AS_PRINTED = {Word: "{}", Prefix: "{}…", Phrase: "“{}”"}
FIELDS_IN_WORDS = {
    "speaker": "by {}",
    "position": "speaking as {}",
    "publication": "in {}",
    "topic": "on the topic {}",
    "place": "at the place {}",
    "event": "at the event {}",
    "context": "printed near {}",
    "lang": "in the language {}",
    "mode": "with the mode {}",
    "standing": "with the standing {}",
}


def to_text(node: Node) -> str:
    """The canonical query for a tree; parsing it gives the tree again."""
    match node:
        case FieldMatch(field, value):
            text = f"{field}:{to_text(value)}"
        case DateRange():
            text = f"{node.field}:{node.text}"
        case Not(inner):
            text = f"-{to_text(inner)}"
        case AnyOf(nodes):
            text = " OR ".join(map(to_text, nodes))
        case AllOf(nodes):
            text = " ".join(map(to_text, nodes))
        case _:
            text = AS_TYPED[type(node)].format(node.text)
    return text


def in_words(node: Node) -> str:
    """A description for a heading: `“peace treaty”, by kishida, without “war”`."""
    match node:
        case FieldMatch(field, value):
            text = FIELDS_IN_WORDS[field].format(in_words(value))
        case DateRange():
            text = _range_in_words(node)
        case Not(inner):
            text = _negative_in_words(inner)
        case AnyOf(nodes):
            text = " or ".join(map(in_words, nodes))
        case AllOf():
            text = _all_in_words(node)
        case _:
            text = AS_PRINTED[type(node)].format(node.text)
    return text


def _range_in_words(node: DateRange) -> str:
    first, dots, last = ends_of_range(node.text)
    if not dots:
        return f"{node.field} {node.text}"
    if first and last:
        return f"{node.field} {first} to {last}"
    return f"{node.field} {first} or later" if first else f"{node.field} {last} or earlier"


def ends_of_range(text: str) -> tuple[str, str, str]:
    """`a..b` as a, the dots and b; EDTF's own sets and intervals are one date, without dots."""
    if text.startswith(("[", "{")) or "/" in text:
        return text, "", ""
    return text.partition("..")


def _negative_in_words(node: Term | FieldMatch | DateRange) -> str:
    match node:
        case Word(text):
            return f"without “{text}”"
        case Prefix() | Phrase():
            return f"without {in_words(node)}"
        case _:
            return f"not {in_words(node)}"


def _all_in_words(node: AllOf) -> str:
    """Neighbouring plain words as one run, everything else between commas."""
    parts: list[str] = []
    after_word = False
    for clause in node.nodes:
        is_word = isinstance(clause, Word | Prefix)
        if is_word and after_word:
            parts[-1] += f" {in_words(clause)}"
        else:
            parts.append(in_words(clause))
        after_word = is_word
    only_negative = bool(parts) and all(isinstance(clause, Not) for clause in node.nodes)
    return ("everything " if only_negative else "") + ", ".join(parts)

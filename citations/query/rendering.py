"""Writes a query out again: in its own language, and in words for people."""

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
from citations.text.translation import gettext, gettext_noop

QUERY_FORMS = {Word: "{}", Prefix: "{}*", Phrase: '"{}"'}
PRINTED_FORMS = {Word: "{}", Prefix: "{}…", Phrase: "“{}”"}
FIELD_DESCRIPTIONS = {
    "speaker": gettext_noop("by %(value)s"),
    "position": gettext_noop("speaking as %(value)s"),
    "publication": gettext_noop("in %(value)s"),
    "topic": gettext_noop("on the topic %(value)s"),
    "place": gettext_noop("at the place %(value)s"),
    "event": gettext_noop("at the event %(value)s"),
    "context": gettext_noop("printed near %(value)s"),
    "lang": gettext_noop("in the language %(value)s"),
    "mode": gettext_noop("with the mode %(value)s"),
    "standing": gettext_noop("with the standing %(value)s"),
}
DATE_DESCRIPTIONS = {
    ("said", "on"): gettext_noop("said %(date)s"),
    ("said", "between"): gettext_noop("said %(first)s to %(last)s"),
    ("said", "from"): gettext_noop("said %(first)s or later"),
    ("said", "until"): gettext_noop("said %(last)s or earlier"),
    ("published", "on"): gettext_noop("published %(date)s"),
    ("published", "between"): gettext_noop("published %(first)s to %(last)s"),
    ("published", "from"): gettext_noop("published %(first)s or later"),
    ("published", "until"): gettext_noop("published %(last)s or earlier"),
}


def format_query(node: Node) -> str:
    """The canonical text of a tree; parsing it gives the same tree."""
    match node:
        case FieldMatch(field, value):
            text = f"{field}:{format_query(value)}"
        case DateRange():
            text = f"{node.field}:{node.text}"
        case Not(inner):
            text = f"-{format_query(inner)}"
        case AnyOf(nodes):
            text = " OR ".join(map(format_query, nodes))
        case AllOf(nodes):
            text = " ".join(map(format_query, nodes))
        case _:
            text = QUERY_FORMS[type(node)].format(node.text)
    return text


def describe_query(node: Node) -> str:
    """A description for a heading: `“peace treaty”, by kishida, without “war”`."""
    match node:
        case FieldMatch(field, value):
            text = gettext(FIELD_DESCRIPTIONS[field]) % {"value": describe_query(value)}
        case DateRange():
            text = _describe_range(node)
        case Not(inner):
            text = _describe_negative(inner)
        case AnyOf(nodes):
            text = f" {gettext('or')} ".join(map(describe_query, nodes))
        case AllOf():
            text = _describe_all(node)
        case _:
            text = PRINTED_FORMS[type(node)].format(node.text)
    return text


def _describe_range(node: DateRange) -> str:
    first, dots, last = split_range(node.text)
    if not dots:
        shape = "on"
    elif first and last:
        shape = "between"
    else:
        shape = "from" if first else "until"
    dates = {"date": node.text, "first": first, "last": last}
    return gettext(DATE_DESCRIPTIONS[node.field, shape]) % dates


def split_range(text: str) -> tuple[str, str, str]:
    """`a..b` as a, the dots and b; EDTF's own sets and intervals are one date, without dots."""
    if text.startswith(("[", "{")) or "/" in text:
        return text, "", ""
    return text.partition("..")


def _describe_negative(node: Term | FieldMatch | DateRange) -> str:
    match node:
        case Word(text):
            return gettext("without %(words)s") % {"words": f"“{text}”"}
        case Prefix() | Phrase():
            return gettext("without %(words)s") % {"words": describe_query(node)}
        case _:
            return gettext("not %(condition)s") % {"condition": describe_query(node)}


def _describe_all(node: AllOf) -> str:
    parts: list[str] = []
    after_word = False
    for clause in node.nodes:
        is_word = isinstance(clause, Word | Prefix)
        if is_word and after_word:
            parts[-1] += f" {describe_query(clause)}"
        else:
            parts.append(describe_query(clause))
        after_word = is_word
    text = ", ".join(parts)
    if parts and all(isinstance(clause, Not) for clause in node.nodes):
        return gettext("everything %(conditions)s") % {"conditions": text}
    return text

"""A query in parts, as a form has them: each part is typed as plain text, without syntax.

What is typed becomes nodes, never a piece of a query to be read again, so that nothing typed in
one part can break out of it. The other way round a query is laid out over the parts; what they
cannot say stays in `rest`, which is in the query language itself.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain

from citations.edtf.parsing import parse_edtf
from citations.query.ast import (
    AllOf,
    AnyOf,
    Clause,
    DateField,
    DateRange,
    FieldMatch,
    Not,
    Phrase,
    Prefix,
    Term,
    Word,
)
from citations.query.parser import Query, parse
from citations.query.rendering import to_text
from citations.query.scanner import (
    FAMILY_OF,
    OPERATORS,
    has_content,
    normalised,
    tidied,
    unmarked,
    words_in,
)
from citations.query.terms import CHOICES, EXAMPLES, MIN_PREFIX, date_range, is_long_enough

Clauses = tuple[Clause, ...]
Texts = dict[str, str]


def plain(text: str) -> tuple[Word, ...]:
    """The words of a text in which nothing is syntax: no minus, mark, star, OR or field."""
    chunks = unmarked(normalised(text).replace("*", " ")).split()
    return tuple(chain.from_iterable(map(_plain, chunks)))


def _plain(chunk: str) -> Iterator[Word]:
    found = [node for node in parse(chunk).root.nodes if isinstance(node, Word)]
    if len(found) == 1 and found[0].text == tidied(chunk):
        yield found[0]
    else:
        for part in filter(has_content, words_in(chunk)):
            core = tidied(part)
            yield Word(core.lower() if core in OPERATORS else core)


def phrase(text: str) -> Phrase | None:
    """A text as a phrase, without the marks in it; None where it holds no word."""
    inside = unmarked(normalised(text))
    return Phrase(inside) if has_content(inside) else None


def _any(text: str) -> Clauses:
    words = plain(text)
    return (AnyOf(words),) if len(words) > 1 else words


def _none(text: str) -> Clauses:
    return tuple(map(Not, plain(text)))


def _phrase(text: str) -> Clauses:
    found = phrase(text)
    return (found,) if found else ()


def _begins(text: str) -> Clauses:
    words = plain(text)
    if short := [word.text for word in words if not is_long_enough(word.text)]:
        raise ValueError(f"“{short[0]}” is too short: write at least {MIN_PREFIX} letters.")
    return tuple(Prefix(word.text) for word in words)


def _match(field: str, text: str) -> Clauses:
    """One value of a field: a word, the beginning of one before a star, or a phrase."""
    value = _value(normalised(text).strip())
    return (FieldMatch(field, value),) if value else ()


def _value(text: str) -> Term | None:
    words = plain(text)
    if len(words) != 1 or text[0] in FAMILY_OF:
        return phrase(text)
    word = words[0].text
    return Prefix(word) if text.endswith("*") and is_long_enough(word) else words[0]


def _context(text: str) -> Clauses:
    return tuple(FieldMatch("context", word) for word in plain(text))


def _choice(field: str, text: str) -> Clauses:
    value = text.strip().casefold()
    allows, reason = CHOICES[field]
    if value and not allows(value):
        raise ValueError(f"“{text}” {reason}: write {EXAMPLES[field]} without its “{field}:”.")
    return (FieldMatch(field, Word(value)),) if value else ()


def _range(field: DateField, start: str, end: str) -> Clauses:
    """From one date to another, either of which may be missing; one date where they are equal."""
    first, last = _end(start, latest=False), _end(end, latest=True)
    if not first and not last:
        return ()
    try:
        return (date_range(field, first if first == last else f"{first}..{last}"),)
    except ValueError:
        raise ValueError(f"“{start}” is later than “{end}”: exchange the two.") from None


def _end(text: str, *, latest: bool) -> str:
    """A date as the end of a range; a set or an interval as the day it begins or ends."""
    if not text.strip():
        return ""
    edtf = parse_edtf(text)
    if not any(sign in edtf.text for sign in "/[{"):
        return edtf.text
    day = edtf.latest if latest else edtf.earliest
    return day.isoformat() if day else ""


def _rest(text: str) -> Clauses:
    query = parse(text)
    if query.ignored:
        raise ValueError(" ".join(f"{ignored}." for ignored in query.ignored))
    return query.root.nodes


# The parts in the order of the form, each with the texts it is read from.
READERS: dict[tuple[str, ...], Callable[..., Clauses]] = {
    ("all",): plain,
    ("phrase",): _phrase,
    ("any",): _any,
    ("none",): _none,
    ("begins",): _begins,
    **{
        (field,): partial(_match, field)
        for field in ("speaker", "position", "publication", "topic", "place", "event")
    },
    ("context",): _context,
    ("said_from", "said_to"): partial(_range, "said"),
    ("published_from", "published_to"): partial(_range, "published"),
    **{(field,): partial(_choice, field) for field in CHOICES},
    ("rest",): _rest,
}
NAMES = tuple(chain.from_iterable(READERS))


def clauses(part: tuple[str, ...], texts: Mapping[str, str]) -> Clauses:
    """What one part asks for, which may be nothing.

    Raises ValueError, with a sentence for the person who typed it, where it cannot be read.
    """
    return READERS[part](*(texts.get(name, "") for name in part))


def texts_of(query: Query) -> Texts:
    """The query over the parts: read again they give its conditions, though in another order."""
    texts: Texts = {}
    rest: list[Clause] = []
    for clause in query.root.nodes:
        added = _text_of(clause)
        part = next((part for part in READERS if added.keys() <= set(part)), ())
        wider = {name: f"{texts.get(name, '')} {text}".strip() for name, text in added.items()}
        if part and _reads(part, wider) == (*_reads(part, texts), clause):
            texts |= wider
        else:
            rest.append(clause)
    return texts | {"rest": to_text(AllOf(tuple(rest)))}


def _reads(part: tuple[str, ...], texts: Mapping[str, str]) -> Clauses:
    try:
        return clauses(part, texts)
    except ValueError:
        return ()


# Where a clause without a field is typed, and how.
PLAIN = {Word: "all", Phrase: "phrase", Prefix: "begins"}


def _text_of(clause: Clause) -> Texts:
    """What would have to be typed for a clause, and where; it may not say the same."""
    match clause:
        case Not(Word(text)):
            typed = {"none": text}
        case AnyOf(nodes):
            typed = {"any": " ".join(node.text for node in nodes if isinstance(node, Word))}
        case FieldMatch(field, value):
            typed = {field: to_text(value)}
        case DateRange(field, _, _, text):
            first, dots, last = text.partition("..")
            typed = {f"{field}_from": first, f"{field}_to": last if dots else first}
        case Word(text) | Phrase(text) | Prefix(text):
            typed = {PLAIN[type(clause)]: text}
        case _:
            typed = {"rest": ""}
    return typed

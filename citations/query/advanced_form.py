"""The query as the fields of a form, where each field is typed as plain text, without syntax.

What is typed becomes nodes of the tree and is never parsed as a query, so that nothing typed in
one field can change another. Conversely, a query is spread over the fields; what they cannot
express stays in `rest`, which is written in the query language.
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
from citations.query.parser import Query, parse_query
from citations.query.rendering import format_query
from citations.query.scanner import (
    FAMILY_OF,
    OPERATORS,
    has_content,
    normalise_query,
    remove_marks,
    split_words,
    strip_punctuation,
)
from citations.query.terms import (
    CHOICE_FIELDS,
    MIN_PREFIX,
    examples_of,
    is_long_enough_prefix,
    parse_date_range,
)
from citations.text.translation import gettext, ngettext

Clauses = tuple[Clause, ...]
Texts = dict[str, str]


def parse_plain_words(text: str) -> tuple[Word, ...]:
    """The words of a text in which nothing is syntax: no minus, mark, star, OR or field."""
    chunks = remove_marks(normalise_query(text).replace("*", " ")).split()
    return tuple(chain.from_iterable(map(_words_of_chunk, chunks)))


def _words_of_chunk(chunk: str) -> Iterator[Word]:
    words = [node for node in parse_query(chunk).root.nodes if isinstance(node, Word)]
    if len(words) == 1 and words[0].text == strip_punctuation(chunk):
        yield words[0]
    else:
        for part in filter(has_content, split_words(chunk)):
            core = strip_punctuation(part)
            yield Word(core.lower() if core in OPERATORS else core)


def parse_phrase(text: str) -> Phrase | None:
    inside = remove_marks(normalise_query(text))
    return Phrase(inside) if has_content(inside) else None


def _read_any(text: str) -> Clauses:
    words = parse_plain_words(text)
    return (AnyOf(words),) if len(words) > 1 else words


def _read_none(text: str) -> Clauses:
    return tuple(map(Not, parse_plain_words(text)))


def _read_phrase(text: str) -> Clauses:
    phrase = parse_phrase(text)
    return (phrase,) if phrase else ()


def _read_prefixes(text: str) -> Clauses:
    words = parse_plain_words(text)
    if short := [word.text for word in words if not is_long_enough_prefix(word.text)]:
        message = ngettext(
            "“%(word)s” is too short: write at least %(number)s letter.",
            "“%(word)s” is too short: write at least %(number)s letters.",
            MIN_PREFIX,
        )
        raise ValueError(message % {"word": short[0], "number": MIN_PREFIX})
    return tuple(Prefix(word.text) for word in words)


def _read_field(field: str, text: str) -> Clauses:
    value = _field_value(normalise_query(text).strip())
    return (FieldMatch(field, value),) if value else ()


def _field_value(text: str) -> Term | None:
    words = parse_plain_words(text)
    if len(words) != 1 or text[0] in FAMILY_OF:
        return parse_phrase(text)
    word = words[0].text
    return Prefix(word) if text.endswith("*") and is_long_enough_prefix(word) else words[0]


def _read_context(text: str) -> Clauses:
    return tuple(FieldMatch("context", word) for word in parse_plain_words(text))


def _read_choice(field: str, text: str) -> Clauses:
    value = text.strip().casefold()
    is_allowed, problem = CHOICE_FIELDS[field]
    if value and not is_allowed(value):
        message = gettext("“%(text)s” %(problem)s: write %(examples)s without its “%(field)s:”.")
        parts = {"text": text, "problem": gettext(problem), "field": field}
        raise ValueError(message % {**parts, "examples": examples_of(field)})
    return (FieldMatch(field, Word(value)),) if value else ()


def _read_range(field: DateField, start: str, end: str) -> Clauses:
    first, last = _range_end(start, latest=False), _range_end(end, latest=True)
    if not first and not last:
        return ()
    try:
        return (parse_date_range(field, first if first == last else f"{first}..{last}"),)
    except ValueError:
        message = gettext("“%(start)s” is later than “%(end)s”: swap the two dates.")
        raise ValueError(message % {"start": start, "end": end}) from None


def _range_end(text: str, *, latest: bool) -> str:
    if not text.strip():
        return ""
    edtf = parse_edtf(text)
    if not any(sign in edtf.text for sign in "/[{"):
        return edtf.text
    day = edtf.latest if latest else edtf.earliest
    return day.isoformat() if day else ""


def _read_rest(text: str) -> Clauses:
    query = parse_query(text)
    if query.ignored:
        raise ValueError(" ".join(f"{part}." for part in query.ignored))
    return query.root.nodes


# The parts of the query in the order of the form, each with the form fields it is read from.
PART_READERS: dict[tuple[str, ...], Callable[..., Clauses]] = {
    ("all",): parse_plain_words,
    ("phrase",): _read_phrase,
    ("any",): _read_any,
    ("none",): _read_none,
    ("begins",): _read_prefixes,
    **{
        (field,): partial(_read_field, field)
        for field in ("speaker", "position", "publication", "topic", "place", "event")
    },
    ("context",): _read_context,
    ("said_from", "said_to"): partial(_read_range, "said"),
    ("published_from", "published_to"): partial(_read_range, "published"),
    **{(field,): partial(_read_choice, field) for field in CHOICE_FIELDS},
    ("rest",): _read_rest,
}
FORM_FIELDS = tuple(chain.from_iterable(PART_READERS))


def clauses_of_part(part: tuple[str, ...], texts: Mapping[str, str]) -> Clauses:
    """The conditions of one part of the query, possibly none.

    Raises ValueError, with a sentence for the person who typed it, if it cannot be read.
    """
    return PART_READERS[part](*(texts.get(name, "") for name in part))


def form_texts(query: Query) -> Texts:
    """The query as the texts of the form; read again they give its conditions, in any order."""
    texts: Texts = {}
    rest: list[Clause] = []
    for clause in query.root.nodes:
        added = _texts_of_clause(clause)
        part = next((part for part in PART_READERS if added.keys() <= set(part)), ())
        wider = {name: f"{texts.get(name, '')} {text}".strip() for name, text in added.items()}
        if part and _clauses_or_none(part, wider) == (*_clauses_or_none(part, texts), clause):
            texts |= wider
        else:
            rest.append(clause)
    return texts | {"rest": format_query(AllOf(tuple(rest)))}


def _clauses_or_none(part: tuple[str, ...], texts: Mapping[str, str]) -> Clauses:
    try:
        return clauses_of_part(part, texts)
    except ValueError:
        return ()


# The form field of a term outside the fields of the query language.
FORM_FIELD_OF_TERM = {Word: "all", Phrase: "phrase", Prefix: "begins"}


def _texts_of_clause(clause: Clause) -> Texts:
    """What to type for a clause, and in which form field; it may not mean the same there."""
    match clause:
        case Not(Word(text)):
            texts = {"none": text}
        case AnyOf(nodes):
            texts = {"any": " ".join(node.text for node in nodes if isinstance(node, Word))}
        case FieldMatch(field, value):
            texts = {field: format_query(value)}
        case DateRange(field, _, _, text):
            first, dots, last = text.partition("..")
            texts = {f"{field}_from": first, f"{field}_to": last if dots else first}
        case Word(text) | Phrase(text) | Prefix(text):
            texts = {FORM_FIELD_OF_TERM[type(clause)]: text}
        case _:
            texts = {"rest": ""}
    return texts

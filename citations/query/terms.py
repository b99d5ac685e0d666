"""From a token to the conditions it stands for, or to a note on why it stands for none."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import cast

from citations.edtf.parsing import parse_edtf
from citations.query.ast import (
    Condition,
    DateField,
    DateRange,
    FieldMatch,
    Ignored,
    Phrase,
    Prefix,
    Term,
    Word,
)
from citations.query.rendering import ends_of_range
from citations.query.scanner import OPERATORS, Token, has_content, tidied, unmarked, words_in
from citations.text.scripts import CJK

MODES = ("direct", "partial", "indirect")
STANDINGS = ("accepted", "disputed", "misattributed")
# Each field with an example that a note can show.
EXAMPLES = {
    "speaker": "speaker:kishida",
    "position": 'position:"prime minister"',
    "publication": "publication:kyodo",
    "topic": "topic:treaty",
    "place": "place:nemuro",
    "event": 'event:"news conference"',
    "context": "context:islands",
    "lang": "lang:en or lang:ja",
    "said": "said:2022, said:2022-02 or said:2022..2024",
    "published": "published:2022, published:2022-02 or published:2022..2024",
    "mode": "mode:direct, mode:partial or mode:indirect",
    "standing": "standing:accepted, standing:disputed or standing:misattributed",
}
MIN_PREFIX = 2
# Scripts in which one character can be a word: kana, Han and Hangul.
WITHOUT_SPACES = re.compile(f"[{CJK}]")
AROUND_DATES = "|,;:!()'"

Note = Callable[[Ignored], None]


def conditions(token: Token, note: Note) -> tuple[Condition, ...]:
    """What a word, phrase or field asks for: usually one condition.

    None when there is nothing to search for in it, several words for `unknown:field`.
    What is not taken as written is told to `note`.
    """
    field = token.field.casefold()
    if field in EXAMPLES:
        return _one(_field(field, token, note))
    if not field:
        return _one(_term(token, note))
    return _unknown_field(token, note)


def _one(condition: Condition | None) -> tuple[Condition, ...]:
    return () if condition is None else (condition,)


def _term(token: Token, note: Note) -> Term | None:
    if has_content(token.text):
        return Phrase(token.text) if token.kind == "phrase" else word(token.text, note)
    if token.kind == "phrase":
        note(EMPTY_PHRASE)
    return None


EMPTY_PHRASE = Ignored(
    '""', "has no word between its marks and was left out", 'write "peace treaty"'
)


def word(text: str, note: Note) -> Term:
    """A word, or the beginning of one where a star follows. There must be a letter in it."""
    core = tidied(text)
    if "*" in core:
        return _starred_inside(core, note)
    starred = "*" in text[text.index(core) + len(core) :]
    if starred and is_long_enough(core):
        return Prefix(core)
    if starred:
        reason = f"has too few letters before its *, so {core} was searched as a word"
        note(Ignored(f"{core}*", reason, f"write at least {MIN_PREFIX} letters before it"))
    # A bare OR would be read as the operator when the query is written out again.
    return Word(core.lower() if core in OPERATORS else core)


def _starred_inside(core: str, note: Note) -> Phrase:
    parts = core.replace("*", " ")
    reason = "has a * inside, where it stands for nothing, so its parts were searched as a phrase"
    stem = core.partition("*")[0]
    written = f"{stem}*" if is_long_enough(stem) else f'"{unmarked(parts)}"'
    note(Ignored(core, reason, f"write {written}"))
    return Phrase(unmarked(parts))


def is_long_enough(stem: str) -> bool:
    """Whether a star may follow: two letters, or one of a script in which it can be a word."""
    return sum(map(str.isalnum, stem)) >= MIN_PREFIX or any(map(_is_cjk, stem))


def _is_cjk(character: str) -> bool:
    return WITHOUT_SPACES.match(character) is not None


def _unknown_field(token: Token, note: Note) -> tuple[Condition, ...]:
    """`foo:bar` as the words foo and bar; `foo: bar` is only a colon in a sentence."""
    name = word(token.field, note)
    if not has_content(token.text):
        return (name,)
    fields = ", ".join(f"{field}:" for field in EXAMPLES)
    reason = "is not a field, so its words were searched as plain words"
    note(Ignored(f"{token.field}:", reason, f"the fields are {fields}"))
    if token.kind == "phrase":
        return (name, Phrase(token.text))
    return (name, *(word(part, note) for part in words_in(token.text) if has_content(part)))


def _field(field: str, token: Token, note: Note) -> Condition | None:
    if not has_content(token.text):
        reason = "has nothing right after its colon and was left out"
        note(Ignored(f"{field}:", reason, f"write {EXAMPLES[field]}, without a space"))
        return None
    if field in ("said", "published"):
        return _date_range(cast(DateField, field), token.text, note)
    if field in CHOICES:
        return _choice(field, token.text, note)
    value = _term(Token(token.kind, token.text), _of_field(field, note))
    return None if value is None else FieldMatch(field, value)


def _of_field(field: str, note: Note) -> Note:
    """Notes on a value that name it with its field."""
    return lambda ignored: note(replace(ignored, text=f"{field}:{ignored.text}"))


def _is_language(value: str) -> bool:
    """Whether a value has the shape of a BCP 47 tag: a language, then subtags."""
    language, *subtags = value.split("-")
    return (
        value.isascii()
        and language.isalpha()
        and 2 <= len(language) <= 3
        and all(subtag.isalnum() and len(subtag) <= 8 for subtag in subtags)
    )


CHOICES: dict[str, tuple[Callable[[str], bool], str]] = {
    "mode": (MODES.__contains__, "is not a mode of quoting"),
    "standing": (STANDINGS.__contains__, "is not a standing"),
    "lang": (_is_language, "is not a language tag"),
}


def _choice(field: str, text: str, note: Note) -> FieldMatch | None:
    """One of a few values, in lower case."""
    value = tidied(text).casefold()
    allows, reason = CHOICES[field]
    if allows(value):
        return FieldMatch(field, Word(value))
    note(Ignored(f"{field}:{text}", f"{reason} and was left out", f"write {EXAMPLES[field]}"))
    return None


def _date_range(field: DateField, text: str, note: Note) -> DateRange | None:
    try:
        return date_range(field, text)
    except ValueError as error:
        reason = f"{error} and was left out"
        note(Ignored(f"{field}:{_tidied_date(text)}", reason, f"write {EXAMPLES[field]}"))
        return None


def date_range(field: DateField, text: str) -> DateRange:
    """`a..b`, `a..`, `..b` or one date, each in EDTF; the days a range covers.

    Raises ValueError, with what is wrong with it, where the text is none of these.
    """
    value = _tidied_date(text)
    first, dots, last = ends_of_range(value)
    try:
        earliest = parse_edtf(first).earliest if first else None
        latest = parse_edtf(last or first).latest if last or not dots else None
    except ValueError:
        raise ValueError("is not a date") from None
    if earliest is None and latest is None:
        raise ValueError("is not a date")
    if earliest and latest and earliest > latest:
        raise ValueError("ends before it begins")
    return DateRange(field, earliest, latest, value)


def _tidied_date(text: str) -> str:
    """Without spaces and the punctuation of a sentence; `...` is what editors make of `..`."""
    value = "".join(text.split()).replace("...", "..").strip(AROUND_DATES)
    if value.endswith(".") and not value.endswith(".."):
        return value[:-1].rstrip(AROUND_DATES)
    return value

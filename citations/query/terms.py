"""Turns a token into the conditions it stands for, or into a note on why it stands for none."""

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
    IgnoredPart,
    Phrase,
    Prefix,
    Term,
    Word,
)
from citations.query.rendering import split_range
from citations.query.scanner import (
    OPERATORS,
    QueryToken,
    has_content,
    remove_marks,
    split_words,
    strip_punctuation,
)
from citations.text.scripts import CJK
from citations.text.translation import gettext, gettext_noop, ngettext

MODES = ("direct", "partial", "indirect")
STANDINGS = ("accepted", "disputed", "misattributed")
# Each field with examples for notes and pages.
FIELD_EXAMPLES = {
    "speaker": ("speaker:kishida",),
    "position": ('position:"prime minister"',),
    "publication": ("publication:kyodo",),
    "topic": ("topic:treaty",),
    "place": ("place:nemuro",),
    "event": ('event:"news conference"',),
    "context": ("context:islands",),
    "lang": ("lang:en", "lang:ja"),
    "said": ("said:2022", "said:2022-02", "said:2022..2024"),
    "published": ("published:2022", "published:2022-02", "published:2022..2024"),
    "mode": ("mode:direct", "mode:partial", "mode:indirect"),
    "standing": ("standing:accepted", "standing:disputed", "standing:misattributed"),
}
MIN_PREFIX = 2
# Scripts in which one character can be a word: kana, Han and Hangul.
SCRIPTS_WITHOUT_SPACES = re.compile(f"[{CJK}]")
DATE_PUNCTUATION = "|,;:!()'"

NoteIgnored = Callable[[IgnoredPart], None]


def examples_of(field: str) -> str:
    *others, last = FIELD_EXAMPLES[field]
    return f"{', '.join(others)} {gettext('or')} {last}" if others else last


def conditions_of_token(token: QueryToken, note: NoteIgnored) -> tuple[Condition, ...]:
    """The conditions of a word, phrase or field: usually one.

    None if there is nothing to search for in it, several words for `unknown:field`. `note` gets
    whatever is not used as written.
    """
    field = token.field.casefold()
    if field and field not in FIELD_EXAMPLES:
        return _conditions_of_unknown_field(token, note)
    condition = _condition_of_field(field, token, note) if field else _term_of(token, note)
    return () if condition is None else (condition,)


def _term_of(token: QueryToken, note: NoteIgnored) -> Term | None:
    if has_content(token.text):
        return Phrase(token.text) if token.kind == "phrase" else word_or_prefix(token.text, note)
    if token.kind == "phrase":
        note(_note_on_empty_phrase())
    return None


def _note_on_empty_phrase() -> IgnoredPart:
    reason = gettext("has no word between its marks and was left out")
    return IgnoredPart('""', reason, _write('"peace treaty"'))


def _write(example: str) -> str:
    return gettext("write %(example)s") % {"example": example}


def word_or_prefix(text: str, note: NoteIgnored) -> Term:
    """A word, or a prefix if a star follows. The text must contain a letter or digit."""
    core = strip_punctuation(text)
    if "*" in core:
        return _phrase_around_star(core, note)
    starred = "*" in text[text.index(core) + len(core) :]
    if starred and is_long_enough_prefix(core):
        return Prefix(core)
    if starred:
        note(_note_on_short_prefix(core))
    # A bare OR would be read as the operator when the query is written out again.
    return Word(core.lower() if core in OPERATORS else core)


def _note_on_short_prefix(core: str) -> IgnoredPart:
    reason = gettext("has too few letters before its *, so %(word)s was searched as a word")
    remedy = ngettext(
        "write at least %(number)s letter before it",
        "write at least %(number)s letters before it",
        MIN_PREFIX,
    )
    return IgnoredPart(f"{core}*", reason % {"word": core}, remedy % {"number": MIN_PREFIX})


def _phrase_around_star(core: str, note: NoteIgnored) -> Phrase:
    phrase = remove_marks(core.replace("*", " "))
    reason = gettext(
        "has a * inside, where it has no meaning, so its parts were searched as a phrase"
    )
    stem = core.partition("*")[0]
    note(
        IgnoredPart(
            core, reason, _write(f"{stem}*" if is_long_enough_prefix(stem) else f'"{phrase}"')
        )
    )
    return Phrase(phrase)


def is_long_enough_prefix(stem: str) -> bool:
    """Whether a star may follow: two letters, or one of a script in which it can be a word."""
    return sum(map(str.isalnum, stem)) >= MIN_PREFIX or any(map(_is_cjk, stem))


def _is_cjk(character: str) -> bool:
    return SCRIPTS_WITHOUT_SPACES.match(character) is not None


def _conditions_of_unknown_field(token: QueryToken, note: NoteIgnored) -> tuple[Condition, ...]:
    """`foo:bar` as the words foo and bar; `foo: bar` is only a colon in a sentence."""
    name = word_or_prefix(token.field, note)
    if not has_content(token.text):
        return (name,)
    reason = gettext("is not a field, so its words were searched as plain words")
    fields = ", ".join(f"{field}:" for field in FIELD_EXAMPLES)
    remedy = gettext("the fields are %(fields)s") % {"fields": fields}
    note(IgnoredPart(f"{token.field}:", reason, remedy))
    if token.kind == "phrase":
        return (name, Phrase(token.text))
    words = filter(has_content, split_words(token.text))
    return (name, *(word_or_prefix(word, note) for word in words))


def _condition_of_field(field: str, token: QueryToken, note: NoteIgnored) -> Condition | None:
    if not has_content(token.text):
        note(_note_on_empty_field(field))
        return None
    if field in ("said", "published"):
        return _date_range_of(cast(DateField, field), token.text, note)
    if field in CHOICE_FIELDS:
        return _choice_of(field, token.text, note)
    value = _term_of(QueryToken(token.kind, token.text), _note_with_field(field, note))
    return None if value is None else FieldMatch(field, value)


def _note_on_empty_field(field: str) -> IgnoredPart:
    reason = gettext("has no value right after its colon and was left out")
    remedy = gettext("write %(example)s, without a space") % {"example": examples_of(field)}
    return IgnoredPart(f"{field}:", reason, remedy)


def _note_with_field(field: str, note: NoteIgnored) -> NoteIgnored:
    return lambda part: note(replace(part, text=f"{field}:{part.text}"))


def _is_language(value: str) -> bool:
    """Whether a value has the shape of a BCP 47 tag: a language, then subtags."""
    language, *subtags = value.split("-")
    return (
        value.isascii()
        and language.isalpha()
        and 2 <= len(language) <= 3
        and all(subtag.isalnum() and len(subtag) <= 8 for subtag in subtags)
    )


# Fields with a fixed set of values: the check of a value, and what to say of a wrong one.
CHOICE_FIELDS: dict[str, tuple[Callable[[str], bool], str]] = {
    "mode": (MODES.__contains__, gettext_noop("is not a mode of quoting")),
    "standing": (STANDINGS.__contains__, gettext_noop("is not a standing")),
    "lang": (_is_language, gettext_noop("is not a language tag")),
}


def _choice_of(field: str, text: str, note: NoteIgnored) -> FieldMatch | None:
    value = strip_punctuation(text).casefold()
    is_allowed, problem = CHOICE_FIELDS[field]
    if is_allowed(value):
        return FieldMatch(field, Word(value))
    note(_note_on_value(f"{field}:{text}", gettext(problem), field))
    return None


def _note_on_value(text: str, problem: str, field: str) -> IgnoredPart:
    reason = gettext("%(problem)s and was left out") % {"problem": problem}
    return IgnoredPart(text, reason, _write(examples_of(field)))


def _date_range_of(field: DateField, text: str, note: NoteIgnored) -> DateRange | None:
    try:
        return parse_date_range(field, text)
    except ValueError as error:
        note(_note_on_value(f"{field}:{_strip_date(text)}", str(error), field))
        return None


def parse_date_range(field: DateField, text: str) -> DateRange:
    """`a..b`, `a..`, `..b` or one date, each in EDTF, as the days it covers.

    Raises ValueError, which says what is wrong, if the text is none of these.
    """
    value = _strip_date(text)
    first, dots, last = split_range(value)
    try:
        earliest = parse_edtf(first).earliest if first else None
        latest = parse_edtf(last or first).latest if last or not dots else None
    except ValueError:
        raise ValueError(gettext("is not a date")) from None
    if earliest is None and latest is None:
        raise ValueError(gettext("is not a date"))
    if earliest and latest and earliest > latest:
        raise ValueError(gettext("ends before it begins"))
    return DateRange(field, earliest, latest, value)


def _strip_date(text: str) -> str:
    """Without spaces and the punctuation of a sentence; `...` is what editors make of `..`."""
    value = "".join(text.split()).replace("...", "..").strip(DATE_PUNCTUATION)
    if value.endswith(".") and not value.endswith(".."):
        return value[:-1].rstrip(DATE_PUNCTUATION)
    return value

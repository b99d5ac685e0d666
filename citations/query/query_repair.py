"""What a reader most probably meant by what the language cannot take as written.

Tokens in, tokens out: what comes out is read without a note, and is offered as a repaired query.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import cast

from rapidfuzz.distance import OSA

from citations.edtf.parsing import parse_edtf
from citations.query.ast import DateField
from citations.query.scanner import Token, has_content, tidied
from citations.query.terms import (
    CHOICES,
    EXAMPLES,
    MODES,
    STANDINGS,
    date_range,
    is_long_enough,
)

# Names that other engines and catalogues have for a field.
OTHER_NAMES = {
    "author": "speaker",
    "by": "speaker",
    "from": "speaker",
    "office": "position",
    "paper": "publication",
    "source": "publication",
    "tag": "topic",
    "subject": "topic",
    "location": "place",
    "near": "context",
    "date": "said",
    "year": "said",
}
LANGUAGES = {
    "arabic": "ar",
    "chinese": "zh",
    "english": "en",
    "french": "fr",
    "german": "de",
    "hebrew": "he",
    "italian": "it",
    "japanese": "ja",
    "korean": "ko",
    "portuguese": "pt",
    "russian": "ru",
    "spanish": "es",
    "ukrainian": "uk",
}
NAMES = {name: name for name in EXAMPLES} | OTHER_NAMES
VALUES = {
    "mode": {mode: mode for mode in MODES},
    "standing": {standing: standing for standing in STANDINGS},
    "lang": LANGUAGES,
}
# A year, with a month and a day where they follow, or the s of a decade; no digit before it or
# behind it.
DATE = re.compile(
    r"(?<![0-9])(?P<year>[0-9]{4})(?![0-9])(?:(?P<decade>s)(?![a-z])"
    r"|(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?![0-9])(?:(?P=mark)(?P<day>[0-9]{1,2})(?![0-9]))?)?"
)


def mended(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens as they were probably meant; what cannot be mended is left out."""
    return filter(None, map(_mended, _filled(_closed(list(tokens)))))


def _closed(tokens: Sequence[Token]) -> list[Token]:
    """With a phrase for the plain words that a mark without a partner stands before or behind."""
    made: list[Token] = []
    at = 0
    while at < len(tokens):
        token, at = tokens[at], at + 1
        if token.kind != "unclosed":
            made.append(token)
        elif token.closes:
            count = len(list(takewhile(_is_plain, reversed(made))))
            made[len(made) - count :] = _phrase(made[len(made) - count :])
        else:
            words = _behind(tokens[at:])
            made += _phrase(words)
            at += len(words)
    return made


def _behind(tokens: Sequence[Token]) -> Sequence[Token]:
    """The word behind an opening mark, which may have a field, and the plain words behind that."""
    if not tokens or tokens[0].kind != "word" or not has_content(tokens[0].text):
        return ()
    return [tokens[0], *takewhile(_is_plain, tokens[1:])]


def _is_plain(token: Token) -> bool:
    bare = not token.field and not token.negative and "*" not in token.text
    return token.kind == "word" and bare and has_content(token.text)


def _phrase(words: Sequence[Token]) -> list[Token]:
    if not words:
        return []
    text = " ".join(tidied(word.text) for word in words)
    return [replace(words[0], kind="phrase", text=text)]


def _filled(tokens: Iterable[Token]) -> Iterator[Token]:
    """With the word behind `speaker: ` as its value, where it can be one."""
    empty: Token | None = None
    for token in tokens:
        if empty and token.kind in ("word", "phrase") and not token.field:
            negative = empty.negative or token.negative
            yield _mended(replace(token, field=empty.field, negative=negative)) or token
        else:
            yield token
        empty = token if _is_empty_field(token) else None


def _is_empty_field(token: Token) -> bool:
    known = token.field.casefold() in EXAMPLES
    return known and token.kind == "word" and not has_content(token.text)


def _mended(token: Token) -> Token | None:
    """One token as it was probably meant; None where nothing can be made of it."""
    field = token.field.casefold()
    if field and field not in EXAMPLES:
        meant = nearest(field, NAMES)
        return (_mended(replace(token, field=meant)) if meant else None) or token
    if field in ("said", "published"):
        return _with_value(token, _dates(cast(DateField, field), token.text))
    if field in CHOICES:
        return _with_value(token, _choice(field, token.text))
    stem = tidied(token.text).partition("*")[0]
    if token.kind == "word" and "*" in tidied(token.text) and is_long_enough(stem):
        return replace(token, text=f"{stem}*")
    return token


def _with_value(token: Token, text: str) -> Token | None:
    return replace(token, kind="word", text=text) if text else None


def nearest(word: str, names: dict[str, str]) -> str:
    """What the name stands for that a word is a slip of, or the beginning of; "" if of none.

    A slip is a letter missing, too many, wrong or exchanged with the next; in a word of five
    letters or more there may be two of them.
    """
    if word in names:
        return names[word]
    begun = {names[name] for name in names if len(word) > 2 and name.startswith(word)}
    if len(begun) == 1:
        return begun.pop()
    slips = 2 if len(word) > 4 else 1
    distance = {name: OSA.distance(word, name, score_cutoff=slips) for name in names}
    best = min(distance, key=lambda name: distance[name])
    return names[best] if distance[best] <= slips and len(word) > 2 else ""


def _choice(field: str, text: str) -> str:
    value = tidied(text).casefold().rstrip("*").replace("_", "-")
    allows, _ = CHOICES[field]
    return value if allows(value) else nearest(value, VALUES[field])


def _dates(field: DateField, text: str) -> str:
    """The range as written if it is one, else what can be made of the dates in it; or ""."""
    for candidate in (text, _range_of(text)):
        try:
            return date_range(field, candidate).text
        except ValueError:
            continue
    return ""


def _range_of(text: str) -> str:
    """From the first to the last date in a text; of a single one, on the side it stands."""
    found = list(filter(None, map(_date, DATE.finditer(text))))
    dates = sorted(found, key=lambda date: str(parse_edtf(date).earliest))
    if not dates:
        return ""
    if len(dates) > 1:
        return f"{dates[0]}..{dates[-1]}"
    before, dots, _ = text.partition("..")
    if text.startswith((">", "<")):
        return _compared(text, dates[0])
    if dots:
        return f"{dates[0]}.." if DATE.search(before) else f"..{dates[0]}"
    return dates[0]


def _compared(text: str, date: str) -> str:
    """`<2022` as all up to the day before it, `>2022` as all from the day behind it on."""
    edtf, is_included = parse_edtf(date), text[1:2] == "="
    if text.startswith("<"):
        return f"..{date}" if is_included else f"..{_beside(edtf.earliest, -1)}"
    return f"{date}.." if is_included else f"{_beside(edtf.latest, 1)}.."


def _beside(day: datetime.date | None, step: int) -> str:
    """The day before or behind; nothing beside the first and the last there is."""
    edge = datetime.date.min if step < 0 else datetime.date.max
    return "" if not day or day == edge else (day + datetime.timedelta(step)).isoformat()


def _date(found: re.Match[str]) -> str:
    """The date with as much of it as there is in the calendar: 2022-13 is 2022, 1990s is 199X."""
    if found["decade"]:
        return f"{found['year'][:3]}X"
    rest = (found["month"], found["day"])
    parts = [found["year"], *(part.zfill(2) for part in rest if part)]
    for length in range(len(parts), 0, -1):
        try:
            return parse_edtf("-".join(parts[:length])).text
        except ValueError:
            continue
    return ""

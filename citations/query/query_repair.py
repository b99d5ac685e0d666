"""Repairs a query: guesses what was meant by whatever the language cannot use as written.

Tokens in, tokens out. The tokens that come out parse without a note and are offered as a repaired
query.
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
from citations.query.scanner import QueryToken, has_content, strip_punctuation
from citations.query.terms import (
    CHOICE_FIELDS,
    FIELD_EXAMPLES,
    MODES,
    STANDINGS,
    is_long_enough_prefix,
    parse_date_range,
)

# Names of other search engines and catalogues for our fields.
FIELD_SYNONYMS = {
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
LANGUAGE_TAGS = {
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
FIELD_NAMES = {name: name for name in FIELD_EXAMPLES} | FIELD_SYNONYMS
CHOICE_VALUES = {
    "mode": {mode: mode for mode in MODES},
    "standing": {standing: standing for standing in STANDINGS},
    "lang": LANGUAGE_TAGS,
}
# A year, optionally with a month and a day, or with the s of a decade; no digit before or after.
DATE_PATTERN = re.compile(
    r"(?<![0-9])(?P<year>[0-9]{4})(?![0-9])(?:(?P<decade>s)(?![a-z])"
    r"|(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?![0-9])(?:(?P=mark)(?P<day>[0-9]{1,2})(?![0-9]))?)?"
)


def repair_tokens(tokens: Iterable[QueryToken]) -> Iterator[QueryToken]:
    """The tokens as they were probably meant, without those that cannot be repaired."""
    return filter(None, map(_repair_token, _fill_empty_fields(_close_marks(list(tokens)))))


def _close_marks(tokens: Sequence[QueryToken]) -> list[QueryToken]:
    repaired: list[QueryToken] = []
    at = 0
    while at < len(tokens):
        token, at = tokens[at], at + 1
        if token.kind != "unclosed":
            repaired.append(token)
        elif token.closes:
            count = len(list(takewhile(_is_plain_word, reversed(repaired))))
            repaired[len(repaired) - count :] = _phrase_of(repaired[len(repaired) - count :])
        else:
            words = _words_after_mark(tokens[at:])
            repaired += _phrase_of(words)
            at += len(words)
    return repaired


def _words_after_mark(tokens: Sequence[QueryToken]) -> Sequence[QueryToken]:
    if not tokens or tokens[0].kind != "word" or not has_content(tokens[0].text):
        return ()
    return [tokens[0], *takewhile(_is_plain_word, tokens[1:])]


def _is_plain_word(token: QueryToken) -> bool:
    is_bare = not token.field and not token.negative and "*" not in token.text
    return token.kind == "word" and is_bare and has_content(token.text)


def _phrase_of(words: Sequence[QueryToken]) -> list[QueryToken]:
    if not words:
        return []
    text = " ".join(strip_punctuation(word.text) for word in words)
    return [replace(words[0], kind="phrase", text=text)]


def _fill_empty_fields(tokens: Iterable[QueryToken]) -> Iterator[QueryToken]:
    empty: QueryToken | None = None
    for token in tokens:
        if empty and token.kind in ("word", "phrase") and not token.field:
            negative = empty.negative or token.negative
            yield _repair_token(replace(token, field=empty.field, negative=negative)) or token
        else:
            yield token
        empty = token if _is_empty_field(token) else None


def _is_empty_field(token: QueryToken) -> bool:
    is_known = token.field.casefold() in FIELD_EXAMPLES
    return is_known and token.kind == "word" and not has_content(token.text)


def _repair_token(token: QueryToken) -> QueryToken | None:
    field = token.field.casefold()
    if field and field not in FIELD_EXAMPLES:
        meant = nearest_name(field, FIELD_NAMES)
        return (_repair_token(replace(token, field=meant)) if meant else None) or token
    if field in ("said", "published"):
        return _with_value(token, _repair_dates(cast(DateField, field), token.text))
    if field in CHOICE_FIELDS:
        return _with_value(token, _repair_choice(field, token.text))
    core = strip_punctuation(token.text)
    stem = core.partition("*")[0]
    if token.kind == "word" and "*" in core and is_long_enough_prefix(stem):
        return replace(token, text=f"{stem}*")
    return token


def _with_value(token: QueryToken, text: str) -> QueryToken | None:
    return replace(token, kind="word", text=text) if text else None


def nearest_name(word: str, names: dict[str, str]) -> str:
    """What the name stands for that a word is a slip or the beginning of; "" if there is none.

    A slip is one letter missing, added, wrong or swapped with the next; a word of five letters or
    more may have two slips.
    """
    if word in names:
        return names[word]
    completions = {names[name] for name in names if len(word) > 2 and name.startswith(word)}
    if len(completions) == 1:
        return completions.pop()
    slips = 2 if len(word) > 4 else 1
    distance = {name: OSA.distance(word, name, score_cutoff=slips) for name in names}
    best = min(distance, key=lambda name: distance[name])
    return names[best] if distance[best] <= slips and len(word) > 2 else ""


def _repair_choice(field: str, text: str) -> str:
    value = strip_punctuation(text).casefold().rstrip("*").replace("_", "-")
    is_allowed, _ = CHOICE_FIELDS[field]
    return value if is_allowed(value) else nearest_name(value, CHOICE_VALUES[field])


def _repair_dates(field: DateField, text: str) -> str:
    for candidate in (text, _range_of_dates(text)):
        try:
            return parse_date_range(field, candidate).text
        except ValueError:
            continue
    return ""


def _range_of_dates(text: str) -> str:
    """From the first to the last date in a text; a single date before or after `..` is one end."""
    valid = list(filter(None, map(_valid_date, DATE_PATTERN.finditer(text))))
    dates = sorted(valid, key=lambda date: str(parse_edtf(date).earliest))
    if not dates:
        return ""
    if len(dates) > 1:
        return f"{dates[0]}..{dates[-1]}"
    before, dots, _ = text.partition("..")
    if text.startswith((">", "<")):
        return _range_of_comparison(text, dates[0])
    if dots:
        return f"{dates[0]}.." if DATE_PATTERN.search(before) else f"..{dates[0]}"
    return dates[0]


def _range_of_comparison(text: str, date: str) -> str:
    """`<2022` as everything up to the day before, `>2022` as everything from the day after."""
    edtf, is_included = parse_edtf(date), text[1:2] == "="
    if text.startswith("<"):
        return f"..{date}" if is_included else f"..{_adjacent_day(edtf.earliest, -1)}"
    return f"{date}.." if is_included else f"{_adjacent_day(edtf.latest, 1)}.."


def _adjacent_day(day: datetime.date | None, step: int) -> str:
    """The day before or after; "" beyond the first and the last possible day."""
    edge = datetime.date.min if step < 0 else datetime.date.max
    return "" if not day or day == edge else (day + datetime.timedelta(step)).isoformat()


def _valid_date(match: re.Match[str]) -> str:
    """The date, as much of it as the calendar has: 2022-13 is 2022, 1990s is 199X."""
    if match["decade"]:
        return f"{match['year'][:3]}X"
    rest = (match["month"], match["day"])
    parts = [match["year"], *(part.zfill(2) for part in rest if part)]
    for length in range(len(parts), 0, -1):
        try:
            return parse_edtf("-".join(parts[:length])).text
        except ValueError:
            continue
    return ""

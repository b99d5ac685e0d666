"""The words of time of a language, from the `temporal.toml` beside its lexicon."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent.parent / "languages"
_UNITS = {
    "day": "days",
    "week": "weeks",
    "fortnight": "fortnights",
    "month": "months_long",
    "year": "years",
}
_NUMERIC = {
    "day": r"(?:3[01]|[12][0-9]|0?[1-9])",
    "year": r"(?:1[0-9]{3}|20[0-9]{2})",
    "year2": r"(?:1[0-9]{3}|20[0-9]{2})",
    "decade": r"(?:1[0-9][1-9]0|20[1-9]0)",
}
_TABLES = ("months", "weekdays", "seasons", "numbers", "near", "fixed", "eras", *_UNITS.values())


@dataclass(frozen=True, slots=True)
class DateForm:
    """One way to write a date: what kind it is, and its regular expression with placeholders.

    `sign` says in which direction it counts, `value` how many days where the words do not. An open
    form asks for the date that it counts from (the day after ...). An attribute stands before the
    noun that it describes (a 1994 interview).
    """

    kind: str
    pattern: str
    before: str
    sign: int
    value: str
    is_open: bool
    is_attribute: bool


@dataclass(frozen=True, slots=True)
class TemporalWords:
    """The words of one language.

    `numbers` has for each placeholder its words in lower case and what they stand for; `lists` has
    every other list of words, and `endings` the same to compare the ends of words. `groups` names
    the groups of `pattern` by placeholder, for each form. `triggers` are the words without which
    a sentence has no date.
    """

    code: str
    forms: tuple[DateForm, ...]
    numbers: Mapping[str, Mapping[str, str]]
    lists: Mapping[str, frozenset[str]]
    endings: Mapping[str, tuple[str, ...]]
    flags: frozenset[str]
    pattern: re.Pattern[str]
    groups: tuple[Mapping[str, str], ...]
    triggers: frozenset[str]

    def words(self, key: str) -> frozenset[str]:
        """The words of a list; an empty set if the language leaves it out."""
        return self.lists.get(key, frozenset())

    def is_set(self, flag: str) -> bool:
        return flag in self.flags


@cache
def load_temporal_words(code: str) -> TemporalWords | None:
    """The words of time of a language by its ISO 639 code; None if there are none."""
    path = _FOLDER / code / "temporal.toml"
    return parse_temporal_words(code, path.read_text("utf-8")) if path.exists() else None


def parse_temporal_words(code: str, toml: str) -> TemporalWords:
    """The words from their TOML, with one pattern for all forms of dates."""
    entries = tomllib.loads(toml)
    numbers = _numbers(entries)
    shapes = _NUMERIC | {key: _alternatives(words) for key, words in numbers.items()}
    suffix = entries.get("day_suffix", "(?:st|nd|rd|th)?")
    shapes["day"] += suffix
    forms = tuple(_forms(entries.get("forms", ())))
    lists = {
        key: frozenset(value.lower().split())
        for key, value in entries.items()
        if isinstance(value, str) and key not in _TABLES
    }
    endings = {key: tuple(words) for key, words in lists.items()}
    flags = frozenset(key for key, value in entries.items() if value is True)
    pattern = _date_pattern(forms, shapes, entries)
    triggers = _triggers(numbers) | lists.get("triggers", frozenset())
    return TemporalWords(
        code, forms, numbers, lists, endings, flags, pattern, _groups_by_form(pattern), triggers
    )


def _numbers(entries: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """What each word of a placeholder stands for."""
    found = {
        key[:-1]: _count_names(entries.get(key, "").split())
        for key in ("months", "weekdays", "seasons")
    }
    found["part"] = dict.fromkeys(entries.get("parts", "").split(), "")
    found["number"] = _assigned(entries.get("numbers", "").split())
    found["number"] |= {str(each): str(each) for each in range(1, 100)}
    found["near"] = _assigned(entries.get("near", "").split())
    found["era"] = _assigned(entries.get("eras", "").split())
    found["fixed"] = _assigned(filter(None, entries.get("fixed", "").split(";")))
    found["unit"] = {
        word: unit
        for unit, key in _UNITS.items()
        for word in entries.get(key, "").lower().replace("_", " ").split("/")
        if word
    }
    return found


def _count_names(names: Iterable[str]) -> dict[str, str]:
    return {
        name.lower(): str(number)
        for number, group in enumerate(names, 1)
        for name in group.split("/")
    }


def _assigned(pairs: Iterable[str]) -> dict[str, str]:
    found = {}
    for pair in pairs:
        value, _, names = pair.partition("=")
        found.update({name.lower().replace("_", " "): value for name in names.split("/")})
    return found


def _alternatives(words: Iterable[str]) -> str:
    listed = sorted(words, key=lambda word: (-len(word), word))
    if "99" in listed:
        # One shape for all numbers of two digits is faster than a hundred words.
        listed = [*(word for word in listed if not word.isdigit()), "[1-9][0-9]?"]
    shapes = (
        word
        if word[0] == "["
        else re.escape(word).replace("\\ ", " ") + r"\.?" * (2 < len(word) < 5)
        for word in listed
    )
    return f"(?:{'|'.join(shapes) or '(?!)'})"


def _forms(entries: Iterable[Mapping[str, Any]]) -> Iterator[DateForm]:
    for entry in entries:
        for pattern in entry["patterns"]:
            shape, _, value = pattern.partition("=") if "=" in pattern[-6:] else (pattern, "", "")
            switches = (entry.get("open", False), entry.get("attribute", False))
            before, sign = entry.get("before", ""), entry.get("sign", 0)
            yield DateForm(entry["kind"], shape, before, sign, value, *switches)


def _date_pattern(
    forms: Iterable[DateForm], shapes: Mapping[str, str], entries: Mapping[str, Any]
) -> re.Pattern[str]:
    """One pattern for all forms. It looks at the edge of a word first, so that it fails fast."""
    shape = "|".join(_form_pattern(number, form, shapes) for number, form in enumerate(forms))
    if "unspaced" in entries:
        return re.compile(f"(?<![0-9])(?=[{entries['first']}])(?:{shape})(?![0-9])")
    return re.compile(rf"(?<![^\W_])(?=\w)(?:{shape})(?!\w)", re.IGNORECASE)


def _form_pattern(number: int, form: DateForm, shapes: Mapping[str, str]) -> str:
    """The form with its placeholders as groups, which end with its number."""

    def group(match: re.Match[str]) -> str:
        return f"(?P<{match[1]}_{number}>{shapes[match[1]]})"

    before, words = (
        re.sub(r"\{([a-z]+2?)\}", group, each).replace(" ", r"[^\S\n]")
        for each in (form.before, form.pattern)
    )
    return f"{before}(?P<span_{number}>{words})"


def _groups_by_form(pattern: re.Pattern[str]) -> tuple[dict[str, str], ...]:
    """For each form the names of its groups, by their placeholders."""
    found: list[dict[str, str]] = []
    for name in pattern.groupindex:
        key, _, number = name.rpartition("_")
        if int(number) == len(found):
            found.append({})
        found[int(number)][key] = name
    return tuple(found)


def _triggers(numbers: Mapping[str, Mapping[str, str]]) -> frozenset[str]:
    keys = ("month", "weekday", "near", "unit", "season", "fixed", "part")
    return frozenset(word for key in keys for name in numbers[key] for word in name.split())

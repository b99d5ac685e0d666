"""Loads the lexicon of a language: the words and marks by which its quotations are read."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Language:
    """The lexicon of one language. Which lists there are is told in `README.md` beside this file.

    `lists` holds every list of words, each by its key; entries of several words contain spaces.
    """

    code: str
    reader: str
    marks: tuple[tuple[str, str], ...]
    lists: Mapping[str, frozenset[str]]
    flags: frozenset[str]

    def words(self, *keys: str) -> frozenset[str]:
        """The entries of these lists together; a list that the lexicon leaves out is empty."""
        return frozenset().union(*(self.lists.get(key, frozenset()) for key in keys))

    def is_set(self, flag: str) -> bool:
        return flag in self.flags


@cache
def load_language(code: str) -> Language | None:
    """The lexicon of a language by its ISO 639 code; None if there is none that is complete."""
    if code not in supported_languages():
        return None
    return parse_lexicon(code, (_FOLDER / code / "lexicon.toml").read_text("utf-8"))


def required_language(code: str) -> Language:
    """The lexicon of a language that has one. Raises LookupError."""
    if language := load_language(code):
        return language
    raise LookupError(code)


@cache
def supported_languages() -> frozenset[str]:
    """The codes of all languages that have a lexicon."""
    return frozenset(path.parent.name for path in _FOLDER.glob("*/lexicon.toml"))


def parse_lexicon(code: str, toml: str) -> Language:
    """A lexicon from its TOML: strings of words or lists of phrases, pairs of marks, switches."""
    entries = tomllib.loads(toml)
    reader = entries.pop("reader", "alphabetic")
    marks = tuple((pair[0], pair[-1]) for pair in entries.pop("marks", ()))
    flags = frozenset(key for key, value in entries.items() if value is True)
    lists = {
        key: frozenset(value.split() if isinstance(value, str) else value)
        for key, value in entries.items()
        if isinstance(value, str | list)
    }
    return Language(code, reader, marks, lists, flags)


def any_word_pattern(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first; for none, one never met."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"

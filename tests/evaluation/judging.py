"""Judges a speaker: right, wrong, or open.

A wrong name is worse than none, so the two are never added up.
"""

import re
import unicodedata
from typing import Literal

from citations.extraction.quotation import Quotation
from citations.extraction.syntax.lexicon import SUFFIXES, TITLES
from tests.evaluation.gold import GoldQuotation

# "unjudged": the gold data does not say whom a pronoun means.
Verdict = Literal["right", "wrong", "open", "unjudged"]
_SMALL = frozenset("a an and by for from in of on or that the this to with".split())


def judge_speaker(gold: GoldQuotation, found: Quotation, text: str) -> Verdict:
    """A pronoun counts only by the person it means."""
    if gold.kind == "none":
        return "wrong" if found.speaker else "right"
    if gold.kind == "pronoun" and not gold.person:
        return "unjudged"
    if gold.person:
        same = is_same_person(gold.person, found.speaker)
        return "right" if same else "wrong" if found.speaker else "open"
    printed = found.attribution.text_in(text) if found.attribution else ""
    if any(_shares_words(gold, each) for each in (printed, found.speaker)):
        return "right"
    return "wrong" if found.speaker else "open"


def is_same_person(expected: str, given: str) -> bool:
    """Whether the names agree: the same surname, and no other first name."""
    one, other = name_words(expected), name_words(given)
    if not one or not other:
        return False
    if set(one) <= set(other):
        return True
    if one[-1] != other[-1]:
        return False
    return len(other) == 1 or one[0][0] == other[0][0]


def is_shorter(expected: str, given: str) -> bool:
    """Whether the name lacks words of the fullest one."""
    return len(name_words(given)) < len(name_words(expected))


def name_words(name: str) -> list[str]:
    """The words of the name in lower case without accents, titles in front and suffixes behind."""
    words = _words(name)
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    while len(words) > 1 and words[-1] in SUFFIXES:
        words = words[:-1]
    return words


def _words(phrase: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", phrase.replace("’", "'"))
    plain = "".join(each for each in plain if not unicodedata.combining(each)).casefold()
    return [each.strip("'") for each in re.findall(r"[\w'-]+", re.sub(r"'s\b", "", plain))]


def _shares_words(gold: GoldQuotation, phrase: str) -> bool:
    """Whether an organisation or role is the same: its head word, or half of its words."""
    expected = set(_words(re.split(r"[,(;:]", gold.speaker)[0])) - _SMALL
    shared = expected & set(_words(phrase))
    head = set(_words(gold.head)) & set(_words(phrase))
    return bool(head) or bool(shared and 2 * len(shared) >= len(expected))

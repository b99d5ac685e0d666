"""The name in a label: without forms of address and offices, in normal case."""

import re
from functools import lru_cache
from typing import NamedTuple

from citations.extraction.entities.first_names import first_name_gender, is_first_name
from citations.extraction.turns.labels.speaker_words import (
    ADDRESS,
    CHAIRS,
    FEMININE,
    MASCULINE,
    OFFICES,
    PARTICLES,
    ROLE_NOUNS,
)

_LETTERS = re.compile(r"[^\W\d_]+")
_INITIALS = re.compile(r"[A-ZÀ-Þ]{2,3}|(?:[A-ZÀ-Þ]\.-?){2,4}|[A-Z][a-z]{1,2}[A-Z]")
# A title without a space behind it: Mr.Watts.
_GLUED = re.compile(r"^([A-Z][a-z]{1,3}\.)(?=[^\W\d_])")
# Letters behind a name, of honours, degrees and seats.
_LETTERS_BEHIND = frozenset(
    "MP MPs MSP MLA MEP MS TD QC KC SC OBE CBE MBE KBE DBE FRS PhD MD Esq AC AO AM KCB".split()
)
_NUMBER = re.compile(r"\d{1,3}|#\d{1,3}|[A-Z]")
_JOINING = frozenset("of for and the".split())
_TITLES = ADDRESS | OFFICES | {"the"}
_HONORIFICS = ("さん", "氏", "씨", "先生", "记者", "記者")
_MOST_WORDS = 7
_MOST_WORDS_OF_OFFICE = 16


class LabelName(NamedTuple):
    """What a label names: `base` is the person's name or, where `is_role`, the role as printed.

    `gender` is "m", "f" or "", by the form of address or the first name.
    """

    base: str
    gender: str
    is_titled: bool
    is_role: bool
    is_initials: bool
    is_capitals: bool


@lru_cache(maxsize=2048)
def label_name(printed: str) -> LabelName | None:
    """The name in the printed label; None if it does not read as a name or a role."""
    words = _GLUED.sub(r"\1 ", printed).split()
    while len(words) > 2 and words[-1].strip(",.") in _LETTERS_BEHIND:
        words.pop()
    if not words or not _reads_as_name(words) or all(_key(word) in ADDRESS for word in words):
        return None
    capitals = _is_capitals(printed)
    first = 0 if _is_initial_before_surname(words) else _after_titles(words)
    rest = words[first:]
    role = not rest or _is_role(words, rest)
    if role:
        return LabelName(printed, "", first > 0, True, False, capitals)
    initials = first == 0 and len(rest) == 1 and bool(_INITIALS.fullmatch(rest[0]))
    base = " ".join(rest)
    if not initials and (capitals or any(map(_is_shouted, rest))) and (first or len(rest) > 1):
        base = in_normal_case(base)
    return LabelName(
        _without_honorific(base), _gender(words[:first], rest), first > 0, False, initials, capitals
    )


def in_normal_case(name: str) -> str:
    """FENELLA WOODROW-PIKE as Fenella Woodrow-Pike; MCKIM as McKim; DE LA CRUZ as de la Cruz."""
    words = name.split()
    return " ".join(
        word.lower()
        if at and word.lower() in PARTICLES and word.isupper() and len(word) > 1
        else _LETTERS.sub(_in_normal_case, word)
        if _is_shouted(word)
        else word
        for at, word in enumerate(words)
    )


def _in_normal_case(match: re.Match[str]) -> str:
    word = match.group()
    if word.casefold().startswith("mc") and len(word) > 3:
        return "Mc" + word[2:].capitalize()
    # The s of O'BRIEN'S, but not the B of O'BRIEN.
    return word.lower() if word == "S" and match.start() else word.capitalize()


def _is_shouted(word: str) -> bool:
    """In capitals; the c of McKIM may be small."""
    letters = "".join(_LETTERS.findall(word))
    letters = letters[2:] if letters.startswith(("Mc", "Mac")) else letters
    return len(letters) > 1 and letters.isupper()


def _is_capitals(printed: str) -> bool:
    letters = "".join(_LETTERS.findall(printed))
    return len(letters) > 1 and letters.replace("Mc", "MC").isupper()


def _is_initial_before_surname(words: list[str]) -> bool:
    """M. O'BRIEN as broadcasters write it; M. Castagne is a French form of address."""
    return len(words) == 2 and words[0] == "M." and _is_shouted(words[1])


def _after_titles(words: list[str]) -> int:
    """How many forms of address and offices come before the name."""
    at = 0
    while at < len(words) and _key(words[at]) in _TITLES:
        at += 1
    return at if at > 1 or not words or _key(words[0]) != "the" else 0


def _is_role(words: list[str], rest: list[str]) -> bool:
    """No name at all: The Speaker, STATION MASTER, Speaker 2, Mayor of Carnmouth.

    A form of address or a first name shows that it is one: Mr King, Emma Porter.
    """
    if _NUMBER.fullmatch(rest[-1]) and len(words) > 1:
        return len(rest) == 1 or _key(rest[-2]) in ROLE_NOUNS
    if rest[0].casefold() in _JOINING:
        return True
    if len(rest) < len(words):
        return all(_key(word) in CHAIRS for word in rest)
    if _key(words[0]) == "the":
        return len(words) > 1
    if len(words) > 1 and is_first_name(words[0]):
        return False
    return bool({rest[0].casefold(), _key(rest[-1])} & ROLE_NOUNS)


def _reads_as_name(words: list[str]) -> bool:
    """Every word has a capital, or belongs to a script without them, or joins two that do."""
    most = _MOST_WORDS_OF_OFFICE if _key(words[0]) == "the" else _MOST_WORDS
    if len(words) > most or not words[0][0].isalpha():
        return False
    if words[0][0].islower() and _key(words[0]) not in PARTICLES:
        return False
    return all(_may_stand_in_name(word, at, len(words)) for at, word in enumerate(words))


def _may_stand_in_name(word: str, at: int, count: int) -> bool:
    first = next((each for each in word if each.isalnum()), "")
    if not first:
        return word == "&"
    if first.isdigit():
        return at > 0 and at == count - 1 and len(word) <= 4
    if first.islower():
        joins = word in PARTICLES | _JOINING
        return (joins and at < count - 1) or word in ROLE_NOUNS
    return not (len(word) > 1 and word[-1] == "," and at == count - 1)


def _gender(titles: list[str], rest: list[str]) -> str:
    for title in titles:
        if _key(title) in MASCULINE | FEMININE:
            return "m" if _key(title) in MASCULINE else "f"
    return first_name_gender(rest[0]) if len(rest) > 1 else ""


def _without_honorific(name: str) -> str:
    for honorific in _HONORIFICS:
        if len(name) > len(honorific) + 1:
            name = name.removesuffix(honorific).rstrip()
    return name


def _key(word: str) -> str:
    return word.casefold().strip(".,’'")

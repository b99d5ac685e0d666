"""Splits a printed name into family and given name, where that is certain.

An ambiguous name stays whole, because nobody finds a citation under a wrong family name.
"""

import re
from functools import lru_cache

from citations.cite.csl import CslName
from citations.text.scripts import CJK

# Countries (ISO 3166) whose papers may print the family name first, whatever their language.
FAMILY_FIRST = frozenset("CN HK HU JP KH KP KR MO MN SG TW VN".split())
# Languages (BCP 47) that print the given name first.
GIVEN_FIRST = frozenset(
    "af bg ca cs cy da de el en eo es et eu fi fr ga gl hr hy id is it lt lv mk ms mt nb nl nn no "
    "pl pt ro sk sl sq sr sv sw tr".split()
)
# Particles that belong to the family name after them (CSL's non-dropping particles).
PARTICLES = frozenset(
    "af al av ben bin da dal das de del della den der des di do dos du e el ibn la las le los san "
    "ten ter van vom von y z zu zum zur".split()
)
# Any of these words makes the name an organisation's.
ORGANISATIONS = frozenset(
    "agency and archive association board broadcasting bureau centre center collective commission "
    "committee company contributors correspondent correspondents council corporation daily "
    "department desk editor editorial editors embassy foundation government group house institute "
    "international journal library magazine media ministry network news newsroom office "
    "organization organisation police post press radio report reporter reporters reuters service "
    "society staff studio team the times tribune university wire world writer writers".split()
)
MAX_WORDS = 5

# Words after a family name that are not part of it.
SUFFIXES = frozenset("jr jr. sr sr. ii iii iv esq. phd md".split())
# A word in capitals without any vowel is an abbreviation: NHK.
VOWELS = re.compile("[AEIOUYÀ-ÖØ-Þ]")

_COMMA = re.compile(r"\s*,\s*")
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]*)*", re.UNICODE)
_CJK_NAME = re.compile(f"([{CJK}]{{1,4}}) ([{CJK}]{{1,4}})")


@lru_cache(maxsize=8192)
def split_name(text: str, language: str = "en", country: str = "") -> CslName:
    """The name in parts, or whole if it is ambiguous or an organisation's.

    These are certain: `Family, Given`; one word in capitals among others (KISHIDA Fumio); Chinese,
    Japanese and Korean names with a space; and personal names if the `language` (BCP 47) and the
    paper's `country` (ISO 3166) both print the given name first.
    """
    text = " ".join(text.split())
    parts = _split_at_comma(text) or _split_cjk_name(text) or _split_by_capitals(text)
    prints_given_first = language.partition("-")[0].lower() in GIVEN_FIRST
    if not parts and prints_given_first and country and country not in FAMILY_FIRST:
        parts = _split_given_first(text)
    family, given = parts or ("", "")
    return CslName(text, family, given)


def _split_at_comma(text: str) -> tuple[str, str] | None:
    parts = _COMMA.split(text)
    if len(parts) != 2 or not all(map(_is_personal, parts)):
        return None
    # Several words on both sides may be two people.
    return None if all(" " in part for part in parts) else (parts[0], parts[1])


def _split_cjk_name(text: str) -> tuple[str, str] | None:
    match = _CJK_NAME.fullmatch(text)
    return (match[1], match[2]) if match else None


def _split_by_capitals(text: str) -> tuple[str, str] | None:
    words = text.split(" ")
    capitals = [word for word in words if len(word) > 2 and word.isupper() and VOWELS.search(word)]
    if len(capitals) != 1 or len(words) < 2 or not _is_personal(text):
        return None
    if capitals[0] not in (words[0], words[-1]):
        return None
    rest = [word for word in words if word != capitals[0]]
    family = capitals[0].title()
    return (family, " ".join(rest)) if all(_begins_as_name(word) for word in rest) else None


def _split_given_first(text: str) -> tuple[str, str] | None:
    words = text.split(" ")
    if not 2 <= len(words) <= MAX_WORDS or not _is_personal(text) or text.isupper():
        return None
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in PARTICLES:
        at -= 1
    given, family = words[:at], words[at:]
    if not all(map(_begins_as_name, given)) or not _begins_as_name(family[-1]):
        return None
    if family[-1].lower() in SUFFIXES:
        return None
    return " ".join(family), " ".join(given)


def _is_personal(text: str) -> bool:
    """Whether every word consists of letters and none marks an organisation."""
    words = text.split(" ")
    return (
        len(words) <= MAX_WORDS
        and all(_WORD.fullmatch(word) for word in words)
        and not ORGANISATIONS & {word.lower().strip(".") for word in words}
    )


def _begins_as_name(word: str) -> bool:
    return word[0].isupper()

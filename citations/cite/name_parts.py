"""A printed name in its parts: which of its words is the family name, where that is sure.

A name is never turned round, and one that could be read in two ways stays whole: a citation under a
wrong family name cannot be found again.
"""

import re
from functools import lru_cache

from citations.cite.csl import CslName
from citations.text.scripts import CJK

# ISO 3166: where papers in any language may print the family name first.
FAMILY_FIRST = frozenset("CN HK HU JP KH KP KR MO MN SG TW VN".split())
# BCP 47: the languages that print the given name first.
GIVEN_FIRST = frozenset(
    "af bg ca cs cy da de el en eo es et eu fi fr ga gl hr hy id is it lt lv mk ms mt nb nl nn no "
    "pl pt ro sk sl sq sr sv sw tr".split()
)
# What belongs to the family name that follows (as CSL's non-dropping particles do).
PARTICLES = frozenset(
    "af al av ben bin da dal das de del della den der des di do dos du e el ibn la las le los san "
    "ten ter van vom von y z zu zum zur".split()
)
# A word of these makes an organisation of a name.
ORGANISATIONS = frozenset(
    "agency and archive association board broadcasting bureau centre center collective commission "
    "committee company contributors correspondent correspondents council corporation daily "
    "department desk editor editorial editors embassy foundation government group house institute "
    "international journal library magazine media ministry network news newsroom office "
    "organization organisation police post press radio report reporter reporters reuters service "
    "society staff studio team the times tribune university wire world writer writers".split()
)
MAX_WORDS = 5

# What follows a family name, and is none.
SUFFIXES = frozenset("jr jr. sr sr. ii iii iv esq. phd md".split())
# Without one it is an abbreviation: NHK.
VOWELS = re.compile("[AEIOUYÀ-ÖØ-Þ]")

_COMMA = re.compile(r"\s*,\s*")
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]*)*", re.UNICODE)
_EASTERN = re.compile(f"([{CJK}]{{1,4}}) ([{CJK}]{{1,4}})")


@lru_cache(maxsize=8192)
def split_name(text: str, language: str = "en", country: str = "") -> CslName:
    """The name with its parts, or whole where they are not sure, as of an organisation.

    Sure are: `Family, Given`; one word in capitals among others (KISHIDA Fumio); Chinese, Japanese
    and Korean names parted by a space; and names of persons in a `language` (BCP 47) that prints
    the given name first, in papers of a `country` (ISO 3166) that does too.
    """
    text = " ".join(text.split())
    found = _split_at_comma(text) or _split_cjk_name(text) or _split_by_capitals(text)
    prints_given_first = language.partition("-")[0].lower() in GIVEN_FIRST
    if not found and prints_given_first and country and country not in FAMILY_FIRST:
        found = _split_given_first(text)
    family, given = found or ("", "")
    return CslName(text, family, given)


def _split_at_comma(text: str) -> tuple[str, str] | None:
    parts = _COMMA.split(text)
    if len(parts) != 2 or not all(map(_is_personal, parts)):
        return None
    # With several words on both sides these may be two people.
    return None if all(" " in part for part in parts) else (parts[0], parts[1])


def _split_cjk_name(text: str) -> tuple[str, str] | None:
    found = _EASTERN.fullmatch(text)
    return (found[1], found[2]) if found else None


def _split_by_capitals(text: str) -> tuple[str, str] | None:
    words = text.split(" ")
    loud = [word for word in words if len(word) > 2 and word.isupper() and VOWELS.search(word)]
    if len(loud) != 1 or len(words) < 2 or not _is_personal(text):
        return None
    if loud[0] not in (words[0], words[-1]):
        return None
    rest = [word for word in words if word != loud[0]]
    family = loud[0].title()
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
    """Whether every word is one of letters, and none is an organisation's."""
    words = text.split(" ")
    return (
        0 < len(words) <= MAX_WORDS
        and all(_WORD.fullmatch(word) for word in words)
        and not ORGANISATIONS & {word.lower().strip(".") for word in words}
    )


def _begins_as_name(word: str) -> bool:
    return word[0].isupper()

"""Detects the language of a text by its script, its function words and its letters."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_WORDS_FILE = Path(__file__).with_name("function_words.toml")
# So many code points decide; the rest of a long text is not looked at. Fewer do where they are
# clearly of one language.
_GLANCE, _SAMPLE = 1_500, 6_000
_MOSTLY_ASCII = 0.95
# Words between marks may be in another language than the prose. A shorter limit than a long
# quotation is enough, since what remains is counted all the same.
_BETWEEN_MARKS = re.compile(
    r"“[^“”\n]{1,600}”|„[^„“”\n]{1,600}[“”]|«[^«»\n]{1,600}»|»[^«»\n]{1,600}«|\"[^\"\n]{1,600}\""
)
_WORD = re.compile(r"[^\W\d_]+")
# A language wins with this many points, and this many times the points of the second.
# English is taken for another language less easily.
_FEWEST_POINTS, _LEAD, _LEAD_OVER_ENGLISH = 1.2, 1.1, 2
# At a first glance it needs more.
_CLEAR_POINTS, _CLEAR_LEAD = 15, 3
_MOST_OF_A_LETTER = 4
# The least share of letters of a script by which it decides.
_MOST_OF_TEXT = 0.3

_KANA = re.compile(r"[\u3041-\u30ff]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_LETTERS = re.compile(r"[^\W\d_]")
# One usual language for each script that is written in few languages.
_SCRIPTS = {
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
    "ka": re.compile(r"[\u10a0-\u10ff]"),
    "hy": re.compile(r"[\u0530-\u058f]"),
}
_PERSIAN = re.compile(r"[پچژگ]")
_NOT_RUSSIAN = re.compile(r"[іїєґўјњљђћџѓќ]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


@dataclass(frozen=True, slots=True)
class LanguageProfile:
    """What points to a language; a word that several languages use counts less."""

    points: Mapping[str, float]
    letters: Mapping[str, float]


def detect_language(text: str) -> str:
    """The ISO 639 code of the language of the prose; empty if unsure.

    The prose is what is not between quotation marks; if that says nothing, the whole text counts.
    """
    glance = _BETWEEN_MARKS.sub(" ", text[:_GLANCE])
    if _is_mostly_ascii(glance) and (code := _by_words(glance.lower(), "latin", is_glance=True)):
        return code
    sample = text[:_SAMPLE]
    prose = _BETWEEN_MARKS.sub(" ", sample)
    return _detect(prose) or _detect(sample)


def _is_mostly_ascii(text: str) -> bool:
    """Most texts are found to be in Latin letters without reading every one of them."""
    return len(text.encode("ascii", "ignore")) > _MOSTLY_ASCII * len(text)


def _detect(text: str) -> str:
    if _is_mostly_ascii(text):
        return _by_words(text.lower(), "latin")
    letters = len(_LETTERS.findall(text))
    if letters == 0:
        return ""
    by_script = _by_script(text, letters)
    if by_script:
        return by_script
    cyrillic = len(_CYRILLIC.findall(text)) > _MOST_OF_TEXT * letters
    if not cyrillic:
        return _by_words(text.lower(), "latin")
    found = _by_words(text.lower(), "cyrillic")
    return found or ("" if _NOT_RUSSIAN.search(text) else "ru")


def _by_script(text: str, letters: int) -> str:
    kana, han = len(_KANA.findall(text)), len(_HAN.findall(text))
    if kana + han > _MOST_OF_TEXT * letters:
        # Japanese prose has kana between its characters.
        return "ja" if kana * 20 > han else "zh"
    for code, pattern in _SCRIPTS.items():
        if len(pattern.findall(text)) > _MOST_OF_TEXT * letters:
            return "fa" if code == "ar" and _PERSIAN.search(text) else code
    return ""


def _by_words(text: str, script: str, *, is_glance: bool = False) -> str:
    profiles, points_of = _profiles(script), _points_by_word(script)
    totals = dict.fromkeys(profiles, 0.0)
    for word, number in Counter(_WORD.findall(text)).items():
        for code, points in points_of.get(word, ()):
            totals[code] += number * points
    letters = Counter(text)
    scores = sorted((totals[code] + _for_letters(profiles[code], letters), code) for code in totals)
    (second, _), (first, code) = scores[-2:]
    english = sum(points for points, each in scores if each == "en")
    if is_glance:
        return code if first >= max(_CLEAR_POINTS, _CLEAR_LEAD * second) else ""
    lead = max(_LEAD * second, _LEAD_OVER_ENGLISH * english) if code != "en" else _LEAD * second
    return code if first >= max(_FEWEST_POINTS, lead) else ""


def _for_letters(profile: LanguageProfile, letters: Mapping[str, int]) -> float:
    return sum(
        min(_MOST_OF_A_LETTER, letters.get(each, 0)) * points
        for each, points in profile.letters.items()
    )


@cache
def _points_by_word(script: str) -> Mapping[str, Sequence[tuple[str, float]]]:
    """For each listed word the languages that use it, with its points for each."""
    found: dict[str, list[tuple[str, float]]] = {}
    for code, profile in _profiles(script).items():
        for word, points in profile.points.items():
            found.setdefault(word, []).append((code, points))
    return found


@cache
def _profiles(script: str) -> Mapping[str, LanguageProfile]:
    listed = {
        code: entry
        for code, entry in tomllib.loads(_WORDS_FILE.read_text("utf-8")).items()
        if entry.get("script", "latin") == script
    }
    words = {code: frozenset(entry["words"].split()) for code, entry in listed.items()}
    letters = {code: frozenset(entry.get("letters", "")) for code, entry in listed.items()}
    points, letter_points = _shares(words), _shares(letters)
    return {code: LanguageProfile(points[code], letter_points[code]) for code in listed}


def _shares(listed: Mapping[str, frozenset[str]]) -> dict[str, dict[str, float]]:
    """For each language its entries with 1 point, divided among the languages that list one."""
    languages = Counter(entry for each in listed.values() for entry in each)
    return {code: {entry: 1 / languages[entry] for entry in each} for code, each in listed.items()}

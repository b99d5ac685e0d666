"""The persons whom a text names in full, and the initials it gives them."""

import re
from dataclasses import dataclass, field

from citations.extraction.entities.first_names import first_name_gender, is_first_name
from citations.extraction.entities.organisations import is_body_word, is_place_word
from citations.extraction.entities.person_nouns import is_person_noun
from citations.extraction.syntax.lexicon import NOT_NAMES, TIMES
from citations.extraction.turns.labels.speaker_words import (
    ADDRESS,
    FEMININE,
    MASCULINE,
    OFFICES,
    PARTICLES,
    QUALIFIERS,
)
from citations.text.spans import Span

_WORD = (
    r"(?:[A-Z]\.|(?:Mr|Mrs|Ms|Dr|Prof|St|Rev|Hon|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt)\."
    r"|[A-ZÀ-ÖØ-ÞĀ-ŽА-Я][^\W\d_]*(?:[-’'][^\W\d_]+)*)"
)
_JOINING = "|".join(sorted(PARTICLES - {"and", "y", "e", "of"}))
_RUN = re.compile(rf"\b{_WORD}(?:[ \u00a0](?:(?:{_JOINING})[ \u00a0]){{0,3}}{_WORD}){{0,5}}")
_INITIALS = re.compile(r"\s?[(\[]([A-Z]\.?(?:[A-Z]\.?){1,3})[)\]]")
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|on|of|the|from|around|across)\s\Z")
# Words that begin what somebody says.
_OPENINGS = frozenset(
    "Thank Thanks Dear Good Hello Hi Welcome Please Order Ask Tell Excuse Goodbye Yes No Oh Okay "
    "Sorry Meet Introducing Joining Does Did Is Was Has Interview Interviewer Interviewee".split()
)
_MOST_WORDS = 5
_MOST_NAMES = 3000
_MOST_NAMESAKES = 8


@dataclass(frozen=True, slots=True)
class Introduction:
    """A full name as the text prints it, without titles, and where."""

    name: str
    span: Span
    gender: str = ""
    initials: str = ""

    @property
    def surname(self) -> str:
        return self.name.split()[-1].casefold()

    @property
    def first_name(self) -> str:
        return self.name.split()[0].casefold()


@dataclass(slots=True)
class Introductions:
    """All full names of a text in order, by the words and the initials that may stand for them."""

    names: list[Introduction] = field(default_factory=list)
    by_word: dict[str, dict[str, Introduction]] = field(default_factory=dict)
    by_initials: dict[str, dict[str, Introduction]] = field(default_factory=dict)

    def add(self, each: Introduction) -> None:
        self.names.append(each)
        for word in {each.surname, each.first_name}:
            _remember(self.by_word.setdefault(word, {}), each)
        letters = "".join(word[0] for word in re.split(r"[\s-]", each.name) if word[0].isupper())
        first_and_last = each.name[0] + each.name.split()[-1][0]
        with_particles = "".join(word[0] for word in each.name.split())
        forms = {each.initials, letters, first_and_last.upper(), with_particles}
        for initials in forms - {""}:
            _remember(self.by_initials.setdefault(initials, {}), each)

    def meant_by(self, word: str, gender: str) -> Introduction | None:
        """The only person with this surname or first name; none if there are two."""
        fitting = [
            each
            for each in self.by_word.get(word.casefold(), {}).values()
            if not (gender and each.gender and gender != each.gender)
        ]
        surnames = [each for each in fitting if each.surname == word.casefold()]
        return _the_only(surnames or fitting)

    def meant_by_initials(self, initials: str, before: int) -> Introduction | None:
        """The person with these initials in brackets, or the only one whose initials they are."""
        people = list(self.by_initials.get(initials.replace(".", ""), {}).values())
        given = [each for each in people if each.initials and each.span.start < before]
        return _the_only(given or [each for each in people if each.span.start < before])


def _remember(people: dict[str, Introduction], each: Introduction) -> None:
    """More than a few of one name are never told from each other."""
    if len(people) < _MOST_NAMESAKES:
        people.setdefault(each.name.casefold(), each)


def _the_only(people: list[Introduction]) -> Introduction | None:
    """One person; a name may also be printed with and without its middle name."""
    if len(people) == 1:
        return people[0]
    longest = max(people, key=lambda each: len(each.name), default=None)
    if longest and all(set(each.name.split()) <= set(longest.name.split()) for each in people):
        return longest
    return None


def introductions_of(text: str) -> Introductions:
    """The full names in the text; those of bodies and places are left out."""
    found = Introductions()
    for match in _RUN.finditer(text):
        each = _introduction(text, match)
        if each and len(found.names) < _MOST_NAMES:
            found.add(each)
    return found


def _introduction(text: str, match: re.Match[str]) -> Introduction | None:
    printed = match.group()
    for ending in ("’s", "'s"):
        printed = printed.removesuffix(ending)
    words = printed.split()
    first = _first_of_name(words)
    kept = words[first:]
    if not kept or not 2 <= len(kept) <= _MOST_WORDS or " ".join(kept).isupper():
        return None
    if any(is_body_word(word) or is_place_word(word) or word in TIMES for word in kept):
        return None
    name = " ".join(kept)
    stop = match.start() + len(printed)
    start = stop - len(name)
    titled = first > 0 and words[first - 1].casefold().strip(".") in ADDRESS | OFFICES
    if not titled and _PLACE_BEFORE.search(text, max(0, start - 8), start):
        return None
    initials = _INITIALS.match(text, stop)
    return Introduction(
        name,
        Span(start, stop),
        _gender(words[:first], kept),
        initials[1].replace(".", "") if initials else "",
    )


def _first_of_name(words: list[str]) -> int:
    """Where the name begins, after titles, callings and words that only begin a sentence."""
    at = 0
    while at < len(words) - 1:
        key = words[at].casefold().strip(".")
        # Hunter Gatlin is a name.
        may_be_name = len(words) - at == 2 and is_first_name(words[at])
        calling = key in QUALIFIERS or (is_person_noun(key) and not may_be_name)
        if key not in ADDRESS | OFFICES and not calling and words[at] not in NOT_NAMES | _OPENINGS:
            break
        at += 1
    return at


def _gender(titles: list[str], kept: list[str]) -> str:
    keys = {word.casefold().strip(".") for word in titles}
    if keys & (MASCULINE | FEMININE):
        return "m" if keys & MASCULINE else "f"
    return first_name_gender(kept[0])

"""Whom a surname, a role or a pronoun means, from the people named before it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from citations.extraction.entities.first_names import first_name_gender
from citations.extraction.multilingual.cased.genders import Gender
from citations.extraction.multilingual.cased.phrases.phrase_grammar import PersonPhrase
from citations.extraction.multilingual.cased.prose import LINE, QUOTE, Prose
from citations.extraction.multilingual.cased.tagging import Tagger

_MOST_SENTENCES, _MOST_EVENTS = 5, 16
_SHORTEST_ROLE, _MOST_OF_A_ROLE = 3, 8
Name = tuple[str, ...]


@dataclass(slots=True)
class KnownPerson:
    name: Name
    roles: set[str] = field(default_factory=set)
    gender: Gender = ""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A person at a token; `person` is None where a pronoun stayed open."""

    at: int
    person: KnownPerson | None
    gender: Gender
    is_governed: bool


class People:
    """All people of a text by their names, and where they occur in it."""

    def __init__(self, prose: Prose, tag: Tagger, phrases: Sequence[PersonPhrase]) -> None:
        self.prose, self.tag = prose, tag
        self.is_inflected = prose.language.is_set("inflected_names")
        self.with_people = prose.language.words("prepositions_of_people")
        self.by_family: dict[str, list[KnownPerson]] = {}
        self.occurrences: list[Occurrence] = []
        self.by_role: dict[str, list[KnownPerson]] = {}
        self.by_phrase: dict[int, KnownPerson | None] = {}
        # Who is named as a subject first gives the base form of the name.
        for phrase in sorted(phrases, key=lambda each: each.is_governed):
            if len(phrase.name) > 1:
                self._register(phrase)
        self.paragraphs = [at for at, token in enumerate(prose.tokens) if token.text == LINE]
        for phrase in phrases:
            self._add(phrase)

    def _key(self, family: str) -> str:
        return family.lower()[:3] if self.is_inflected else family.lower()

    def _register(self, phrase: PersonPhrase) -> None:
        known = self._same_person(phrase.name)
        if known is None:
            known = KnownPerson(phrase.name)
            self.by_family.setdefault(self._key(phrase.name[-1]), []).append(known)
        elif len(phrase.name) > len(known.name) and not phrase.is_governed:
            known.name = phrase.name
        self._learn(known, phrase)

    def _learn(self, known: KnownPerson, phrase: PersonPhrase) -> None:
        known.roles.update(phrase.roles)
        known.gender = known.gender or phrase.gender or _gender_of_bearer(known.name)

    def _same_person(self, name: Name) -> KnownPerson | None:
        for known in self.by_family.get(self._key(name[-1]), ()):
            if self._agrees(known.name[0], name[0]) and self._agrees(known.name[-1], name[-1]):
                return known
        return None

    def _agrees(self, one: str, other: str) -> bool:
        if one == other:
            return True
        if one.endswith(".") or other.endswith("."):
            return one[0] == other[0]
        if not self.is_inflected:
            return False
        shared = 0
        for a, b in zip(one.lower(), other.lower(), strict=False):
            if a != b:
                break
            shared += 1
        return shared >= max(3, min(len(one), len(other)) - 2) and abs(len(one) - len(other)) <= 3

    def _add(self, phrase: PersonPhrase) -> None:
        person = self.person_of(phrase)
        self.by_phrase[phrase.start] = person
        if person is None and not phrase.is_pronoun:
            return
        is_place = phrase.is_governed and phrase.is_weak and not phrase.is_titled
        if person:
            self._index_roles(person)
        if is_place and not self._is_accompanied(phrase):
            return
        if phrase.is_pronoun and not phrase.gender:
            return
        gender = person.gender if person else phrase.gender
        self.occurrences.append(Occurrence(phrase.start, person, gender, phrase.is_governed))

    def _is_accompanied(self, phrase: PersonPhrase) -> bool:
        """With her, against him: a person that a preposition governs, and not a place."""
        return self.prose.low(phrase.start - 1) in self.with_people

    def person_of(self, phrase: PersonPhrase) -> KnownPerson | None:
        """The person that a phrase means; None if it is open or somebody who is not named."""
        if len(phrase.name) > 1:
            return self._same_person(phrase.name)
        if phrase.name:
            return self._by_single_name(phrase)
        if phrase.is_plural:
            return None
        if phrase.is_pronoun:
            return self.antecedent(phrase.start, phrase.gender)
        return self._by_role(phrase)

    def _by_single_name(self, phrase: PersonPhrase) -> KnownPerson | None:
        word = phrase.name[0]
        found = [
            each
            for each in self.by_family.get(self._key(word), ())
            if self._agrees(each.name[-1], word) and _fits(each.gender, phrase.gender)
        ]
        if not found:
            found = [
                each
                for listed in self.by_family.values()
                for each in listed
                if each.name[0] == word
            ]
        if len(found) == 1:
            self._learn(found[0], phrase)
            return found[0]
        if found:
            return None
        if phrase.is_weak and not phrase.is_titled and not self._is_name_alone(phrase):
            return None
        known = KnownPerson(phrase.name, set(phrase.roles), phrase.gender)
        self.by_family.setdefault(self._key(word), []).append(known)
        return known

    def _is_name_alone(self, phrase: PersonPhrase) -> bool:
        """Whether a lone word with a capital is a name; German nouns have capitals as well."""
        if self.prose.is_sentence_start(phrase.start):
            return False
        if not self.tag.capital_nouns:
            return True
        verb, token = phrase.start - 1, self.prose.token
        is_inverted = self.tag.is_verb(verb) and token(verb - 1) in {",", QUOTE, LINE}
        is_first = self.tag.is_verb(phrase.end) and token(phrase.end + 1) in {":", ",", QUOTE}
        return is_inverted or is_first

    def _by_role(self, phrase: PersonPhrase) -> KnownPerson | None:
        role = phrase.roles[-1] if phrase.roles else ""
        if not role:
            return None
        if self.tag.is_age(role):
            return self.antecedent(phrase.start, phrase.gender)
        found = [each for each in self.by_role.get(role, ()) if _fits(each.gender, phrase.gender)]
        return found[0] if len(found) == 1 else None

    def _index_roles(self, person: KnownPerson) -> None:
        """From here on the roles mean the person; German ones also by their last part."""
        for role in person.roles:
            last = len(role) - _SHORTEST_ROLE if self.tag.capital_nouns else 0
            for start in range(max(1, last)):
                listed = self.by_role.setdefault(role[start:], [])
                if not any(each is person for each in listed[:_MOST_OF_A_ROLE]):
                    listed.append(person)

    def antecedent(
        self, at: int, gender: Gender, *, is_dropped: bool = False
    ) -> KnownPerson | None:
        """The one person of the nearest sentence that names somebody of this gender."""
        number = bisect_left(self.occurrences, at, key=lambda each: each.at) - 1
        reached, seen = -1, 0
        candidates: list[Occurrence] = []
        while number >= 0 and seen < _MOST_EVENTS:
            each = self.occurrences[number]
            sentence = self.prose.sentences[each.at]
            if sentence != reached and reached >= 0 and candidates:
                break
            if (
                self.prose.sentences[min(at, len(self.prose.sentences) - 1)] - sentence
                > _MOST_SENTENCES * 2
            ):
                break
            reached, seen, number = sentence, seen + 1, number - 1
            if _fits(each.gender, gender):
                candidates.append(each)
        return _only_one(candidates, gender, is_dropped=is_dropped)


def _gender_of_bearer(name: Name) -> Gender:
    """The gender that the first name shows, "" for a lone name."""
    shown = first_name_gender(name[0]) if len(name) > 1 else ""
    return "m" if shown == "m" else "f" if shown == "f" else ""


def _fits(one: Gender, other: Gender) -> bool:
    return not one or not other or one == other


def _only_one(
    candidates: list[Occurrence], gender: Gender, *, is_dropped: bool
) -> KnownPerson | None:
    people = {id(each.person): each.person for each in candidates}
    if len(people) > 1 and gender:
        known = {id(each.person): each.person for each in candidates if each.gender == gender}
        others = [each for each in candidates if not each.gender and not each.is_governed]
        people = known if known and not others else people
    if len(people) > 1 and is_dropped:
        subjects = {id(each.person): each.person for each in candidates if not each.is_governed}
        people = subjects if len(subjects) == 1 else people
    person = next(iter(people.values())) if len(people) == 1 else None
    if person is not None and gender and not person.gender:
        person.gender = gender
    return person

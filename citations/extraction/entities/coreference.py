"""Coreference: whom "he", "she", "it", "they" and "the minister" refer to, if one alone fits.

The nearest preceding sentence that names somebody who fits decides; its subject comes before the
others it names (Lappin and Leass 1994 give subjects the greatest weight). Where two fit equally,
nobody is named.
"""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from typing import Literal, NamedTuple

from citations.extraction.entities.entities import Entities, Entity
from citations.extraction.entities.joint_subjects import joins_subject
from citations.extraction.entities.mentions import Mention
from citations.extraction.entities.organisations import BODY_NOUNS
from citations.extraction.entities.unnamed_people import is_nameless_person, is_somebody_unnamed
from citations.extraction.syntax.lexicon import PREPOSITIONS, is_adverb
from citations.extraction.syntax.noun_phrases import NounPhrase
from citations.extraction.syntax.reporting_verbs import PLAIN
from citations.extraction.syntax.subjects import main_subject, sentence_start
from citations.extraction.token_stream import GAP, LINE, QUOTE_SLOT, TokenStream

_GENDERS = {"he": "m", "she": "f", "his": "m", "her": "f"}
# Sentences and words read back before a pronoun is left open.
_MOST_SENTENCES, _FARTHEST = 10, 400

# Verbs whose object is a person: told Duarte.
_OF_OBJECTS = frozenset({"told", "asked"})
_FARTHEST_APPOSITION = 3
_BETWEEN = frozenset({".", "?", "!", LINE, GAP})
_BEFORE_INVERTED = frozenset({QUOTE_SLOT, ",", "—", "–", "?", "!", "but", "But", LINE, GAP})

Evidence = Literal[
    "subject", "unknown-subject", "speaker", "only", "unknown-only", "noun", "body", "asked"
]


class Antecedent(NamedTuple):
    """Whom a pronoun refers to, and what shows it."""

    entity: Entity
    evidence: Evidence
    sentences: int


class _Candidate(NamedTuple):
    entity: Entity
    is_subject: bool
    is_owner: bool = False


class Discourse:
    """What was said so far in one text, sentence by sentence: who is on stage."""

    def __init__(self, stream: TokenStream, entities: Entities) -> None:
        self.stream = stream
        self.entities = entities
        # Who spoke in attributions, by their words, and who is named in the sentences read so far.
        self._spoken: list[tuple[int, Entity]] = []
        self._places: list[int] = []
        self._named: dict[tuple[int, int], dict[str, _Candidate]] = {}

    def add_speaker(self, at: int, name: str) -> None:
        """Note that the attribution at this word names this speaker."""
        place = bisect_left(self._places, at)
        self._places.insert(place, at)
        self._spoken.insert(place, (at, self.entities.entity_named(name)))

    def antecedent(self, phrase: NounPhrase, place: int) -> Antecedent | None:
        """Whom the pronoun or the noun phrase refers to; None if the text leaves it open."""
        at = min(phrase.start, place)
        word = self.stream.words[phrase.start].lower()
        if phrase.end - phrase.start > 1:
            return self._by_noun(phrase, at)
        if word in _GENDERS:
            found = self._person(at, _GENDERS[word], self._addressee(phrase))
            if found and not found.entity.gender:
                # Once "she" was she, "he" is somebody else.
                found.entity.possessed = _GENDERS[word]
                found.entity.kind = "person"
            return found
        if word == "it":
            return self._body(at)
        if word == "they":
            return self._they(at)
        return None

    def _sentences(self, at: int) -> Iterator[tuple[int, int]]:
        """The sentences before this word as ranges of words, the nearest first."""
        start, end = sentence_start(self.stream, at), at
        for _ in range(_MOST_SENTENCES):
            yield start, end
            end = start
            while end > 0 and self.stream.words[end - 1] in _BETWEEN:
                end -= 1
            if end == 0 or at - end > _FARTHEST:
                return
            start = sentence_start(self.stream, end - 1)

    def _candidates(self, start: int, end: int) -> list[_Candidate]:
        """Who is named in these words, each once, the subjects marked."""
        if (start, end) not in self._named:
            self._named[start, end] = self._people_named(start, end)
        found = self._named[start, end]
        first, last = bisect_left(self._places, start), bisect_left(self._places, end)
        if first == last:
            return list(found.values())
        spoken = (entity for _, entity in self._spoken[first:last])
        return list((found | {each.name: _Candidate(each, True) for each in spoken}).values())

    def _people_named(self, start: int, end: int) -> dict[str, _Candidate]:
        found: dict[str, _Candidate] = {}
        subjects = self._subjects(start, end)
        for mention in self.entities.mentions_between(start, end):
            if mention.is_named:
                self._add(found, mention, mention in subjects)
        return found

    def _add(self, found: dict[str, _Candidate], mention: Mention, is_subject: bool) -> None:
        entity = self.entities.entity_of(mention)
        earlier = found.get(entity.name)
        found[entity.name] = _Candidate(
            entity,
            is_subject or (earlier is not None and earlier.is_subject),
            mention.is_possessive and (earlier is None or earlier.is_owner),
        )

    def _subjects(self, start: int, end: int) -> list[Mention]:
        """The subject of the sentence, and whoever says something in it."""
        phrase = main_subject(self.stream, start, end)
        found = self.entities.mentions_between(start, end)
        subjects: list[Mention] = []
        for each in found:
            is_head = phrase and phrase.start <= each.at < phrase.end and self._is_head(each)
            is_head = is_head or (phrase is not None and self._is_apposed(phrase, each))
            is_joined = bool(subjects) and joins_subject(self.stream, subjects[-1], each)
            if not each.is_possessive and (is_head or is_joined or self._is_reporting(each)):
                subjects.append(each)
        return subjects

    def _is_apposed(self, phrase: NounPhrase, mention: Mention) -> bool:
        """The boy in question, striker Karl Weiss, took it himself."""
        beside = phrase.end < mention.at <= phrase.end + _FARTHEST_APPOSITION
        return beside and self.stream.word(phrase.end) == "," == self.stream.word(mention.end)

    def _is_head(self, mention: Mention) -> bool:
        return self.stream.word(mention.at - 1).lower() not in PREPOSITIONS

    def _is_reporting(self, mention: Mention) -> bool:
        """Whether it is the subject of a plain verb of speaking: Duarte said; said Duarte."""
        after = mention.end
        while is_adverb(self.stream.word(after)) and after < mention.end + 3:
            after += 1
        before = mention.at - 1
        while self.stream.word(before).lower() in mention.nouns:
            before -= 1
        inverted = self.stream.word(before) in PLAIN - _OF_OBJECTS
        opens = self.stream.word(before - 1) in _BEFORE_INVERTED
        return self.stream.word(after) in PLAIN or (inverted and opens)

    def _addressee(self, phrase: NounPhrase) -> Entity | None:
        """Whom the pronoun's subject speaks to, and who is not meant: he told Weiss."""
        if self.stream.word(phrase.end) not in _OF_OBJECTS:
            return None
        found = self.entities.mentions_between(phrase.end + 1, phrase.end + 4)
        return self.entities.entity_of(found[0]) if found else None

    def _person(self, at: int, gender: str, addressee: Entity | None) -> Antecedent | None:
        """The nearest subject that fits; somebody else only if no subject does."""
        fallback: Antecedent | None = None
        owner: Entity | None = None
        for number, (start, end) in enumerate(self._sentences(at)):
            fitting = [
                each
                for each in self._candidates(start, end)
                if each.entity.is_person
                and each.entity.gender in {"", gender}
                and each.entity is not addressee
            ]
            if asked := self._person_asked(start, end, fitting):
                return Antecedent(asked, "asked", number)
            subjects = [each for each in fitting if each.is_subject]
            is_blocked = not fallback and not subjects and number > 0
            if is_blocked and is_somebody_unnamed(self.stream, self.entities, start, end, gender):
                return None
            sure = [each for each in subjects if each.entity.gender == gender] or subjects
            if len(sure) == 1:
                chosen = sure[0].entity
                evidence: Evidence = "subject" if chosen.gender else "unknown-subject"
                if evidence == "subject" or fallback is None or fallback.entity is owner:
                    return Antecedent(chosen, evidence, number)
            if sure:
                return None
            fallback = fallback or _only_one(fitting, gender, number)
            owner = owner or next((each.entity for each in fitting if each.is_owner), None)
        return fallback or self._unknown_subject(at) or self._only_name(at, gender)

    def _unknown_subject(self, at: int) -> Antecedent | None:
        """The subject of the sentence before, a full name, where no person is shown before."""
        start, end = next(islice(self._sentences(at), 1, 2), (0, 0))
        subjects = [each.entity for each in self._candidates(start, end) if each.is_subject]
        if len(subjects) != 1 or any(each.is_person for each in self._before(at)):
            return None
        chosen = subjects[0]
        is_name = " " in chosen.name and not chosen.kind and not chosen.gender
        return Antecedent(chosen, "unknown-subject", 1) if is_name else None

    def _only_name(self, at: int, gender: str) -> Antecedent | None:
        """The only subject so far that may be a person's name, if no person is named besides.

        Volvo, Ullapool and Witnesses are no names of people: one word alone is too little.
        """
        subjects: dict[str, Entity] = {}
        for start, end in self._sentences(at):
            found = [each.entity for each in self._candidates(start, end) if each.is_subject]
            subjects |= {each.name: each for each in found if each.kind in {"person", ""}}
            if not subjects and is_nameless_person(self.stream, start, end):
                return None
        if len(subjects) != 1:
            return None
        chosen = next(iter(subjects.values()))
        others = {each.name for each in self._before(at) if each.is_person} - {chosen.name}
        is_name = chosen.is_person or " " in chosen.name
        fits = is_name and not others and chosen.gender in {"", gender}
        return Antecedent(chosen, "unknown-only", 1) if fits else None

    def _person_asked(self, start: int, end: int, fitting: list[_Candidate]) -> Entity | None:
        """Who is asked in these words, and so answers: Weiss asked Duarte how high it was."""
        people = {each.entity.name for each in fitting}
        for mention in self.entities.mentions_between(start, end):
            entity = self.entities.entity_of(mention)
            before = mention.at - 1
            while self.stream.word(before).lower() in mention.nouns:
                before -= 1
            if self.stream.word(before) == "asked" and entity.name in people:
                by_subject = self.stream.word(before - 1) not in _BEFORE_INVERTED
                return entity if by_subject and before > start else None
        return None

    def _body(self, at: int) -> Antecedent | None:
        for number, (start, end) in enumerate(self._sentences(at)):
            found = [each for each in self._candidates(start, end) if not each.entity.is_person]
            bodies = [each for each in found if each.entity.kind == "body" or each.is_subject]
            subjects = [each for each in bodies if each.is_subject]
            if len(subjects) == 1 or len(bodies) == 1:
                chosen = (subjects if len(subjects) == 1 else bodies)[0]
                return Antecedent(chosen.entity, "body", number)
            if bodies:
                return None
        return None

    def _they(self, at: int) -> Antecedent | None:
        for number, (start, end) in enumerate(self._sentences(at)):
            found = self._candidates(start, end)
            if singular := [each for each in found if each.entity.uses_they]:
                return Antecedent(singular[0].entity, "subject", number)
            subjects = [each for each in found if each.is_subject]
            if len(subjects) == 1 and subjects[0].entity.kind == "body":
                return Antecedent(subjects[0].entity, "body", number)
            if found:
                return None
        return None

    def _by_noun(self, phrase: NounPhrase, at: int) -> Antecedent | None:
        """The minister; the company; the 37-year-old."""
        words = [word.lower() for word in self.stream.words[phrase.start : phrase.end]]
        if len(words) < 2 or words[0] != "the" or len(words) > 3:
            return None
        if words[-1] in BODY_NOUNS:
            bodies = {each.name: each for each in self._before(at) if each.kind == "body"}
            return _only(list(bodies.values()), "noun")
        named = {each.name: each for each in self._before(at) if words[-1] in each.nouns}
        if named:
            return _only(list(named.values()), "noun")
        if words[-1].endswith("-year-old"):
            people = {each.name: each for each in self._before(at) if each.is_person}
            return _only(list(people.values()), "noun")
        return None

    def _before(self, at: int) -> Iterator[Entity]:
        for mention in self.entities.mentions_between(max(0, at - _FARTHEST), at):
            if mention.is_named:
                yield self.entities.entity_of(mention)


def _only(found: list[Entity], evidence: Evidence) -> Antecedent | None:
    return Antecedent(found[0], evidence, 0) if len(found) == 1 else None


def _only_one(fitting: list[_Candidate], gender: str, number: int) -> Antecedent | None:
    """The only one of a sentence's people who fits."""
    sure = [each for each in fitting if each.entity.gender == gender]
    if len(sure) == 1:
        return Antecedent(sure[0].entity, "only", number)
    return Antecedent(fitting[0].entity, "unknown-only", number) if len(fitting) == 1 else None

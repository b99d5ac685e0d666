"""Entities: who the mentions of a text name, with all that the text shows of each."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from citations.extraction.entities.first_names import is_first_name
from citations.extraction.entities.full_names import FullNames
from citations.extraction.entities.mentions import Kind, Mention, find_mentions, gender_of
from citations.extraction.entities.person_nouns import singular_person_noun
from citations.extraction.syntax.lexicon import is_capitalised, is_word
from citations.extraction.syntax.subjects import sentence_start
from citations.extraction.token_stream import TokenStream

_REFLEXIVES = {"himself": "m", "herself": "f"}
_POSSESSIVES = {"his": "m", "her": "f"}
# Words behind a name that are searched for "his" and "her".
_REACH = 30
_SHOWING = frozenset({*_REFLEXIVES, *_POSSESSIVES, "uses"})
_MOST_SHOWN = 4


@dataclass(slots=True)
class Entity:
    """Somebody or something with a name.

    `titled` is the gender by title or noun, `bearing` that by first name, `possessed` that of the
    possessives that go with the name.
    """

    name: str
    kind: Kind = ""
    titled: str = ""
    bearing: str = ""
    possessed: str = ""
    votes: Counter[str] = field(default_factory=Counter)
    uses_they: bool = False
    inner_mentions: int = 0
    nouns: set[str] = field(default_factory=set)

    @property
    def gender(self) -> str:
        """The gender, by the best evidence: "m", "f" or ""."""
        return self.titled or self.possessed or self.bearing

    @property
    def is_person(self) -> bool:
        return self.kind == "person"


class Entities:
    """The entities of one text; every mention belongs to one."""

    def __init__(self, stream: TokenStream) -> None:
        self.mentions = find_mentions(stream)
        self._stream = stream
        self._places = [each.at for each in self.mentions]
        self.names = FullNames(self.mentions)
        self._by_name: dict[str, Entity] = {}
        self._by_place: dict[int, Entity] = {}
        for mention in self.mentions:
            if mention.is_named:
                entity = self.entity_of(mention)
                _add_evidence(entity, mention)
                entity.inner_mentions += sentence_start(stream, mention.at) < mention.at
        shown = [at for at, word in enumerate(stream.words) if word in _SHOWING]
        for number, mention in enumerate(self.mentions):
            first = bisect_left(shown, mention.end)
            near = shown[first : first + _MOST_SHOWN]
            if mention.is_named and near and near[0] < mention.end + _REACH:
                self._add_possessives(stream, number, mention, near)
        for entity in self._by_name.values():
            if not entity.kind and self._is_shown_as_person(entity):
                entity.kind = "person"

    def is_printed_small(self, word: str) -> bool:
        """Whether the text prints the word in small letters too."""
        return word.lower() in self._small_words

    @cached_property
    def _small_words(self) -> frozenset[str]:
        return frozenset(word for word in self._stream.words if word.islower())

    def _is_shown_as_person(self, entity: Entity) -> bool:
        """By "his" or "her", for a name that is more than the first word of a sentence."""
        is_name = " " in entity.name or entity.inner_mentions > 1
        return (bool(entity.gender) and is_name) or self.names.are_people(entity.name)

    def is_common_word(self, at: int) -> bool:
        """Whether the word has its capital only because a sentence begins: Analysts said.

        It is one for people, or the text prints it in small letters too, and nowhere else with a
        capital.
        """
        word = self._stream.words[at]
        if sentence_start(self._stream, at) != at or is_first_name(word) or word[0] == "@":
            return False
        if is_capitalised(self._stream.word(at + 1)) or self.names.fullest(word) != word:
            return False
        entity = self._by_name.get(word)
        if entity and (entity.inner_mentions or entity.is_person):
            return False
        if singular_person_noun(word.lower()) or self.is_printed_small(word):
            return True
        return word.endswith("s") and self.is_printed_small(word[:-1])

    def mentions_between(self, start: int, end: int) -> list[Mention]:
        """The mentions at the words from `start` up to `end`."""
        first, last = bisect_left(self._places, start), bisect_left(self._places, end)
        return self.mentions[first:last]

    def entity_of(self, mention: Mention) -> Entity:
        """Whom the mention names."""
        entity = self._by_place.get(mention.at)
        if entity is None:
            entity = self.entity_named(self.names.fullest(mention.name, mention.gender))
            self._by_place[mention.at] = entity
        return entity

    def entity_named(self, name: str) -> Entity:
        """Whom this full name names, a new entity if the text has none."""
        if name not in self._by_name:
            self._by_name[name] = Entity(name)
        return self._by_name[name]

    def _add_possessives(
        self, stream: TokenStream, number: int, mention: Mention, shown: list[int]
    ) -> None:
        """Zelda Ireton won her fifth title: she does, unless somebody else stands between.

        `shown` are the next words of the text that may show who is who.
        """
        if mention.kind == "place":
            return
        start = sentence_start(stream, mention.at)
        before = self.mentions[number - 1] if number else None
        if before and before.at >= start and (before.kind or before.at > start):
            return
        limit = len(stream.words)
        if number + 1 < len(self.mentions):
            limit = self.mentions[number + 1].at
        entity = self.entity_of(mention)
        for at in shown:
            word = stream.words[at]
            if at >= min(limit, mention.end + _REACH) or sentence_start(stream, at) != start:
                return
            if gender := _REFLEXIVES.get(word) or _possessive_gender(stream, at):
                entity.votes[gender] += 1
                (most, count), *others = entity.votes.most_common()
                entity.possessed = "" if others and others[0][1] * 2 > count else most
                return
            entity.uses_they |= word == "uses" and stream.word(at + 1) == "they"


def _possessive_gender(stream: TokenStream, at: int) -> str:
    """Of "her diary", but not of "saw her" or "told her that"."""
    following = stream.word(at + 1)
    if not is_word(following) or following in {
        "that",
        "to",
        "and",
        "in",
        "at",
        "on",
        "with",
        "for",
    }:
        return ""
    return _POSSESSIVES.get(stream.words[at], "")


def _add_evidence(entity: Entity, mention: Mention) -> None:
    if mention.kind == "person" or not entity.kind:
        entity.kind = mention.kind
    entity.nouns |= mention.nouns
    if shown := gender_of(mention.nouns):
        entity.titled = entity.titled or shown
    else:
        entity.bearing = entity.bearing or mention.gender

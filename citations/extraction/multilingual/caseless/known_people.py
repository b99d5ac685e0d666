"""Knows the people that a text mentions: by full name, surname, role, and pronoun."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from citations.extraction.multilingual.caseless.marked_prose import MarkedProse

# A "nominal" is somebody without a name; "same" repeats the last person (同氏).
MentionKind = Literal["name", "role", "nominal", "pronoun", "same", "organisation"]
_MOST_SENTENCES, _MOST_PARAGRAPHS = 4, 2


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person in running prose: the words from `start` to `end`, without form of address.

    `name` is the name as printed, "" if there is none; `behind` is where the whole phrase ends.
    """

    start: int
    end: int
    behind: int
    kind: MentionKind
    name: str = ""
    role: str = ""
    gender: str = ""
    is_subject: bool = False


@dataclass(frozen=True, slots=True)
class NameForms:
    """How a language repeats a person: the short forms of a name, and the forms of a role."""

    short_forms: Callable[[str], Iterable[str]]
    role_forms: Callable[[str], Iterable[str]]


@dataclass(slots=True)
class _KnownPerson:
    name: str
    first: int
    gender: str = ""
    roles: set[str] = field(default_factory=set)


class KnownPeople:
    """The people of one text, and who speaks where, as far as it has been read."""

    def __init__(
        self, prose: MarkedProse, mentions: Sequence[PersonMention], forms: NameForms
    ) -> None:
        self.prose = prose
        self.mentions = sorted(mentions, key=lambda each: (each.start, -each.end))
        self._starts = [each.start for each in self.mentions]
        self._forms = forms
        self._people: dict[str, _KnownPerson] = {}
        self._by_short: dict[str, list[str]] = {}
        self._by_role: dict[str, list[_KnownPerson]] = {}
        self._speakers: dict[int, str] = {}
        names = {each.name for each in self.mentions if each.kind == "name"}
        for name in sorted(names):
            for short in forms.short_forms(name):
                self._by_short.setdefault(short, []).append(name)
        for each in self.mentions:
            if each.kind == "name":
                self._add(each)

    def _add(self, mention: PersonMention) -> None:
        name = self.full_name(mention) or mention.name
        person = self._people.setdefault(name, _KnownPerson(name, mention.start))
        person.gender = person.gender or mention.gender
        for role in self._forms.role_forms(mention.role):
            if role not in person.roles:
                person.roles.add(role)
                self._by_role.setdefault(role, []).append(person)

    def full_name(self, mention: PersonMention) -> str:
        """The fullest form of a printed name; empty if it could be that of several people."""
        longer = self._by_short.get(mention.name, [])
        if len(longer) > 1:
            fitting = [
                name
                for name in longer
                if (known := self._people.get(name))
                and known.roles.intersection(self._forms.role_forms(mention.role))
            ]
            longer = fitting if len(fitting) == 1 else longer
        if len(longer) > 1:
            longest = max(longer, key=len)
            # Forms of one name ("Hassan", "Ali Hassan") are one person.
            if all(name in self._forms.short_forms(longest) for name in longer if name != longest):
                return longest
            return ""
        return longer[0] if longer else mention.name

    def between(self, start: int, end: int) -> list[PersonMention]:
        """The mentions that start in this part of the prose."""
        low = bisect_left(self._starts, start)
        return self.mentions[low : bisect_left(self._starts, end, low)]

    def speaker_of(self, mention: PersonMention) -> str:
        """The fullest name of a mentioned person; empty if unknown or unclear."""
        if mention.kind == "organisation":
            return mention.name
        if mention.kind == "name":
            return self.full_name(mention)
        if mention.kind == "role":
            return self._holder(mention)
        if mention.kind in {"pronoun", "same"}:
            name = self.antecedent(mention.start, mention.gender, prefers_subject=False)
            known = self._people.get(name)
            if known and mention.gender and not known.gender:
                # "He" of somebody keeps the next "she" from being the same person.
                known.gender = mention.gender
            return name
        return ""

    def _holder(self, mention: PersonMention) -> str:
        """The only person before this mention who has its role."""
        found = {
            person.name
            for role in self._forms.role_forms(mention.role)
            for person in self._by_role.get(role, [])[:50]
            if person.first < mention.start and _agree(person.gender, mention.gender)
        }
        return found.pop() if len(found) == 1 else ""

    def remember_speaker(self, at: int, speaker: str) -> None:
        """Notes who speaks in the sentence around this offset, for the sentences behind it."""
        self._speakers[self.prose.sentence_start(at)] = speaker

    def antecedent(self, at: int, gender: str = "", *, prefers_subject: bool = True) -> str:
        """The person that a pronoun or a dropped subject at this offset means, or nobody.

        The nearest sentence with people decides; several people who fit leave it open.
        """
        end, paragraphs = at, 0
        start = self.prose.sentence_start(at)
        for _sentence in range(_MOST_SENTENCES + 1):
            if start in self._speakers and end != at:
                speaker = self._speakers[start]
                known = self._people.get(speaker)
                if known is None or _agree(known.gender, gender):
                    return speaker
            found = self._candidates(start, end, gender, prefers_subject)
            if found:
                return found.pop() if len(found) == 1 else ""
            if start == 0:
                return ""
            end = start
            start = self.prose.sentence_start(end - 1)
            paragraphs += "\n" in self.prose.prose[max(start, end - 2) : end]
            if paragraphs > _MOST_PARAGRAPHS:
                return ""
        return ""

    def _candidates(self, start: int, end: int, gender: str, prefers_subject: bool) -> set[str]:
        mentions = [each for each in self.between(max(start, end - 400), end) if each.behind <= end]
        mentions = [each for each in mentions if each.kind in {"name", "role"}]
        if prefers_subject and any(each.is_subject for each in mentions):
            mentions = [each for each in mentions if each.is_subject]
        people = {}
        for each in mentions:
            name = self.full_name(each) if each.kind == "name" else self._holder(each)
            known = self._people.get(name)
            sex = known.gender if known else each.gender
            if name and _agree(sex, gender):
                people[name] = sex
        certain = {name for name, sex in people.items() if gender and sex == gender}
        return certain if len(certain) == 1 else set(people)


def _agree(first: str, second: str) -> bool:
    return not first or not second or first == second

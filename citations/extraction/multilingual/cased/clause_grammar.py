"""What clauses around a quotation have in common: verbs, their subjects, words for a source."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citations.extraction.multilingual.cased.phrases.phrase_grammar import PersonPhrase
from citations.extraction.multilingual.cased.prose import DASHES, Prose
from citations.extraction.multilingual.cased.tagging import Tagger

FARTHEST_SUBJECT = 16
_FARTHEST_NOUN = 4
_CLAUSE_ENDS = DASHES | {",", ":", ";", "("}
_MOST_SKIPPED = 4
_IMPERSONAL = frozenset("lee leía lê lia legge leggeva dice diz".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """What attributes a quotation: the verb or other words, and the subject if it is printed."""

    rule: str
    confidence: float
    subject: PersonPhrase | None
    verb: tuple[int, int] | None


class ClauseGrammar:
    def __init__(self, prose: Prose, tag: Tagger, people: Sequence[PersonPhrase]) -> None:
        self.prose, self.tag, self.people = prose, tag, people
        self.starts = [each.start for each in people]
        self.drops_subject = prose.language.is_set("drops_subject")

    def source_cue(self, at: int, end: int) -> Cue | None:
        """So Thönnes, selon la maire, по словам Мелехова."""
        behind = self.tag.phrase_end(self.tag.sources, at)
        if not behind:
            return None
        phrase = self._person_from(behind, min(end, behind + 4))
        if phrase is None or (phrase.is_weak and not phrase.name):
            return None
        return Cue("according-to", 0.9, phrase, (at, behind))

    def _person_from(self, at: int, end: int) -> PersonPhrase | None:
        for each in range(at, end):
            found = self.person_at(each)
            if found:
                return found
            if not self.prose.tokens[each].is_word:
                return None
        return None

    def verb_from(self, at: int, end: int) -> int | None:
        """The first reporting verb, at most a few adverbs and auxiliaries away."""
        for each in range(at, min(end, at + _MOST_SKIPPED + 1)):
            if self.tag.is_verb(each):
                participle = self._participle_after(each, end)
                return participle if participle is not None else each
            if self.prose.low(each) not in self.tag.skipped_to_verb:
                return None
        return None

    def _participle_after(self, at: int, end: int) -> int | None:
        """Ha vuelto a decir: the verb behind one that is an auxiliary too."""
        is_auxiliary = self.prose.low(at) in self.tag.auxiliaries
        return at + 1 if is_auxiliary and at + 1 < end and self.tag.is_verb(at + 1) else None

    def is_impersonal(self, verb: int) -> bool:
        return self.prose.low(verb - 1) in {"se", "si"} and self.prose.low(verb) in _IMPERSONAL

    def subject_behind(self, verb: int, end: int) -> tuple[PersonPhrase | None, int]:
        """The subject behind its verb, and its distance; -1 if somebody unnamed is the subject."""
        if self.prose.low(verb + 1) in self.tag.nobody:
            return None, -1
        nominal: PersonPhrase | None = None
        for phrase in self._phrases_behind(verb, end):
            if phrase.name or phrase.is_pronoun or not phrase.is_weak:
                return phrase, phrase.start - verb - 1
            nominal = nominal or phrase
        if nominal and nominal.start - verb <= _FARTHEST_NOUN:
            return nominal, nominal.start - verb - 1
        return None, 0

    def _phrases_behind(self, verb: int, end: int) -> Iterator[PersonPhrase]:
        """The phrases of the verb's clause that may be its subject."""
        at = verb + 1
        while at < min(end, verb + FARTHEST_SUBJECT):
            token = self.prose.tokens[at]
            is_end = token.text in _CLAUSE_ENDS and not self._is_parenthesis(at, verb)
            if is_end or token.low in self.tag.openers:
                return
            phrase = self.person_at(at)
            if phrase and not phrase.is_governed:
                yield phrase
            at = phrase.end if phrase else at + 1

    def _is_parenthesis(self, comma: int, verb: int) -> bool:
        """A grommelé hier, devant la presse, le directeur: between two commas, no subject."""
        if self.prose.token(comma) != ",":
            return False
        following = self.prose.low(comma + 1)
        if following in self.tag.prepositions:
            return True
        passed = any(self.prose.token(each) == "," for each in range(verb, comma))
        return passed and self.person_at(comma + 1) is not None

    def person_at(self, at: int) -> PersonPhrase | None:
        """The phrase that begins at this token."""
        number = bisect_left(self.starts, at)
        found = number < len(self.people) and self.people[number].start == at
        return self.people[number] if found else None

"""Tags words by the lexicon: reporting verbs, roles with their gender, names, and the rest."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from citations.extraction.multilingual.alphabetic.prose import Prose

Gender = Literal["m", "f", ""]
_PATRONYMICS = ("ович", "евич", "ьич", "овна", "евна", "ична")
_SHORTEST_ROLE = 6


class Tagger:
    """Answers what a token of a prose may be."""

    def __init__(self, prose: Prose) -> None:
        self.prose = prose
        self.language = language = prose.language
        words = language.words
        self.reporting, self.calling = words("verbs"), words("partial_verbs")
        self.gerunds = words("gerunds")
        self.auxiliaries, self.adverbs = words("auxiliaries"), words("adverbs")
        self.prepositions, self.relatives = words("prepositions"), words("relatives")
        self.conjunctions, self.that = words("conjunctions"), words("that")
        self.articles = words("articles_m", "articles_f", "articles_other", "articles_plural")
        self.oblique = words("articles_oblique")
        self.possessives = words("possessives")
        self.determiners = self.articles | self.oblique | self.possessives
        self.genitives = _GENITIVES | words("particles")
        self.particles = words("particles")
        self.works = words("works")
        self.not_names = words("not_names")
        self.titles = words("titles", "titles_m", "titles_f")
        self.pronouns = words("pronouns_m", "pronouns_f", "pronouns_plural")
        self.other_pronouns = words("pronouns_other")
        self.roles_m, self.roles_f = words("roles_m"), words("roles_f")
        self.lower_roles = frozenset(
            each.lower() for each in self.roles_m | self.roles_f | words("roles")
        )
        self.lower_m = frozenset(each.lower() for each in self.roles_m)
        self.lower_f = frozenset(each.lower() for each in self.roles_f)
        self.suffixes_m = tuple(words("role_suffixes_m"))
        self.suffixes_f = tuple(words("role_suffixes_f"))
        self.suffixes = tuple(words("role_suffixes"))
        self.ages = tuple(words("age_nouns"))
        self.capital_nouns = language.is_set("capital_nouns")
        self.bare_roles = language.is_set("bare_roles")
        self.skippable = self.adverbs | self.auxiliaries
        self.not_nouns = (
            self.reporting | self.calling | self.skippable | self.prepositions | self.relatives
            | self.conjunctions | self.that | self.determiners | self.pronouns
            | self.other_pronouns | self.gerunds
        )  # fmt: skip

    def is_verb(self, at: int) -> bool:
        """A reporting verb, also one that says what somebody calls something."""
        return self._is_form(at, self.reporting) or self._is_form(at, self.calling)

    def is_calling(self, at: int) -> bool:
        return self._is_form(at, self.calling)

    def is_gerund(self, at: int) -> bool:
        return self.prose.low(at) in self.gerunds

    def _is_form(self, at: int, forms: frozenset[str]) -> bool:
        if self.prose.low(at) not in forms:
            return False
        token = self.prose.tokens[at]
        if token.is_capitalised and not self.prose.is_sentence_start(at):
            return False
        before = self.prose.low(at - 1)
        return (
            before not in self.prepositions - self.adverbs
            and before not in self.possessives - self.adverbs
        )

    def is_role(self, word: str) -> bool:
        low = word.lower()
        if low in self.lower_roles or self._suffix_gender(low) or self.is_age(low):
            return True
        return len(low) >= _SHORTEST_ROLE and bool(self.suffixes) and low.endswith(self.suffixes)

    def is_age(self, low: str) -> bool:
        return bool(self.ages) and low.endswith(self.ages)

    def gender_of_role(self, word: str) -> Gender:
        low = word.lower()
        is_m, is_f = low in self.lower_m, low in self.lower_f
        if is_m != is_f:
            return "m" if is_m else "f"
        return "" if is_m else self._suffix_gender(low)

    def _suffix_gender(self, low: str) -> Gender:
        if len(low) < _SHORTEST_ROLE or low in self.works:
            return ""
        if self.capital_nouns and low.endswith("in") and low[:-2] in self.lower_m:
            return "f"
        if low.endswith(self.suffixes_f) and self.suffixes_f:
            return "f"
        return "m" if self.suffixes_m and low.endswith(self.suffixes_m) else ""

    def gender_of_article(self, low: str) -> Gender:
        words = self.language.words
        is_m, is_f = low in words("articles_m"), low in words("articles_f")
        return "" if is_m == is_f else "m" if is_m else "f"

    def gender_of_title(self, word: str) -> Gender:
        words = self.language.words
        return "m" if word in words("titles_m") else "f" if word in words("titles_f") else ""

    def gender_of_verb(self, at: int) -> Gender:
        """The gender that a past form of Polish or Russian shows."""
        if not self.language.is_set("past_gender"):
            return ""
        low, words = self.prose.low(at), self.language.words
        if low.endswith(tuple(words("verb_endings_f"))):
            return "f"
        return "m" if low.endswith(tuple(words("verb_endings_m"))) else ""

    def is_plural_verb(self, at: int) -> bool:
        endings = tuple(self.language.words("verb_endings_plural"))
        return bool(endings) and self.prose.low(at).endswith(endings)

    def gender_of_pronoun(self, low: str) -> Gender:
        words = self.language.words
        is_m, is_f = low in words("pronouns_m"), low in words("pronouns_f")
        return "" if is_m == is_f else "m" if is_m else "f"

    def gender_of_name(self, first: str) -> Gender:
        """By the ending of a first name, in languages where it tells."""
        code, low = self.language.code, first.lower()
        if code in {"pl", "ru"}:
            if first in self.language.words("first_names_m"):
                return "m"
            if low[-1:] in "aая":
                return "f"
            return "" if low[-1:] in "ьeiиюу" else "m"
        if code in {"es", "it", "pt"}:
            if low in _EITHER or low in self.language.words("first_names_m"):
                return "" if low in _EITHER else "m"
            return {"a": "f", "o": "m"}.get(low[-1:], "")  # type: ignore[return-value]
        return ""

    def is_name(self, at: int) -> bool:
        """Whether the token may be part of a name."""
        token = self.prose.tokens[at]
        word = token.text
        if not word[0].isupper() or word in self.not_names or word in self.titles:
            return False
        if len(word) > 1 and word.isupper() and "." not in word:
            return False
        if self.prose.is_sentence_start(at):
            return token.low not in self.not_nouns
        return not (
            token.low in self.prepositions
            and not word[1:].isupper()
            and len(word) < 4
            and token.low not in self.particles
        )

    @cached_property
    def breaks(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(each.split()) for each in self.language.words("clause_breaks"))

    @cached_property
    def sources(self) -> tuple[tuple[str, ...], ...]:
        phrases = {
            tuple(re.split(r"[\s’']+", each.lower())) for each in self.language.words("according")
        }
        return tuple(sorted(phrases, key=len, reverse=True))

    def phrase_end(self, phrases: tuple[tuple[str, ...], ...], at: int) -> int:
        """The token behind the phrase that stands here; 0 if none does."""
        for phrase in phrases:
            if all(self.prose.low(at + n) == word for n, word in enumerate(phrase)):
                return at + len(phrase)
        return 0

    def is_patronymic(self, word: str) -> bool:
        return word.lower().endswith(_PATRONYMICS)


_GENITIVES = frozenset(
    "de del da do dos das du des d di dei degli della dello delle dell van von of der des".split()
)
_EITHER = frozenset(
    "andrea luca nicola mattia elia noa trini consuelo rosario amparo socorro".split()
)


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the text prints the name most fully."""

    name: tuple[str, ...]

    @property
    def printed(self) -> str:
        return " ".join(self.name).replace("’ ", "’")
